import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useList } from '../../api/call';
import { url } from '../../api/client';
import { useStream } from '../../api/useStream';
import { useTextLanguage } from '../../app/preferences';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Empty } from '../../components/Page';
import { Pager } from '../../components/Pager';
import { useText } from '../../i18n';
import { EventTable } from '../events/EventTable';

const SIZE = 50;

/** What the device reports: what is active now, and what was. */
export function DeviceEventsTab({ id }: { id: string }) {
  const t = useText();
  const client = useQueryClient();
  const lang = useTextLanguage();
  const [page, setPage] = useState(1);
  const active = useList('/api/devices/{id}/events/active', { id }, { lang, size: 200 }, { refetchInterval: 15_000 });
  const all = useList('/api/devices/{id}/events', { id }, { lang, page, size: SIZE }, { refetchInterval: 15_000 });
  useStream(url('/api/events/stream', { device: id }), (event) => {
    if (event.event !== 'message' || event.data) {
      void client.invalidateQueries({ queryKey: ['/api/devices/{id}/events'] });
      void client.invalidateQueries({ queryKey: ['/api/devices/{id}/events/active'] });
    }
  });
  return (
    <Stack>
      <Block title={`${t.events.activeNow} (${active.data?.total ?? '…'})`}>
        <Ask query={active}>{(list) => (list.items.length === 0 ? <Empty>{t.events.noneActive}</Empty> : <EventTable events={list.items} device={false} />)}</Ask>
      </Block>
      <Block title={t.events.history}>
        <Ask query={all}>{(list) => (list.items.length === 0 ? <Empty>{t.events.none}</Empty> : <EventTable events={list.items} device={false} />)}</Ask>
        <Pager page={page} size={SIZE} total={all.data?.total ?? 0} onChange={setPage} />
      </Block>
    </Stack>
  );
}
