import { Badge } from '@mantine/core';
import type { DescriptionSummary } from '../../api/types';
import { UrlTabs } from '../../components/UrlTabs';
import { useText } from '../../i18n';
import { GenerateTab } from '../description/GenerateTab';
import { NotesTab } from '../notes/NotesTab';
import { ReleasesTab } from '../description/ReleasesTab';
import { AssembliesTab } from './AssembliesTab';
import { CapacityTab } from './CapacityTab';
import { ConnectionsTab } from './ConnectionsTab';
import { DiagnosticsTab } from './DiagnosticsTab';
import { EdsOverviewTab } from './EdsOverviewTab';
import { EdsParametersTab } from './EdsParametersTab';
import { ModulesTab } from './ModulesTab';
import { NetworkTab } from './NetworkTab';
import { PortsTab } from './PortsTab';
import { RawTab } from './RawTab';

/** All that is known of an EDS. */
export default function EdsTabs({ summary }: { summary: DescriptionSummary }) {
  const t = useText();
  const id = summary.id!;
  const tabs = t.description.tabs;
  return (
    <UrlTabs label={summary.product_name ?? ''} tabs={[
      { value: 'overview', label: tabs.overview, panel: () => <EdsOverviewTab summary={summary} /> },
      { value: 'parameters', label: tabs.parameters, panel: () => <EdsParametersTab id={id} product={summary.product_name ?? ''} /> },
      { value: 'assemblies', label: tabs.assemblies, panel: () => <AssembliesTab id={id} product={summary.product_name ?? ''} /> },
      { value: 'connections', label: tabs.connections, panel: () => <ConnectionsTab id={id} /> },
      { value: 'ports', label: tabs.ports, panel: () => <PortsTab id={id} /> },
      { value: 'modules', label: tabs.modules, panel: () => <ModulesTab id={id} /> },
      { value: 'network', label: tabs.network, panel: () => <NetworkTab id={id} /> },
      { value: 'capacity', label: tabs.capacity, panel: () => <CapacityTab id={id} /> },
      { value: 'raw', label: tabs.raw, panel: () => <RawTab id={id} name={summary.file_name ?? ''} /> },
      {
        value: 'findings', label: tabs.findings, panel: () => <DiagnosticsTab id={id} />,
        mark: summary.finding_count ? <Badge size="sm" circle={summary.finding_count < 10} color="orange">{summary.finding_count}</Badge> : undefined,
      },
      { value: 'notes', label: t.notes.tab, panel: () => <NotesTab id={Number(id)} /> },
      { value: 'releases', label: tabs.releases, panel: () => <ReleasesTab id={id} kind="EDS" /> },
      {
        value: 'generate', label: tabs.generate,
        panel: () => <GenerateTab base={`/api/descriptions/${id}`} tables={[
          { path: `/api/descriptions/${id}/export/parameters`, label: t.generate.parameters },
          { path: `/api/descriptions/${id}/export/process-data`, label: t.generate.processData },
          { path: `/api/descriptions/${id}/export/events`, label: t.generate.events },
        ]} />,
      },
    ]} />
  );
}
