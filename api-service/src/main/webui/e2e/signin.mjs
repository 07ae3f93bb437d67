import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { check, until } from './harness.mjs';

/** Sign-in of a person by the code flow with PKCE against a small issuer; what the API says of the person is answered in its place. */
export async function signin({ browser, url, steps }) {
  const issuer = await startIssuer();
  // The policy of the page allows the issuer that the operator has set, and this one is none.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', bypassCSP: true });
  const page = await context.newPage();
  let bearer;
  await page.route('**/api/auth/config', (route) => route.fulfill({
    json: { mode: 'keys', oidc: { enabled: true, issuer: issuer.url, client_id: 'greenstack', scopes: ['openid', 'profile'], audience: 'greenstack', code_challenge_method: 'S256' } },
  }));
  await page.route('**/api/auth/me', (route) => {
    bearer = route.request().headers()['authorization'];
    return bearer ? route.fulfill({ json: { name: 'oidc:ada', kind: 'token', scope: 'viewer', roles: ['viewer'] } })
      : route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Unauthorized', status: 401 }) });
  });
  await steps.step('sign in by an issuer, and be back where one was', page, async () => {
    await page.goto(`${url}/devices?q=tp100`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(/\/devices\?q=tp100$/, { timeout: 20_000 });
    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor();
    await until(() => bearer === 'Bearer issued-token');
    check(issuer.proofs === 1, 'the issuer saw no valid proof of the code (PKCE)');
  });
  await steps.step('the role of the token is respected', page, async () => {
    await page.getByRole('button', { name: 'Who you are' }).click();
    await page.getByText('oidc:ada').waitFor();
    check((await page.getByRole('link', { name: 'API keys' }).count()) === 0, 'a viewer is offered API keys');
    await page.keyboard.press('Escape');
  });
  await steps.step('a reload stays signed in', page, async () => {
    bearer = undefined;
    await page.reload();
    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor();
    await page.waitForFunction(() => !document.querySelector('[role=dialog]'));
    await until(() => bearer === 'Bearer issued-token');
  });
  await steps.step('sign out', page, async () => {
    await page.getByRole('button', { name: 'Who you are' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor({ timeout: 20_000 });
  });
  await context.close();
  issuer.close();
}

/** An issuer for one person, which checks the proof of the code. */
async function startIssuer() {
  const codes = new Map();
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const state = { proofs: 0 };
  const server = createServer(async (request, response) => {
    const at = new URL(request.url, state.url);
    const json = (body, status = 200) => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' });
      response.end(JSON.stringify(body));
    };
    if (request.method === 'OPTIONS') {
      json({});
    } else if (at.pathname === '/.well-known/openid-configuration') {
      json({
        issuer: state.url, authorization_endpoint: `${state.url}/authorize`, token_endpoint: `${state.url}/token`, jwks_uri: `${state.url}/keys`, end_session_endpoint: `${state.url}/end`,
        response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'],
      });
    } else if (at.pathname === '/authorize') {
      const code = randomBytes(12).toString('hex');
      codes.set(code, Object.fromEntries(at.searchParams));
      const back = new URL(at.searchParams.get('redirect_uri'));
      back.searchParams.set('code', code);
      back.searchParams.set('state', at.searchParams.get('state'));
      response.writeHead(302, { Location: back.href });
      response.end();
    } else if (at.pathname === '/token') {
      const chunks = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const asked = codes.get(form.get('code'));
      codes.delete(form.get('code'));
      if (!asked || asked.code_challenge_method !== 'S256' || createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') !== asked.code_challenge) {
        json({ error: 'invalid_grant' }, 400);
        return;
      }
      state.proofs++;
      const now = Math.floor(Date.now() / 1000);
      json({
        access_token: 'issued-token', token_type: 'Bearer', expires_in: 600, scope: 'openid profile',
        id_token: `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss: state.url, aud: 'greenstack', sub: 'ada', iat: now, exp: now + 600, nonce: asked.nonce })}.c2lnbmF0dXJl`,
      });
    } else if (at.pathname === '/end') {
      response.writeHead(302, { Location: at.searchParams.get('post_logout_redirect_uri') ?? '/' });
      response.end();
    } else {
      json({}, 404);
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  state.url = `http://127.0.0.1:${server.address().port}`;
  state.close = () => server.close();
  return state;
}
