import type { User, UserManager } from 'oidc-client-ts';
import { setToken } from './key';
import type { OidcConfig } from './types';

/** Sign-in of people by OpenID Connect: the code flow with PKCE. Its library is fetched by those who sign in only. */

const MARK = 'greenstack-signed-in';
export const RETURN_PATH = '/signed-in';
let manager: UserManager | null = null;

async function managerOf(config: OidcConfig): Promise<UserManager> {
  if (manager) {
    return manager;
  }
  const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
  const { origin } = window.location;
  manager = new UserManager({
    authority: config.issuer!, client_id: config.client_id!, scope: (config.scopes ?? ['openid']).join(' '), response_type: 'code',
    redirect_uri: `${origin}${RETURN_PATH}`, post_logout_redirect_uri: `${origin}/`,
    // As an API key: until the tab is closed. A token that can be renewed is renewed by its refresh token, without a frame.
    userStore: new WebStorageStateStore({ store: window.sessionStorage }), stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: true, monitorSession: false,
    ...(config.audience && config.audience !== config.client_id ? { extraQueryParams: { audience: config.audience } } : {}),
  });
  manager.events.addUserLoaded(take);
  manager.events.addAccessTokenExpired(() => setToken(null));
  return manager;
}

function take(user: User) {
  mark(true);
  setToken(user.access_token);
}

function mark(on: boolean) {
  try {
    if (on) {
      sessionStorage.setItem(MARK, '1');
    } else {
      sessionStorage.removeItem(MARK);
    }
  } catch {
    // Without storage one signs in again after a reload.
  }
}

/** Whether this tab was signed in before it was loaded again. */
export function wasSignedIn(): boolean {
  try {
    return sessionStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

/** Goes to the issuer; it comes back to {@link RETURN_PATH}, and from there to where it began. */
export async function signIn(config: OidcConfig) {
  const { pathname, search } = window.location;
  await (await managerOf(config)).signinRedirect({ state: pathname === RETURN_PATH ? '/' : `${pathname}${search}` });
}

/** Takes what the issuer sent back. Answers where the sign-in began, always a path of this UI. */
export async function finishSignIn(config: OidcConfig): Promise<string> {
  const user = await (await managerOf(config)).signinRedirectCallback();
  take(user);
  return pathOf(user.state);
}

/** A path of this UI and nothing else: `//evil.example` is none. */
export function pathOf(state: unknown): string {
  return typeof state === 'string' && /^\/(?![/\\])/.test(state) ? state : '/';
}

/** Takes up the session that this tab had. */
export async function restoreSession(config: OidcConfig) {
  const known = await managerOf(config);
  const user = await known.getUser();
  if (user && !user.expired) {
    take(user);
  } else {
    const renewed = user?.refresh_token ? await known.signinSilent().catch(() => null) : null;
    if (!renewed) {
      mark(false);
    }
  }
}

/** Ends the session here, and at the issuer if it can be ended there. */
export async function signOut(config: OidcConfig) {
  const known = await managerOf(config);
  mark(false);
  await known.signoutRedirect().catch(async () => {
    await known.removeUser();
    setToken(null);
  });
}
