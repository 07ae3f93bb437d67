import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDescriptions, useDevices } from '../api/queries';
import { SearchIcon } from '../components/Icons';
import { useText } from '../i18n';
import { usePages } from './pages';

/** Ctrl+K: goes to pages, descriptions and devices by a few letters. */
export function Finder() {
  const t = useText();
  const navigate = useNavigate();
  const pages = usePages();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 200);
  const opened = wanted.length > 1;
  const descriptions = useDescriptions({ q: wanted, size: opened ? 6 : 1 });
  const devices = useDevices({ q: wanted, size: opened ? 6 : 1 });
  const found: SpotlightActionGroupData[] = [
    { group: t.app.name, actions: pages.map((page) => ({ id: page.to, label: page.label, leftSection: page.icon, onClick: () => void navigate(page.to) })) },
  ];
  if (opened) {
    found.push({
      group: t.nav.catalog,
      actions: (descriptions.data?.items ?? []).map((each) => ({
        id: `description-${each.id}`, label: `${each.product_name} `, description: `${each.kind} · ${each.vendor_name ?? ''}`,
        keywords: wanted, onClick: () => void navigate(`/catalog/${each.id}`),
      })),
    }, {
      group: t.nav.devices,
      actions: (devices.data?.items ?? []).map((each) => ({
        id: `device-${each.device_id}`, label: each.name ?? each.device_id, description: each.device_id, keywords: wanted,
        onClick: () => void navigate(`/devices/${encodeURIComponent(each.device_id)}`),
      })),
    });
  }
  return (
    <Spotlight actions={found} query={text} onQueryChange={setText} shortcut="mod + K" limit={20} scrollable maxHeight={420}
      nothingFound={t.app.nothingFound} highlightQuery
      searchProps={{ leftSection: <SearchIcon />, placeholder: t.app.searchHint, 'aria-label': t.app.search }} />
  );
}
