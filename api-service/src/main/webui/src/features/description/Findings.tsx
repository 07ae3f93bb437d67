import { Anchor, Badge, Text } from '@mantine/core';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../components/DataTable';
import { useText } from '../../i18n';

export interface Finding {
  severity?: string;
  code?: string;
  line?: number;
  path?: string;
  section?: string;
  context?: string;
  message?: string;
}

const COLORS: Record<string, string> = { error: 'red', fatal: 'red', warning: 'orange', warn: 'orange', info: 'blue' };
const ORDER = ['fatal', 'error', 'warning', 'warn', 'info'];

/** What the reader found questionable in a file; lines link to where they stand. */
export function Findings({ findings, line }: { findings: Finding[]; line: (line: number) => string }) {
  const t = useText();
  const columns: Column<Finding>[] = [
    {
      id: 'severity', header: t.description.severity, width: 110, value: (each) => ORDER.indexOf(each.severity?.toLowerCase() ?? ''),
      cell: (each) => <Badge color={COLORS[each.severity?.toLowerCase() ?? ''] ?? 'gray'}>{(t.description.severities as Record<string, string>)[each.severity?.toLowerCase() ?? ''] ?? each.severity}</Badge>,
    },
    {
      id: 'line', header: t.description.line, width: 90, right: true, value: (each) => each.line,
      cell: (each) => (each.line ? <Anchor component={Link} to={line(each.line)} size="sm" className="number">{each.line}</Anchor> : '–'),
    },
    {
      id: 'text', header: t.description.text, value: (each) => each.message,
      cell: (each) => (
        <><Text size="sm">{each.message}</Text>
          <Text size="xs" c="dimmed" className="mono" style={{ overflowWrap: 'anywhere' }}>{[each.code, each.path, each.section, each.context].filter(Boolean).join(' · ')}</Text></>
      ),
    },
  ];
  return findings.length === 0 ? <Text size="sm" c="dimmed">{t.description.noFindings}</Text>
    : <DataTable label={t.description.findings} rows={findings} columns={columns} rowKey={(each) => `${each.code}-${each.line}-${each.path ?? each.context}-${each.message}`} />;
}
