import { Anchor, SimpleGrid, Stack, Text } from '@mantine/core';
import { useGet } from '../../api/call';
import type { TableSize } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { Facts } from '../../components/Facts';
import { Page } from '../../components/Page';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { sizeText } from '../../lib/numbers';
import { Versions } from './Versions';

/** Which versions run, and how much there is of everything. */
export function AboutPage() {
  const t = useText();
  const overview = useGet('/api/admin/overview', {}, {}, { refetchInterval: 30_000 });
  const columns: Column<TableSize>[] = [
    { id: 'name', header: t.about.table, value: (each) => each.name, cell: (each) => <span className="mono">{each.name}</span> },
    { id: 'rows', header: t.about.rows, width: 140, right: true, value: (each) => each.rows_estimated, cell: (each) => <span className="number">{each.rows_estimated}</span> },
    { id: 'size', header: t.mqtt.size, width: 120, right: true, value: (each) => each.bytes, cell: (each) => <span className="number">{sizeText(each.bytes ?? 0)}</span> },
  ];
  return (
    <Page title={t.nav.about}>
      <Ask query={overview}>{(data) => (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Stack>
            <Versions overview={data} />
            <Block title={t.catalog.title}>
              <Facts rows={[
                ['IODD', data.catalog?.iodds], [t.about.parametersOf('IODD'), data.catalog?.iodd_parameters], ['EDS', data.catalog?.eds_files],
                [t.about.parametersOf('EDS'), data.catalog?.eds_parameters], [t.about.packages, data.catalog?.eds_packages], [t.nav.devices, data.devices],
                ...Object.entries(data.import_jobs ?? {}).map(([state, count]): [string, number] => [`${t.nav.imports}: ${state}`, count]),
              ]} />
            </Block>
            <Block title={t.about.licence}>
              <Text size="sm">{t.about.licenceText} <Anchor href="/docs">{t.app.apiDocs}</Anchor></Text>
            </Block>
          </Stack>
          <Stack>
            <Block title={t.about.room}>
              <Facts rows={[
                [t.about.database, sizeText(data.database?.bytes ?? 0)], [t.about.spool, t.about.freeOf(sizeText(data.storage?.free_bytes ?? 0), sizeText(data.storage?.bytes ?? 0))],
                [t.about.asOf, timeText(data.timestamp)],
              ]} />
            </Block>
            <Block title={t.about.tables}>
              <DataTable label={t.about.tables} rows={data.database?.tables ?? []} columns={columns} rowKey={(each) => each.name ?? ''} minWidth={420} />
            </Block>
          </Stack>
        </SimpleGrid>
      )}</Ask>
    </Page>
  );
}
