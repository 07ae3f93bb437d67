import { Badge } from '@mantine/core';
import type { DescriptionSummary } from '../../api/types';
import { UrlTabs } from '../../components/UrlTabs';
import { useText } from '../../i18n';
import { GenerateTab } from '../description/GenerateTab';
import { ProcessDataTab } from '../description/ProcessDataTab';
import { NotesTab } from '../notes/NotesTab';
import { ReleasesTab } from '../description/ReleasesTab';
import { CodesTab } from './CodesTab';
import { CommunicationTab } from './CommunicationTab';
import { ImagesTab } from './ImagesTab';
import { MenusTab } from './MenusTab';
import { OverviewTab } from './OverviewTab';
import { ParametersTab } from './ParametersTab';
import { TechnicalTab } from './TechnicalTab';
import { TrustTab } from './TrustTab';
import { XmlTab } from './XmlTab';

/** All that is known of an IODD. */
export default function IoddTabs({ summary }: { summary: DescriptionSummary }) {
  const t = useText();
  const id = summary.id!;
  const tabs = t.description.tabs;
  return (
    <UrlTabs label={summary.product_name ?? ''} tabs={[
      { value: 'overview', label: tabs.overview, panel: () => <OverviewTab summary={summary} /> },
      { value: 'parameters', label: tabs.parameters, panel: () => <ParametersTab id={id} product={summary.product_name ?? ''} /> },
      { value: 'process-data', label: tabs.processData, panel: () => <ProcessDataTab id={String(id)} product={summary.product_name ?? ''} /> },
      { value: 'menus', label: tabs.menus, panel: () => <MenusTab id={id} product={summary.product_name ?? ''} /> },
      { value: 'communication', label: tabs.communication, panel: () => <CommunicationTab id={id} /> },
      { value: 'errors', label: tabs.errors, panel: () => <CodesTab id={id} what="errors" /> },
      { value: 'events', label: tabs.events, panel: () => <CodesTab id={id} what="events" /> },
      { value: 'images', label: tabs.images, panel: () => <ImagesTab id={id} /> },
      { value: 'xml', label: tabs.xml, panel: () => <XmlTab id={id} /> },
      { value: 'technical', label: tabs.technical, panel: () => <TechnicalTab summary={summary} /> },
      {
        value: 'trust', label: tabs.trust, panel: () => <TrustTab id={id} />,
        mark: summary.finding_count ? <Badge size="sm" circle={summary.finding_count < 10} color="orange">{summary.finding_count}</Badge> : undefined,
      },
      { value: 'notes', label: t.notes.tab, panel: () => <NotesTab id={Number(id)} /> },
      { value: 'releases', label: tabs.releases, panel: () => <ReleasesTab id={id} kind="IODD" /> },
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
