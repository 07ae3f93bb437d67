import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ImportedFile } from '../../api/types';
import { StateBadge } from '../../components/Badges';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';

/** What became of each file, with the reason and the line. */
export function ImportResults({ files }: { files: ImportedFile[] }) {
  const t = useText();
  const columns: Column<ImportedFile>[] = [
    {
      id: 'status', header: t.imports.result, width: 150, value: (each) => each.status,
      cell: (each) => <StateBadge state={each.status} label={each.status && t.imports.statuses[each.status]} />,
    },
    {
      id: 'file', header: t.imports.file, value: (each) => each.file,
      cell: (each) => (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {each.id === undefined ? each.file : <Anchor component={Link} to={`/catalog/${each.id}`} inherit>{each.file}</Anchor>}
        </Text>
      ),
    },
    {
      id: 'why', header: t.imports.why,
      cell: (each) => (
        <Text size="sm" component="div">
          {each.message}{each.line !== undefined && each.message && <Text span size="xs" c="dimmed"> {t.imports.line(each.line)}</Text>}
          {!!each.finding_count && <Text size="xs" c="dimmed">{t.imports.findings(each.finding_count)}</Text>}
        </Text>
      ),
    },
  ];
  return <DataTable label={t.imports.results} rows={files} columns={columns} rowKey={(each) => `${each.file}-${each.id}-${each.status}`} minWidth={760} />;
}
