import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLatestOf } from '../../api/queries';
import { ConnectionBanner } from '../../app/ConnectionBanner';
import { KeyDialog } from '../../app/KeyDialog';
import { useMay } from '../../app/useRole';
import { Loading } from '../../components/Page';
import { ProblemAlert } from '../../components/Problem';
import { useNow } from '../../components/useNow';
import { useText } from '../../i18n';
import { clockText } from '../../lib/dates';
import { selectionOf, withAll } from '../wall/selection';
import { useWallDevices } from '../wall/useWallDevices';
import { HallCard } from './HallCard';
import { KioskDialog } from './KioskDialog';

const EVERY_MS = 2000;
const AT_ONCE = 12;

/** Large cards for a screen that is read from afar and touched with gloves; all its targets are 44 px or larger. */
export function HallPage() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const selection = selectionOf(params);
  const wall = useWallDevices(selection);
  const fullscreen = useFullscreenDocument();
  const admin = useMay('admin');
  const [kiosk, setKiosk] = useState(false);
  const now = useNow(1000);
  const pages = Math.max(1, Math.ceil((wall.total ?? 0) / AT_ONCE));
  const page = Math.min(pages, Math.max(1, Number(params.get('page')) || 1));
  const first = (page - 1) * AT_ONCE;
  const devices = wall.rows.slice(first, first + AT_ONCE).flatMap((each) => (each ? [each] : []));
  const latest = useLatestOf(devices.map((each) => each.device_id), EVERY_MS);
  const { onRange } = wall;
  useEffect(() => onRange(first, first + AT_ONCE - 1), [first, onRange]);
  const turn = (to: number) => setParams(withAll(params, 'page', to === 1 ? [] : [String(to)]), { replace: true });
  const seconds = Number(params.get('every')) || 0;
  useEffect(() => {
    if (seconds < 5 || pages < 2) {
      return undefined;
    }
    const timer = setTimeout(() => turn(page === pages ? 1 : page + 1), seconds * 1000);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    document.title = `${t.wall.hall} · ${t.app.name}`;
  }, [t]);
  const title = params.get('title') ?? (selection.label || t.app.name);
  return (
    <main className="hall">
      <ConnectionBanner />
      <Group justify="space-between" gap="sm" mb="sm">
        <Title order={1} size="h2">{title}</Title>
        <Group gap="xs">
          <Text fz={24} fw={600} className="number" aria-label={t.wall.clock}>{clockText(now)}</Text>
          {pages > 1 && (
            <>
              <Button h={44} variant="default" disabled={page === 1} aria-label={t.common.previous} onClick={() => turn(page - 1)}>←</Button>
              <Text className="number" aria-live="polite">{t.common.ofCount(page, pages)}</Text>
              <Button h={44} variant="default" disabled={page === pages} aria-label={t.common.next} onClick={() => turn(page + 1)}>→</Button>
            </>
          )}
          <Button h={44} variant="default" onClick={() => void fullscreen.toggle()}>{fullscreen.fullscreen ? t.wall.window : t.wall.fullScreen}</Button>
          {admin && <Button h={44} variant="default" onClick={() => setKiosk(true)}>{t.wall.kiosk}</Button>}
          <Anchor component={Link} to={{ pathname: '/wall', search: params.toString() }} className="touch">{t.nav.wall}</Anchor>
        </Group>
      </Group>
      {wall.error && <ProblemAlert error={wall.error} retry={wall.refetch} />}
      {wall.loading && <Loading />}
      {wall.total === 0 && <Text size="xl" c="dimmed">{t.devices.nothing}</Text>}
      <div className="hall-grid">
        {devices.map((device) => <HallCard key={device.device_id} device={device} latest={latest.get(device.device_id)} columns={selection.columns} now={now} />)}
      </div>
      <KeyDialog opened={false} onClose={() => undefined} />
      {kiosk && <KioskDialog title={title} search={params.toString()} onClose={() => setKiosk(false)} />}
    </main>
  );
}
