import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { call, useGet } from '../../api/call';
import type { NamespaceStats } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { Facts } from '../../components/Facts';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { sizeText, statusText } from '../../lib/numbers';

interface Line extends NamespaceStats {
  name: string;
}

/** What the cache spares the database, kind by kind, and the button that has it forget. */
export function CachePage() {
  const t = useText();
  const admin = useMay('admin');
  const stats = useGet('/api/cache/stats', {}, {}, { refetchInterval: 5000 });
  const clear = useMutation({
    mutationFn: (scope: string | undefined) => call('POST /api/cache/clear', {}, undefined, { scope }),
    onSuccess: () => {
      notifications.show({ message: t.cache.cleared, color: 'teal' });
      void stats.refetch();
    },
  });
  const number = (value: number | undefined) => <span className="number">{value ?? '–'}</span>;
  const columns: Column<Line>[] = [
    { id: 'name', header: t.cache.kind, value: (each) => each.name, cell: (each) => statusText(each.name) },
    { id: 'ratio', header: t.cache.ratio, width: 110, right: true, value: (each) => each.ratio, cell: (each) => <span className="number">{each.hits || each.misses ? `${((each.ratio ?? 0) * 100).toFixed(0)} %` : '–'}</span> },
    { id: 'hits', header: t.cache.hits, width: 100, right: true, value: (each) => each.hits, cell: (each) => number(each.hits) },
    { id: 'misses', header: t.cache.misses, width: 110, right: true, value: (each) => each.misses, cell: (each) => number(each.misses) },
    { id: 'bytes', header: t.mqtt.size, width: 110, right: true, value: (each) => each.bytes, cell: (each) => <span className="number">{each.bytes === undefined ? '–' : sizeText(each.bytes)}</span> },
    { id: 'load', header: t.cache.load, width: 150, right: true, value: (each) => each.mean_load_ms, cell: (each) => <span className="number">{each.loads ? `${(each.mean_load_ms ?? 0).toFixed(1)} ms` : '–'}</span> },
    { id: 'ttl', header: t.cache.ttl, width: 110, right: true, value: (each) => each.ttl_seconds, cell: (each) => <span className="number">{each.ttl_seconds} s</span> },
    ...(admin ? [{ id: 'clear', header: '', label: t.cache.clear, width: 110, cell: (each: Line) => <Button size="compact-xs" variant="subtle" loading={clear.isPending && clear.variables === each.name} onClick={() => clear.mutate(each.name)}>{t.cache.clear}</Button> }] : []),
  ];
  return (
    <Page title={t.nav.cache} aside={admin && <Button size="xs" variant="light" color="orange" loading={clear.isPending && clear.variables === undefined} onClick={() => clear.mutate(undefined)}>{t.cache.clearAll}</Button>}>
      {clear.error && <ProblemAlert error={clear.error} />}
      <Ask query={stats}>{(data) => (
        <Stack>
          <Block title={t.cache.server} aside={<Group gap="xs">{data.cache?.enabled ? <Badge color={data.cache.connected ? 'teal' : 'red'}>{data.cache.connected ? t.state.connected : t.state.disconnected}</Badge> : <Badge color="gray">{t.state.disabled}</Badge>}</Group>}>
            <Text size="sm" c="dimmed" mb="xs">{t.cache.text}</Text>
            <Facts rows={[
              [t.cache.used, data.cache?.bytes !== undefined && t.cache.of(sizeText(data.cache.bytes), sizeText(data.cache.max_bytes ?? 0))], [t.cache.memory, data.cache?.used_memory_human], [t.cache.local, data.cache?.local_entries],
            ]} />
          </Block>
          <DataTable label={t.nav.cache} rows={Object.entries(data.namespaces ?? {}).map(([name, each]) => ({ ...each, name }))} columns={columns} rowKey={(each) => each.name} minWidth={900} />
        </Stack>
      )}</Ask>
    </Page>
  );
}
