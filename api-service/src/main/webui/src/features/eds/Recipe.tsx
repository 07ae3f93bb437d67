import { Button, Code, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { send, url } from '../../api/client';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Copy } from '../../components/Copy';
import { useText } from '../../i18n';
import { saveText } from '../../lib/save';

const FORMATS = { pycomm3: 'py', 'node-red': 'json', json: 'json' } as const;
type Format = keyof typeof FORMATS;

/** What to enter into a scanner, or a program that reads the connection's data: to copy or to keep. */
export function Recipe({ id, number }: { id: number; number: number }) {
  const t = useText();
  const [format, setFormat] = useState<Format>('pycomm3');
  const [host, setHost] = useState('');
  const [asked] = useDebouncedValue(host.trim(), 400);
  const recipe = useQuery({
    queryKey: ['recipe', id, number, format, asked],
    queryFn: async ({ signal }) => {
      const text = await (await send(url(`/api/eds/${id}/connections/${number}/recipe`, { format, host: asked }), { signal, accept: '*/*' })).text();
      return FORMATS[format] === 'json' ? JSON.stringify(JSON.parse(text), null, 2) : text;
    },
    staleTime: 60_000,
    retry: false,
  });
  return (
    <Block title={t.eds.recipe} aside={recipe.data && (
      <Group gap="xs"><Copy text={recipe.data} /><Button size="compact-xs" variant="light" onClick={() => saveText(`connection${number}.${FORMATS[format]}`, recipe.data)}>{t.common.download}</Button></Group>
    )}>
      <Group gap="xs" mb="xs" align="flex-end">
        <SegmentedControl size="xs" value={format} aria-label={t.eds.recipe} onChange={(value) => setFormat(value as Format)}
          data={[{ value: 'pycomm3', label: 'Python (pycomm3)' }, { value: 'node-red', label: 'Node-RED' }, { value: 'json', label: 'JSON' }]} />
        <TextInput size="xs" placeholder="192.168.1.10" aria-label={t.eds.host} value={host} onChange={(event) => setHost(event.currentTarget.value)} />
      </Group>
      <Ask query={recipe}>{(text) => <Code block className="recipe" tabIndex={0}>{text}</Code>}</Ask>
    </Block>
  );
}
