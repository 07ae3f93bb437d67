import { ActionIcon, Indicator } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useGet, useList } from '../api/call';
import { BellIcon } from '../components/Icons';
import { useText } from '../i18n';
import { chime } from '../lib/sound';
import { usePreferences } from './preferences';

const EVERY_MS = 5000;

/** How many alarms nobody has acknowledged, wherever one is; with a sound for each new one if that is wanted. */
export function AlarmBell() {
  const t = useText();
  const { sound } = usePreferences();
  const summary = useGet('/api/alarms/summary', {}, {}, { refetchInterval: EVERY_MS });
  const newest = useList('/api/alarms', {}, { state: 'active', sort: '-raised_at', size: 1 }, { refetchInterval: EVERY_MS, enabled: sound });
  const known = useRef<number>(undefined);
  const id = newest.data ? newest.data.items[0]?.id ?? 0 : undefined;
  useEffect(() => {
    if (id !== undefined) {
      if (known.current !== undefined && id > known.current) {
        chime();
      }
      known.current = Math.max(id, known.current ?? 0);
    }
  }, [id]);
  const active = summary.data?.active?.all ?? 0;
  const label = summary.data ? t.alarms.bell(active) : t.nav.alarms;
  return (
    <Indicator label={active > 999 ? '999+' : active} disabled={active === 0} size={16} offset={5} color="red.8">
      <ActionIcon component={Link} to="/alarms" variant="subtle" color="gray" size="lg" aria-label={label} title={label}><BellIcon /></ActionIcon>
    </Indicator>
  );
}
