import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useRouteError } from 'react-router';
import { useText } from '../i18n';

const CHECK_MS = 3000;
const RELOADED = 'greenstack-reloaded';

/** Whether a page's code could not be fetched, in the words of the three browser engines. */
export function isChunkError(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error);
  return /dynamically imported module|importing a module script failed|unable to preload|failed to fetch/i.test(text);
}

/** Whether this page was already loaded anew a moment ago: then loading once more would help nothing. */
function justReloaded(): boolean {
  try {
    return Date.now() - Number(sessionStorage.getItem(RELOADED)) < 20_000;
  } catch {
    return true;
  }
}

function reload() {
  try {
    sessionStorage.setItem(RELOADED, String(Date.now()));
  } catch {
    // Then it is loaded anew by hand only.
  }
  window.location.reload();
}

/**
 * Stands in for a page that failed. One that could not be fetched is loaded as soon as the service answers: nobody has
 * typed anything into it yet.
 */
export function RouteError() {
  const t = useText();
  const error = useRouteError();
  const chunk = isChunkError(error);
  const [answers, setAnswers] = useState<boolean | null>(null);
  useEffect(() => {
    if (!chunk) {
      return undefined;
    }
    let stopped = false;
    const check = async () => {
      const there = await fetch('/api/health/live', { cache: 'no-store' }).then((response) => response.ok, () => false);
      if (stopped) {
        return;
      }
      setAnswers(there);
      if (there && !justReloaded()) {
        reload();
      }
    };
    void check();
    const timer = setInterval(() => void check(), CHECK_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [chunk]);

  const title = !chunk ? t.app.failed : answers ? t.app.outdated : t.app.unreachable;
  const text = !chunk ? t.app.failedText : answers ? t.app.outdatedText : t.app.unreachableText;
  return (
    <Stack align="flex-start" role="alert">
      <Title order={1} size="h2">{title}</Title>
      <Text>{text}</Text>
      {!chunk && <Text ff="monospace" size="sm">{error instanceof Error ? error.message : String(error)}</Text>}
      {chunk && !answers
        ? <Group gap="xs"><Loader size="xs" aria-hidden /><Text size="sm" c="dimmed">{t.app.waiting}</Text></Group>
        : <Button onClick={reload}>{t.app.reload}</Button>}
    </Stack>
  );
}
