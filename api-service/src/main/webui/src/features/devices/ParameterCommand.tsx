import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import type { CommandRequest } from '../../api/types';
import { useText } from '../../i18n';
import { ofParameter } from './commands';
import { ParameterInput } from './twin/ParameterInput';
import type { Writable } from './twin/writable';

/** Chooses a parameter to read, or one to write with its value. */
export function ParameterCommand({ choices, write, master, onBody }: { choices: Writable[]; write: boolean; master: boolean; onBody: (body: CommandRequest | undefined) => void }) {
  const t = useText();
  const [key, setKey] = useState<string | null>(null);
  const [value, setValue] = useState<unknown>(undefined);
  const [readBack, setReadBack] = useState(master);
  const of = (nextKey: string | null, nextValue: unknown, back: boolean) => {
    setKey(nextKey);
    setValue(nextValue);
    setReadBack(back);
    onBody(ofParameter(choices.find((each) => each.key === nextKey), write, nextValue, back));
  };
  const chosen = choices.find((each) => each.key === key);
  return (
    <>
      <Select label={t.device.parameter} searchable value={key} style={{ flex: '1 1 16rem' }} data={choices.map((each) => ({ value: each.key, label: `${each.name} (${each.key})` }))}
        onChange={(next) => of(next, undefined, readBack)} />
      {write && chosen && <ParameterInput key={chosen.key} parameter={chosen} value={value} onChange={(next) => of(key, next, readBack)} />}
      {write && master && <Checkbox mb={8} size="sm" label={t.commands.readBack} checked={readBack} onChange={(event) => of(key, value, event.currentTarget.checked)} />}
    </>
  );
}
