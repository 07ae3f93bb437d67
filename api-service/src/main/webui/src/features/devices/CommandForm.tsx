import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call, useWhole } from '../../api/call';
import { useLayout } from '../../api/queries';
import type { CommandRequest } from '../../api/types';
import { useTextLanguage } from '../../app/preferences';
import { Block } from '../../components/Block';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { ofText, outputFields, systemCommands } from './commands';
import { answerOf } from './CommandsTab';
import { OutputCommand } from './OutputCommand';
import { ParameterCommand } from './ParameterCommand';
import { writable } from './twin/writable';

type What = 'read' | 'write' | 'output' | 'system' | 'other';

/** Reads or writes a parameter of the description, sets output data, lets a system command run, or sends any command. */
export function CommandForm({ id, description, master = false }: { id: string; description?: number; master?: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const lang = useTextLanguage();
  const known = description !== undefined;
  const parameters = useWhole('/api/iodd/{id}/parameters', { id: description ?? 0 }, { lang }, { enabled: known, keep: true });
  const layout = useLayout(known && master ? String(description) : undefined);
  const [what, setWhat] = useState<What>(known ? 'read' : 'other');
  const [body, setBody] = useState<CommandRequest>();
  const choices = useMemo(() => writable(parameters.data ?? [], what === 'write' ? 'w' : 'r'), [parameters.data, what]);
  const systems = useMemo(() => systemCommands(parameters.data ?? []), [parameters.data]);
  const fields = useMemo(() => outputFields(layout.data), [layout.data]);
  const send = useMutation({
    mutationFn: (wanted: CommandRequest) => call('POST /api/devices/{id}/commands', { id }, wanted, { wait: '5s' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['/api/devices/{id}/commands'] }),
  });
  const change = (next: CommandRequest | undefined) => {
    setBody(next);
    send.reset();
  };
  const ask = () => modals.openConfirmModal({
    title: t.commands.system, children: <Text size="sm">{t.commands.systemText(systems.find((each) => Number(each.value) === body?.value)?.name ?? '', id)}</Text>,
    labels: { confirm: t.commands.go, cancel: t.common.cancel }, confirmProps: { color: 'red' }, onConfirm: () => send.mutate({ ...body!, confirm: true }),
  });
  const kinds: What[] = known ? ['read', 'write', ...(fields.length > 0 ? ['output' as const] : []), ...(systems.length > 0 ? ['system' as const] : []), 'other'] : ['other'];
  return (
    <Block title={t.commands.send}>
      <form onSubmit={(event) => { event.preventDefault(); if (what === 'system') { ask(); } else { send.mutate(body!); } }}>
        <Group gap="xs" align="flex-end">
          {known && (
            <SegmentedControl size="xs" value={what} aria-label={t.commands.command} onChange={(next) => { setWhat(next as What); change(undefined); }}
              data={kinds.map((each) => ({ value: each, label: t.commands[each] }))} />
          )}
          {(what === 'read' || what === 'write') && <ParameterCommand key={what} choices={choices} write={what === 'write'} master={master} onBody={change} />}
          {what === 'output' && <OutputCommand fields={fields} onBody={change} />}
          {what === 'system' && <Select label={t.commands.system} style={{ flex: '1 1 16rem' }} data={systems.map((each) => ({ value: each.value, label: `${each.value} = ${each.name}` }))}
            onChange={(next) => change(next === null ? undefined : { command: 'system_command', value: Number(next) })} />}
          {what === 'other' && <OtherCommand onBody={change} />}
          <Button type="submit" loading={send.isPending} disabled={!body}>{t.commands.go}</Button>
        </Group>
      </form>
      <div role="status">
        {send.data && <Text size="sm" mt="xs">{(t.commands.states as Record<string, string>)[send.data.state ?? ''] ?? send.data.state}: <b>{answerOf(send.data)}</b></Text>}
      </div>
      {send.error && <ProblemAlert error={send.error} />}
    </Block>
  );
}

function OtherCommand({ onBody }: { onBody: (body: CommandRequest | undefined) => void }) {
  const t = useText();
  const [command, setCommand] = useState('');
  const [json, setJson] = useState('');
  return (
    <>
      <TextInput label={t.commands.command} value={command} style={{ flex: '1 1 10rem' }} placeholder="blink" onChange={(event) => { setCommand(event.currentTarget.value); onBody(ofText(event.currentTarget.value, json)); }} />
      <TextInput label={t.commands.parameters} value={json} style={{ flex: '2 1 14rem' }} classNames={{ input: 'mono' }} placeholder='{"times": 3}' onChange={(event) => { setJson(event.currentTarget.value); onBody(ofText(command, event.currentTarget.value)); }} />
    </>
  );
}
