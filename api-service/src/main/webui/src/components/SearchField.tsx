import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { SearchIcon } from './Icons';

/** A search field that waits until the typing pauses. `/` puts the cursor into it. */
export function SearchField({ value, label, onChange }: {
  value: string; label: string; onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const report = useDebouncedCallback(onChange, 300);
  useEffect(() => {
    if (document.activeElement !== input.current) {
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  return (
    <TextInput ref={input} type="search" value={text} placeholder={label} aria-label={label} maxLength={200}
      leftSection={<SearchIcon size={16} />} style={{ flex: '1 1 14rem', maxWidth: '28rem' }}
      onChange={(event) => {
        setText(event.currentTarget.value);
        report(event.currentTarget.value.trim());
      }} />
  );
}
