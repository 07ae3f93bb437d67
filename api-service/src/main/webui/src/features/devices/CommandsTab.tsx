import { Badge, Code, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useList } from '../../api/call';
import { deviceUrl } from '../../api/queries';
import type { CommandView } from '../../api/types';
import { useStream } from '../../api/useStream';
import { useMay } from '../../app/useRole';
import { Ask } from '../../components/Ask';
import { StateBadge } from '../../components/Badges';
import { Block } from '../../components/Block';
import { DataTable, type Column } from '../../components/DataTable';
import { Pager } from '../../components/Pager';
import { useText } from '../../i18n';
import { timeText } from '../../lib/dates';
import { CommandForm } from './CommandForm';

const SIZE = 25;

/** Commands to the device with their answers, followed as they change; parameters are read and written by name. */
export function CommandsTab({ id, description, master }: { id: string; description?: number; master?: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const operator = useMay('operator');
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<string | null>(null);
  const commands = useList('/api/devices/{id}/commands', { id }, { page, size: SIZE }, { refetchInterval: 15_000 });
  useStream(`${deviceUrl(id)}/commands/stream`, (event) => {
    if (event.event === 'command') {
      void client.invalidateQueries({ queryKey: ['/api/devices/{id}/commands'] });
    }
  });
  const columns: Column<CommandView>[] = [
    { id: 'at', header: t.commands.at, width: 192, cell: (each) => timeText(each.created_at) },
    {
      id: 'command', header: t.commands.command,
      cell: (each) => <Text size="sm" component="button" type="button" className="payload" aria-expanded={open === each.command_id} onClick={() => setOpen(open === each.command_id ? null : each.command_id ?? null)}>{each.command} <Text span size="xs" c="dimmed" className="mono">{parameterOf(each)}</Text></Text>,
    },
    { id: 'state', header: t.commands.state, width: 150, cell: (each) => <Group gap={4}><StateBadge state={each.state} label={(t.commands.states as Record<string, string>)[each.state ?? '']} />{each.late && <Badge size="xs" color="orange">{t.commands.late}</Badge>}</Group> },
    { id: 'answer', header: t.commands.answer, width: 260, cell: (each) => <Text size="sm" className="number" truncate="end">{answerOf(each)}</Text> },
    { id: 'by', header: t.commands.by, width: 110, cell: (each) => each.requested_by },
  ];
  return (
    <Stack>
      {operator && <CommandForm id={id} description={description} master={master} />}
      <Block title={t.commands.title}>
        <Ask query={commands}>{(list) => (list.items.length === 0 ? <Text size="sm" c="dimmed">{t.commands.empty}</Text>
          : <DataTable label={t.commands.title} rows={list.items} columns={columns} rowKey={(each) => each.command_id ?? ''} minWidth={780}
              below={(each) => (open === each.command_id ? <Code block>{JSON.stringify(each, null, 2)}</Code> : null)} />)}
        </Ask>
        <Pager page={page} size={SIZE} total={commands.data?.total ?? 0} onChange={setPage} />
      </Block>
    </Stack>
  );
}

type Told = Record<string, unknown> | undefined;

export function parameterOf(command: CommandView): string {
  const parameters = command.parameters as Told;
  return parameters?.variable_id ? [parameters.variable_id, parameters.subindex || undefined, parameters.value !== undefined ? `= ${JSON.stringify(parameters.value)}` : undefined].filter((each) => each !== undefined).join(' ') : '';
}

/** The answer in a line: a value with its unit, what went wrong, or the whole of it. */
export function answerOf(command: CommandView): string {
  const error = command.error as Told | string;
  if (error) {
    return typeof error === 'string' ? error : String(error.reason ?? error.message ?? JSON.stringify(error));
  }
  const result = command.result as Told | string | number;
  if (result === undefined || result === null) {
    return '–';
  }
  if (typeof result !== 'object') {
    return String(result);
  }
  const value = result.scaled_value ?? result.value;
  return value === undefined ? JSON.stringify(result) : `${typeof value === 'object' ? JSON.stringify(value) : String(value)}${result.unit ? ` ${String(result.unit)}` : ''}`;
}
