import { useQuery } from '@tanstack/react-query';
import { ApiError, send } from '../api/client';
import { useKey } from './useKey';

export type Role = 'viewer' | 'operator' | 'admin';
const ORDER: Role[] = ['viewer', 'operator', 'admin'];

/** Whether a request is let through: anything but a refusal for lack of rights. */
async function allowed(method: string, path: string): Promise<boolean> {
  try {
    await send(path, { method });
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.problem.status >= 400 && ![401, 403].includes(error.problem.status)
      && error.problem.status < 500) {
      return true;
    }
    if (error instanceof ApiError && [401, 403].includes(error.problem.status)) {
      return false;
    }
    throw error;
  }
}

/**
 * What the key may do. The API has no operation that tells it, so it is asked for what only an administrator may see,
 * and to cancel job 0, which never exists: neither changes anything.
 */
async function findRole(): Promise<Role> {
  if (await allowed('GET', '/api/keys?size=1')) {
    return 'admin';
  }
  return (await allowed('POST', '/api/imports/0/cancel')) ? 'operator' : 'viewer';
}

/** Whether the user may do what needs a role. Until it is known nothing is offered. */
export function useMay(role: Role): boolean {
  const { key } = useKey();
  const found = useQuery({ queryKey: ['role', key], queryFn: findRole, staleTime: 300_000, retry: 1 });
  return found.data !== undefined && ORDER.indexOf(found.data) >= ORDER.indexOf(role);
}
