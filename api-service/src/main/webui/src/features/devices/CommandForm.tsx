import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call, useWhole } from '../../api/call';
import { useTextLanguage } from '../../app/preferences';
import { Block } from '../../components/Block';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { answerOf } from './CommandsTab';
import { ParameterInput } from './twin/ParameterInput';
import { writable } from './twin/writable';

type What = 'read' | 'write' | 'other';

/** Reads or writes a parameter of the description, or sends any command. */
export function CommandForm({ id, description }: { id: string; description?: number }) {
  const t = useText();
  const client = useQueryClient();
  const lang = useTextLanguage();
  const parameters = useWhole('/api/iodd/{id}/parameters', { id: description ?? 0 }, { lang }, { enabled: description !== undefined, keep: true });
  const [what, setWhat] = useState<What>(description === undefined ? 'other' : 'read');
  const [key, setKey] = useState<string | null>(null);
  const [value, setValue] = useState<unknown>(undefined);
  const [command, setCommand] = useState('');
  const [json, setJson] = useState('');
  const choices = useMemo(() => writable(parameters.data ?? [], what === 'write' ? 'w' : 'r'), [parameters.data, what]);
  const chosen = choices.find((each) => each.key === key);
  const body = () => {
    if (what === 'other') {
      return { command: command.trim(), parameters: json.trim() ? JSON.parse(json) as unknown : undefined };
    }
    return { command: `${what}_parameter`, parameter: chosen!.variable, ...(chosen!.subindex ? { subindex: chosen!.subindex } : {}), ...(what === 'write' ? { value } : {}) };
  };
  const send = useMutation({
    mutationFn: () => call('POST /api/devices/{id}/commands', { id }, body(), { wait: '5s' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['/api/devices/{id}/commands'] }),
  });
  const ready = what === 'other' ? !!command.trim() : !!chosen && (what === 'read' || value !== undefined);
  return (
    <Block title={t.commands.send}>
      <form onSubmit={(event) => { event.preventDefault(); send.mutate(); }}>
        <Group gap="xs" align="flex-end">
          {description !== undefined && (
            <SegmentedControl size="xs" value={what} aria-label={t.commands.command} onChange={(next) => { setWhat(next as What); setValue(undefined); send.reset(); }}
              data={[{ value: 'read', label: t.commands.read }, { value: 'write', label: t.commands.write }, { value: 'other', label: t.commands.other }]} />
          )}
          {what !== 'other' ? (
            <>
              <Select label={t.device.parameter} searchable value={key} style={{ flex: '1 1 16rem' }} data={choices.map((each) => ({ value: each.key, label: `${each.name} (${each.key})` }))}
                onChange={(next) => { setKey(next); setValue(undefined); send.reset(); }} />
              {what === 'write' && chosen && <ParameterInput key={chosen.key} parameter={chosen} value={value} onChange={setValue} />}
            </>
          ) : (
            <>
              <TextInput label={t.commands.command} value={command} style={{ flex: '1 1 10rem' }} placeholder="blink" onChange={(event) => setCommand(event.currentTarget.value)} />
              <TextInput label={t.commands.parameters} value={json} style={{ flex: '2 1 14rem' }} classNames={{ input: 'mono' }} placeholder='{"times": 3}' onChange={(event) => setJson(event.currentTarget.value)} />
            </>
          )}
          <Button type="submit" loading={send.isPending} disabled={!ready}>{t.commands.go}</Button>
        </Group>
      </form>
      <div role="status">
        {send.data && <Text size="sm" mt="xs">{(t.commands.states as Record<string, string>)[send.data.state ?? ''] ?? send.data.state}: <b>{answerOf(send.data)}</b></Text>}
      </div>
      {send.error && <ProblemAlert error={send.error} />}
    </Block>
  );
}
