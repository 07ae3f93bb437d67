import { Badge, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../../api/client';
import type { Decoded, Direction, LayoutFrame, LayoutParameter } from '../../api/types';
import { Block } from '../../components/Block';
import { Copy } from '../../components/Copy';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { octetsOf } from '../../lib/bits';
import { cleanHex, spacedHex } from '../../lib/hex';
import { BitPicture } from './BitPicture';
import { EncodeForm } from './EncodeForm';
import { FieldTable } from './FieldTable';
import { Conditions } from './Conditions';

/** One frame: its bits, its fields, and both ways between octets and values as they are typed. */
export function FramePanel({ frame, direction, values, parameters, path, alternatives }: {
  frame: LayoutFrame; direction: Direction; values: Record<string, number>; parameters: LayoutParameter[]; path: string; alternatives: number;
}) {
  const t = useText();
  const [mode, setMode] = useState<'decode' | 'encode'>('decode');
  const [active, setActive] = useState<string | null>(null);
  const [hex, setHex] = useState('');
  const octets = cleanHex(hex);
  const length = octetsOf(frame);
  const [asked] = useDebouncedValue(octets, 250);
  const decoded = useQuery({
    queryKey: ['decode', path, direction, asked, values],
    queryFn: () => change<Decoded>('POST', `${path}/decode`, { direction, hex: asked, parameters: values }),
    enabled: asked !== null && asked.length === length * 2,
    staleTime: Infinity,
    retry: false,
  });
  const encode = useMutation({
    mutationFn: (wanted: Record<string, unknown>) => change<Decoded>('POST', `${path}/encode`, { direction, values: wanted, parameters: values, base: octets ?? undefined }),
    onSuccess: (answer) => answer && setHex(spacedHex(answer.hex)),
  });
  const shown = octets !== null && octets === asked ? decoded.data : undefined;
  const wrong = hex.trim() && !octets ? t.description.badHex : octets && octets.length !== length * 2 ? t.description.wrongLength(octets.length / 2, length) : undefined;
  return (
    <Stack>
      <Block title={frame.name ?? frame.id} aside={
        <Group gap="xs">
          {alternatives > 1 && <Badge color="gray">{t.description.alternatives(alternatives)}</Badge>}
          <Badge color="gray">{t.description.octets(length)}</Badge>
          <Conditions when={frame.when} />
        </Group>
      }>
        <Group align="flex-end" mb="sm" gap="xs">
          <SegmentedControl size="xs" value={mode} onChange={(value) => setMode(value as 'decode' | 'encode')} aria-label={t.description.decode}
            data={[{ value: 'decode', label: t.description.decode }, { value: 'encode', label: t.description.encode }]} />
          <TextInput label={t.description.hex} description={t.description.hexHint(t.description.octets(length))} value={hex} spellCheck={false} autoComplete="off"
            classNames={{ input: 'mono' }} style={{ flex: '1 1 18rem' }} error={wrong} onChange={(event) => setHex(event.currentTarget.value)} />
          <Button size="sm" variant="default" onClick={() => setHex(spacedHex('00'.repeat(length)))}>{t.description.zeros}</Button>
          {octets && <Copy text={octets} />}
        </Group>
        {decoded.error && asked === octets && <ProblemAlert error={decoded.error} />}
        <BitPicture frame={frame} active={active} onActive={setActive} hex={octets} />
      </Block>
      {mode === 'encode' && (
        <Block title={t.description.encode}>
          <EncodeForm frame={frame} values={values} parameters={parameters} decoded={shown} busy={encode.isPending} onEncode={(wanted) => encode.mutate(wanted)} />
          {encode.error && <ProblemAlert error={encode.error} />}
        </Block>
      )}
      <Block title={t.description.fields} aside={shown && <Text size="xs" c="dimmed">{t.description.decodedFrom} <span className="mono">{spacedHex(shown.hex)}</span></Text>}>
        <FieldTable frame={frame} active={active} onActive={setActive} decoded={shown} />
      </Block>
    </Stack>
  );
}
