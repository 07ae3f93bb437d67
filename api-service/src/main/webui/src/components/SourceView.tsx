import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../i18n';
import { saveText } from '../lib/save';
import { linesWith } from '../lib/xml';
import { Copy } from './Copy';
import { SearchIcon } from './Icons';

const LINE = 19;

/** A long text by lines: searched, jumped to by `?line=`, only its visible part in the page. */
export function SourceView({ name, text, lines, render }: { name: string; text: string; lines: string[]; render: (line: string, index: number) => ReactNode }) {
  const t = useText();
  const [search] = useSearchParams();
  const box = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const deferred = useDeferredValue(wanted);
  const hits = useMemo(() => linesWith(lines, deferred), [lines, deferred]);
  const asked = Number(search.get('line'));
  const virtualizer = useVirtualizer({ count: lines.length, getScrollElement: () => box.current, estimateSize: () => LINE, overscan: 20 });
  const marked = hits.length > 0 ? hits[Math.min(at, hits.length - 1)]! : asked || 0;
  useEffect(() => {
    if (marked > 0) {
      virtualizer.scrollToIndex(marked - 1, { align: 'center' });
    }
  }, [marked, virtualizer]);
  const step = (by: number) => setAt((before) => (before + by + hits.length) % Math.max(1, hits.length));
  const digits = String(lines.length).length;
  return (
    <>
      <Group gap="xs" mb="xs">
        <TextInput type="search" size="xs" value={wanted} placeholder={t.common.search} aria-label={t.common.search} leftSection={<SearchIcon size={14} />} style={{ flex: '1 1 12rem' }} maw={340}
          onChange={(event) => { setWanted(event.currentTarget.value); setAt(0); }}
          onKeyDown={(event) => { if (event.key === 'Enter') { step(event.shiftKey ? -1 : 1); } }} />
        <ActionIcon variant="default" size="md" aria-label={t.common.previous} disabled={hits.length === 0} onClick={() => step(-1)}>↑</ActionIcon>
        <ActionIcon variant="default" size="md" aria-label={t.common.next} disabled={hits.length === 0} onClick={() => step(1)}>↓</ActionIcon>
        <Text size="xs" c="dimmed" aria-live="polite">{wanted && t.common.ofCount(hits.length === 0 ? 0 : Math.min(at, hits.length - 1) + 1, hits.length)}</Text>
        <Group gap="xs" ml="auto">
          <Copy text={text} />
          <Button size="compact-xs" variant="light" onClick={() => saveText(name, text)}>{t.common.download}</Button>
        </Group>
      </Group>
      <div ref={box} className="source mono" tabIndex={0} role="region" aria-label={name}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative', minWidth: 'max-content' }}>
          {virtualizer.getVirtualItems().map((item) => (
            <div key={item.key} className="source-line" data-marked={item.index + 1 === marked || undefined} style={{ transform: `translateY(${item.start}px)`, height: LINE }}>
              <span className="source-number" style={{ width: `${digits + 1}ch` }}>{item.index + 1}</span>{render(lines[item.index]!, item.index)}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
