import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client';
import { deviceUrl } from '../../../api/queries';
import { usePreferences } from '../../../app/preferences';
import { useText } from '../../../i18n';
import type { Span } from '../../../lib/chart';
import { grafanaUrl } from './times';

/** To the same time in the dashboard that the Generate tab makes of the device; not there without an address of Grafana. */
export function GrafanaLink({ id, span }: { id: string; span: Span }) {
  const t = useText();
  const { grafana } = usePreferences();
  const dashboard = useQuery({
    queryKey: ['grafana-uid', id],
    queryFn: ({ signal }) => get<{ uid?: string }>(`${deviceUrl(id)}/generated/grafana-dashboard`, signal),
    enabled: grafana !== '', staleTime: Infinity, retry: false,
  });
  const uid = dashboard.data?.uid;
  return uid ? <Button component="a" href={grafanaUrl(grafana, uid, id, span)} target="_blank" rel="noreferrer" size="xs" variant="light" title={t.settings.grafanaText}>Grafana</Button> : null;
}
