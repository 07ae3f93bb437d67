import { Alert } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { lostSince, onReachChange, reportReach } from '../api/reach';
import { useText } from '../i18n';
import { clockText } from '../lib/dates';

const CHECK_MS = 4000;

/** Says that the API does not answer, tries it, and fetches everything anew when it is back. */
export function ConnectionBanner() {
  const t = useText();
  const client = useQueryClient();
  const since = useSyncExternalStore(onReachChange, lostSince);
  const was = useRef(false);
  useEffect(() => {
    if (since === null) {
      if (was.current) {
        was.current = false;
        notifications.show({ message: t.app.back, color: 'teal' });
        void client.invalidateQueries();
      }
      return undefined;
    }
    was.current = true;
    const timer = setInterval(() => {
      fetch('/api/health/live', { cache: 'no-store' }).then(() => reportReach(true), () => undefined);
    }, CHECK_MS);
    return () => clearInterval(timer);
  }, [since, client, t]);
  return since === null ? null : (
    <Alert color="red" variant="filled" radius={0} py={8} mb="md" role="alert" className="banner">{t.app.lost(clockText(since))}</Alert>
  );
}
