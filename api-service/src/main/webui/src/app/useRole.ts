import { useGet } from '../api/call';

export type Role = 'viewer' | 'operator' | 'admin';
const ORDER: Role[] = ['viewer', 'operator', 'admin'];

/** Who asks, and what he may do; asked anew when somebody else signs in. */
export function useMe() {
  return useGet('/api/auth/me', {}, {}, { staleTime: 300_000 });
}

/** Whether the user may do what needs a role. Until it is known nothing is offered. */
export function useMay(role: Role): boolean {
  const scope = useMe().data?.scope;
  return scope !== undefined && ORDER.indexOf(scope as Role) >= ORDER.indexOf(role);
}
