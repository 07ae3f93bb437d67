import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useDescription, useDescriptions } from '../../api/queries';
import type { DescriptionSummary } from '../../api/types';
import { useText } from '../../i18n';

/** Vendor, product and version of a description in one line. */
export const named = (each: DescriptionSummary) =>
  `${each.vendor_name ?? each.vendor_id} ${each.product_name} (${each.kind} ${each.file_version ?? each.id})`;

/** Chooses a description of the catalog by a few letters of it. */
export function DescriptionSelect({ value, onChange, ...more }: { value: string | null; onChange: (id: string | null) => void; clearable?: boolean; description?: string; 'data-autofocus'?: boolean }) {
  const t = useText();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 300);
  const current = useDescription(value ?? undefined);
  const label = current.data && named(current.data);
  const found = useDescriptions({ q: wanted === label ? '' : wanted, size: 20 });
  const options = new Map((found.data?.items ?? []).map((each) => [String(each.id), named(each)]));
  if (value && label) {
    options.set(value, label);
  }
  return (
    <Select label={t.device.choose} placeholder={t.device.choosePlaceholder} searchable openOnFocus={false} value={value} {...more}
      searchValue={search} onSearchChange={setSearch} onChange={onChange} filter={({ options: all }) => all}
      data={[...options].map(([id, text]) => ({ value: id, label: text }))} nothingFoundMessage={t.catalog.nothing} />
  );
}
