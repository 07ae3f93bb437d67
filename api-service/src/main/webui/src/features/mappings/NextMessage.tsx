import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n';
import type { Message } from '../mqtt/recorder';
import { useMessages } from '../mqtt/useMessages';

/** Waits for the next message of the first topic filter and gives it. */
export function NextMessage({ filters, onMessage }: { filters: string[]; onMessage: (message: Message) => void }) {
  const t = useText();
  const [waiting, setWaiting] = useState(false);
  const messages = useMessages(waiting ? filters[0] ?? null : null);
  const next = messages.items[messages.items.length - 1];
  useEffect(() => {
    if (waiting && next) {
      setWaiting(false);
      messages.clear();
      onMessage(next);
    }
  }, [waiting, next, messages, onMessage]);
  return <Button size="xs" variant="default" loading={waiting} disabled={filters.length === 0} onClick={() => setWaiting(true)}>{t.mappings.next}</Button>;
}
