import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';

export interface UrlTab {
  value: string;
  label: string;
  mark?: ReactNode;
  panel: () => ReactNode;
}

/** Tabs whose choice is part of the address; the first is shown without one. Other filters go with the tab. */
export function UrlTabs({ tabs, label }: { tabs: UrlTab[]; label: string }) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const current = tabs.find((tab) => tab.value === asked) ?? tabs[0]!;
  return (
    <Tabs value={current.value} onChange={(next) => setSearch(next && next !== tabs[0]!.value ? { tab: next } : {}, { replace: true })}>
      <Tabs.List className="tab-list" aria-label={label}>
        {tabs.map((tab) => <Tabs.Tab key={tab.value} value={tab.value} rightSection={tab.mark}>{tab.label}</Tabs.Tab>)}
      </Tabs.List>
      <Tabs.Panel value={current.value} pt="md" tabIndex={-1}>{current.panel()}</Tabs.Panel>
    </Tabs>
  );
}
