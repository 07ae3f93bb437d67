import { createContext, useContext } from 'react';
import { en, type Messages } from './en';

/** The texts of the language that is chosen. */
export const Texts = createContext<Messages>(en);

export function useText(): Messages {
  return useContext(Texts);
}
