import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useGet } from '../api/call';
import { SearchIcon } from '../components/Icons';
import { LISTS, results } from '../features/search/results';
import { useText } from '../i18n';
import { usePages } from './pages';

const FEW = 5;

/** Ctrl+K: goes to pages, devices, descriptions and to what is in them. */
export function Finder() {
  const t = useText();
  const navigate = useNavigate();
  const pages = usePages();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 200);
  const opened = wanted.length > 1;
  const search = useGet('/api/search', {}, { q: wanted, limit: FEW, facets: false }, { enabled: opened, keep: true });
  const groups: SpotlightActionGroupData[] = [
    { group: t.app.name, actions: pages.map((page) => ({ id: page.to, label: page.label, leftSection: page.icon, onClick: () => void navigate(page.to) })) },
  ];
  if (opened && search.data) {
    const all = results(search.data);
    LISTS.forEach(({ list }) => groups.push({
      group: t.search.lists[list],
      actions: all.filter((each) => each.list === list).map((each) => ({
        id: each.key, label: `${each.title} `, description: [each.kind, each.place, each.found?.text].filter(Boolean).join(' · '),
        keywords: text, onClick: () => void navigate(each.to),
      })),
    }));
    groups.push({
      group: t.nav.search,
      actions: [{ id: 'search', label: t.search.everything(wanted), keywords: text, leftSection: <SearchIcon />, onClick: () => void navigate(`/search?q=${encodeURIComponent(wanted)}`) }],
    });
  }
  return (
    <Spotlight actions={groups} query={text} onQueryChange={setText} shortcut="mod + K" limit={70} scrollable maxHeight={420}
      nothingFound={t.app.nothingFound} highlightQuery
      searchProps={{ leftSection: <SearchIcon />, placeholder: t.app.searchHint, 'aria-label': t.app.search }} />
  );
}
