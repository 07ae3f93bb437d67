import { Button, CopyButton } from '@mantine/core';
import { useText } from '../i18n';

/** Puts a text into the clipboard. */
export function Copy({ text, label }: { text: string; label?: string }) {
  const t = useText();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button size="compact-xs" variant="light" onClick={copy} aria-live="polite">{copied ? t.common.copied : label ?? t.common.copy}</Button>
      )}
    </CopyButton>
  );
}
