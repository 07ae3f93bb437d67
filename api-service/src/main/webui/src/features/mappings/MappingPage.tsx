import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { call, useGet } from '../../api/call';
import type { Mapping, MappingRequest } from '../../api/types';
import { useMay } from '../../app/useRole';
import { Block } from '../../components/Block';
import { Loading, Page } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useText } from '../../i18n';
import { MappingForm } from './MappingForm';
import { EMPTY, requestOf } from './mappingText';
import { TryIt } from './TryIt';
import { Versions } from './Versions';

/** One mapping, or a new one: its expressions, what they make of a message, and how it was before. */
export function MappingPage() {
  const t = useText();
  const { id = 'new' } = useParams();
  const [search] = useSearchParams();
  const fresh = id === 'new';
  const ready = useGet('/api/mappings/ready', {}, {}, { staleTime: Infinity });
  const stored = useGet('/api/mappings/{id}', { id }, {}, { enabled: !fresh });
  const wanted = search.get('ready');
  const shipped = wanted ? ready.data?.find((each) => each.name === wanted) : undefined;
  const begin = fresh ? (wanted ? shipped && requestOf(shipped) : EMPTY) : stored.data && requestOf(stored.data);
  const up = { to: '/mappings', label: t.nav.mappings };
  if (!begin) {
    const error = stored.error ?? ready.error;
    return <Page title={t.nav.mappings} up={up}>{error ? <ProblemAlert error={error} /> : <Loading />}</Page>;
  }
  return (
    <Page title={begin.name || t.mappings.make} up={up}>
      <Editor key={`${id} ${stored.data?.version ?? 0} ${wanted ?? ''}`} begin={begin} stored={stored.data} />
    </Page>
  );
}

function Editor({ begin, stored }: { begin: MappingRequest; stored?: Mapping }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const operator = useMay('operator');
  const [value, setValue] = useState(begin);
  const [errors, setErrors] = useState<{ field?: string; message?: string }[]>([]);
  const save = useMutation({
    mutationFn: () => (stored ? call('PUT /api/mappings/{id}', { id: stored.id! }, requestOf(value), { version: stored.version }) : call('POST /api/mappings', {}, requestOf(value))),
    onSuccess: (made) => {
      notifications.show({ message: t.mappings.saved, color: 'teal' });
      void client.invalidateQueries({ queryKey: ['/api/mappings/{id}'] });
      if (!stored && made?.id !== undefined) {
        void navigate(`/mappings/${made.id}`, { replace: true });
      }
    },
  });
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      <Block title={t.mappings.rule}>
        <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
          <Stack gap="sm">
            <MappingForm value={value} errors={errors} disabled={!operator} onChange={(changes) => setValue((before) => ({ ...before, ...changes }))} />
            {save.error && <ProblemAlert error={save.error} />}
            {operator && <Group justify="flex-end"><Button type="submit" loading={save.isPending} disabled={!value.name.trim() || !value.device.trim() || value.topics.length === 0}>{t.common.save}</Button></Group>}
          </Stack>
        </form>
      </Block>
      <Stack>
        {operator && <TryIt mapping={value} onErrors={setErrors} />}
        {stored && <Versions id={stored.id!} current={stored.version} onTake={operator ? (version) => setValue(requestOf(version)) : undefined} />}
      </Stack>
    </SimpleGrid>
  );
}
