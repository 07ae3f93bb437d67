import { Select, SimpleGrid } from '@mantine/core';
import { useGet } from '../../api/call';
import { useText } from '../../i18n';

/** Which of the connections or assemblies of an EDS the device uses; empty = the default of the file. */
export function EdsChoice({ id, connection, assembly, onChange }: {
  id: number; connection?: number; assembly?: string; onChange: (choice: { connection?: number; assembly?: string }) => void;
}) {
  const t = useText();
  const connections = useGet('/api/eds/{id}/connections', { id }, {}, { staleTime: 60_000 });
  const assemblies = useGet('/api/eds/{id}/assemblies', { id }, {}, { staleTime: 60_000 });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select label={t.description.tabs.connections} clearable searchable value={connection === undefined ? null : String(connection)} disabled={assembly !== undefined}
        data={(connections.data ?? []).map((each) => ({ value: String(each.connection_number), label: `${each.connection_name || each.keyword}` }))}
        onChange={(value) => onChange({ connection: value === null ? undefined : Number(value) })} />
      <Select label={t.eds.assembly} clearable searchable value={assembly ?? null} disabled={connection !== undefined}
        data={(assemblies.data?.fixed ?? []).map((each) => ({ value: each.keyword!, label: `${each.keyword} · ${each.assembly_name || '–'}` }))}
        onChange={(value) => onChange({ assembly: value ?? undefined })} />
    </SimpleGrid>
  );
}
