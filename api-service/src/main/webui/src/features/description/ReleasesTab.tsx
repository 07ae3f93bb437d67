import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useGet } from '../../api/call';
import type { ReleaseView } from '../../api/types';
import { Ask } from '../../components/Ask';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';
import { dateText, timeText } from '../../lib/dates';
import { compareUrl } from '../catalog/ComparePage';

/** The releases of a description in the catalog, who uses which, and what changed between them. */
export function ReleasesTab({ id, kind }: { id: number; kind: 'IODD' | 'EDS' }) {
  const t = useText();
  const { id: own } = useParams();
  const releases = useGet('/api/descriptions/{id}/releases', { id });
  const columns: Column<ReleaseView>[] = [
    {
      id: 'version', header: t.description.fileVersion, width: 170,
      cell: (each) => (
        <Group gap={6}><Anchor component={Link} to={`/catalog/${each.id}`} size="sm" fw={500}>{each.document_version ?? each.revision ?? each.id}</Anchor>
          {each.newest && <Badge size="xs">{t.description.newest}</Badge>}{String(each.id) === own && <Badge size="xs" color="gray">{t.description.this}</Badge>}</Group>
      ),
    },
    { id: 'format', header: t.description.format, width: 90, cell: (each) => each.format_version ?? each.revision ?? '–' },
    { id: 'date', header: t.description.released, width: 120, value: (each) => each.release_date, cell: (each) => dateText(each.release_date) },
    { id: 'imported', header: t.catalog.imported, width: 192, value: (each) => each.import_date, cell: (each) => timeText(each.import_date) },
    { id: 'file', header: t.description.file, cell: (each) => <Text size="xs" style={{ overflowWrap: 'anywhere' }}>{each.file_name}</Text> },
    {
      id: 'devices', header: t.nav.devices, width: 100, right: true,
      cell: (each) => (each.device_count ? <Anchor component={Link} to={`/devices?description_id=${each.id}`} size="sm">{each.device_count}</Anchor> : '0'),
    },
    {
      id: 'compare', header: '', label: t.catalog.compare, width: 120,
      cell: (each) => (String(each.id) === own ? null : <Button size="compact-xs" variant="light" component={Link} to={compareUrl(kind, [each.id!, Number(own)])}>{t.catalog.compare}</Button>),
    },
  ];
  return (
    <Ask query={releases}>{(list) => (
      <Stack>
        {list.length === 1 && <Text size="sm" c="dimmed">{t.description.onlyRelease}</Text>}
        <DataTable label={t.description.tabs.releases} rows={list} columns={columns} rowKey={(each) => String(each.id)} minWidth={900} />
      </Stack>
    )}</Ask>
  );
}
