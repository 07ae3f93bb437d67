import { Button, Group, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, send, url } from '../../api/client';
import { Block } from '../../components/Block';
import { Dialog } from '../../components/Dialog';
import { Loading } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { SourceView } from '../../components/SourceView';
import { useText } from '../../i18n';
import { nameOf, saveBlob } from '../../lib/save';

interface Generator {
  id: string;
  title: string;
  description: string;
}

interface Table {
  path: string;
  label: string;
}

/** What can be made of a description or a device: files for other tools, and tables. */
export function GenerateTab({ base, tables }: { base: string; tables: Table[] }) {
  const t = useText();
  const [shown, setShown] = useState<Generator>();
  const [format, setFormat] = useState('csv');
  const generators = useQuery({ queryKey: ['generators'], queryFn: ({ signal }) => get<Generator[]>('/api/generators', signal), staleTime: Infinity });
  const download = useMutation({
    mutationFn: async (path: string) => {
      const response = await send(path, { accept: '*/*' });
      saveBlob(nameOf(response), await response.blob());
    },
  });
  if (generators.error) {
    return <ProblemAlert error={generators.error} retry={() => void generators.refetch()} />;
  }
  if (!generators.data) {
    return <Loading />;
  }
  return (
    <Stack>
      {download.error && <ProblemAlert error={download.error} />}
      <Block title={t.generate.tables} aside={
        <NativeSelect size="xs" aria-label={t.generate.format} value={format} onChange={(event) => setFormat(event.currentTarget.value)}
          data={[{ value: 'csv', label: 'CSV' }, { value: 'xlsx', label: 'Excel (XLSX)' }, { value: 'json', label: 'JSON' }]} />
      }>
        <Group gap="xs">
          {tables.map((table) => (
            <Button key={table.path} variant="default" size="xs" loading={download.isPending && download.variables?.startsWith(table.path)}
              onClick={() => download.mutate(url(table.path, { format, bom: format === 'csv' ? true : undefined }))}>{table.label}</Button>
          ))}
        </Group>
      </Block>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {generators.data.map((generator) => {
          const names = t.generate.names[generator.id as keyof typeof t.generate.names];
          const path = `${base}/generated/${generator.id}`;
          return (
            <Block key={generator.id} title={names?.title ?? generator.title}>
              <Text size="sm" mb="sm">{names?.text ?? generator.description}</Text>
              <Group gap="xs">
                <Button size="xs" loading={download.isPending && download.variables === path} onClick={() => download.mutate(path)}>{t.generate.download}</Button>
                <Button size="xs" variant="default" onClick={() => setShown(generator)}>{t.generate.look}</Button>
              </Group>
            </Block>
          );
        })}
      </SimpleGrid>
      {shown && <Look path={`${base}/generated/${shown.id}`} title={shown.title} onClose={() => setShown(undefined)} />}
    </Stack>
  );
}

function Look({ path, title, onClose }: { path: string; title: string; onClose: () => void }) {
  const file = useQuery({
    queryKey: ['generated', path],
    queryFn: async ({ signal }) => {
      const response = await send(path, { accept: '*/*', signal });
      return { name: nameOf(response), text: await response.text() };
    },
  });
  return (
    <Dialog opened onClose={onClose} title={title} size="xl">
      {file.error && <ProblemAlert error={file.error} />}
      {!file.data && !file.error && <Loading />}
      {file.data && <SourceView name={file.data.name} text={file.data.text} lines={file.data.text.split('\n')} render={(line) => line} />}
    </Dialog>
  );
}
