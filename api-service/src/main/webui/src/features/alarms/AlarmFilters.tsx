import { Select } from '@mantine/core';
import { SearchField } from '../../components/SearchField';
import { useText } from '../../i18n';
import { PRIORITIES } from './AlarmBadges';

const STATES = ['active', 'acknowledged', 'cleared', 'shelved', 'closed'] as const;
const KINDS = ['event', 'range', 'rate', 'status', 'silence', 'disconnected', 'dead_letters'] as const;

/** What the list of alarms is narrowed by. */
export function AlarmFilters({ params, set }: { params: URLSearchParams; set: (changes: Record<string, string | null>) => void }) {
  const t = useText();
  return (
    <>
      <SearchField value={params.get('q') ?? ''} label={t.alarms.search} onChange={(q) => set({ q })} />
      <Select aria-label={t.alarms.state} placeholder={t.alarms.state} clearable w={150} value={params.get('state')}
        data={STATES.map((value) => ({ value, label: t.alarms.states[value] }))} onChange={(state) => set({ state })} />
      <Select aria-label={t.alarms.atLeast} placeholder={t.alarms.atLeast} clearable w={150} value={params.get('priority')}
        data={PRIORITIES.map((value) => ({ value, label: t.alarms.priorities[value] }))} onChange={(priority) => set({ priority })} />
      <Select aria-label={t.alarms.kind} placeholder={t.alarms.kind} clearable w={170} value={params.get('kind')}
        data={KINDS.map((value) => ({ value, label: t.alarms.kinds[value] }))} onChange={(kind) => set({ kind })} />
      <SearchField value={params.get('label') ?? ''} label={t.wall.label} onChange={(label) => set({ label })} />
    </>
  );
}
