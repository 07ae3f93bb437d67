import { Button, Group, Select, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { IoddParameter } from '../../../api/types';
import { Block } from '../../../components/Block';
import { useText } from '../../../i18n';
import { keyOfPointer, patchOf, pointerOf } from '../../../lib/twin';
import { ParameterInput } from './ParameterInput';
import { writable } from './writable';

/**
 * Wants a value: of a parameter of the description with the input that fits it, or anything as JSON. The version that
 * was seen when the form was begun goes with it, so that nobody's newer wish is overwritten unseen.
 */
export function TwinForm({ parameters, edit, busy, version, onWrite, onCancel }: {
  parameters: IoddParameter[]; edit: { pointer: string; value: unknown } | null; busy: boolean; version: number;
  onWrite: (patch: unknown, version: number) => void; onCancel?: () => void;
}) {
  const t = useText();
  const [seen, setSeen] = useState<number | null>(null);
  const choices = useMemo(() => writable(parameters), [parameters]);
  const [key, setKey] = useState<string | null>(edit ? keyOfPointer(edit.pointer) : null);
  const chosen = choices.find((each) => each.key === key);
  const [value, setValue] = useState<unknown>(edit && (typeof edit.value !== 'object' || edit.value === null) ? edit.value : undefined);
  const [json, setJson] = useState(edit && !choices.some((each) => each.key === keyOfPointer(edit.pointer)) ? JSON.stringify(patchOf(edit.pointer, edit.value), null, 2) : '');
  const touch = () => setSeen((before) => before ?? version);
  const patch = parsed(json);
  return (
    <Block title={edit ? t.twin.editOf(keyOfPointer(edit.pointer)) : t.twin.want}>
      {choices.length > 0 && (
        <form onSubmit={(event) => { event.preventDefault(); onWrite(patchOf(pointerOf(key!), value), seen ?? version); setSeen(null); }}>
          <Group gap="xs" align="flex-end">
            <Select label={t.device.parameter} searchable value={key} style={{ flex: '1 1 16rem' }} data={choices.map((each) => ({ value: each.key, label: `${each.name} (${each.key})` }))}
              onChange={(next) => { touch(); setKey(next); setValue(undefined); }} />
            {chosen && <ParameterInput key={chosen.key} parameter={chosen} value={value} onChange={(next) => { touch(); setValue(next); }} />}
            <Button type="submit" loading={busy} disabled={!chosen || value === undefined || value === ''}>{t.twin.wantIt}</Button>
            {onCancel && <Button variant="default" onClick={onCancel}>{t.common.cancel}</Button>}
          </Group>
        </form>
      )}
      <details className="json-editor" open={choices.length === 0 || !!json || undefined}>
        <summary><Text span size="sm">{t.twin.asJson}</Text></summary>
        <Textarea aria-label={t.twin.asJson} autosize minRows={3} maxRows={12} value={json} classNames={{ input: 'mono' }} placeholder={'{"V_Mode": 2}'} error={json.trim() && patch === undefined ? t.twin.badJson : undefined}
          onChange={(event) => { touch(); setJson(event.currentTarget.value); }} />
        <Button mt="xs" size="xs" disabled={patch === undefined} loading={busy} onClick={() => { onWrite(patch, seen ?? version); setSeen(null); }}>{t.twin.wantIt}</Button>
      </details>
    </Block>
  );
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
