import { useSyncExternalStore } from 'react';
import { keyState, onKeyChange, type KeyState } from '../api/key';

export function useKey(): KeyState {
  return useSyncExternalStore(onKeyChange, keyState);
}
