import { useGet } from '../api/call';

/** Name, colours and logo of this installation; they need no sign-in. */
export function useBranding() {
  return useGet('/api/branding', {}, {}, { staleTime: 300_000 });
}
