import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useGet } from '../api/call';
import { finishSignIn, signIn } from '../api/session';
import { Loading, Page } from '../components/Page';
import { ProblemAlert } from '../components/Problem';
import { useText } from '../i18n';

/** Where the issuer sends people back to: takes the code and goes on to where the sign-in began. */
export function SignedInPage() {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const config = useGet('/api/auth/config', {}, {}, { staleTime: 300_000 });
  const oidc = config.data?.oidc;
  const begun = useRef(false);
  const [error, setError] = useState<Error>();
  useEffect(() => {
    // The code can be used once; effects run twice while developing.
    if (!oidc?.enabled || begun.current) {
      return;
    }
    begun.current = true;
    finishSignIn(oidc).then((path) => {
      void client.invalidateQueries();
      void navigate(path, { replace: true });
    }, setError);
  }, [oidc, client, navigate]);
  return (
    <Page title={t.key.signIn}>
      {config.error && <ProblemAlert error={config.error} retry={() => void config.refetch()} />}
      {error && <ProblemAlert error={new Error(t.key.signInFailed(error.message))} />}
      {error && oidc && <Button onClick={() => void signIn(oidc)}>{t.key.signIn}</Button>}
      {!error && !config.error && <Loading />}
    </Page>
  );
}
