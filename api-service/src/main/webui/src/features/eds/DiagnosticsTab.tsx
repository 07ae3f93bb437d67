import { useGet } from '../../api/call';
import { Ask } from '../../components/Ask';
import { Findings } from '../description/Findings';

/** What the reader found questionable in the file. */
export function DiagnosticsTab({ id }: { id: number }) {
  const diagnostics = useGet('/api/eds/{id}/diagnostics', { id }, {}, { staleTime: 60_000 });
  return <Ask query={diagnostics}>{(data) => <Findings findings={data.diagnostics ?? []} line={(n) => `?tab=raw&line=${n}`} />}</Ask>;
}
