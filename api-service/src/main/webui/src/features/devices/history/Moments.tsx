import { Group, TextInput } from '@mantine/core';
import { useText } from '../../../i18n';
import type { Span } from '../../../lib/chart';
import { localInput } from '../../../lib/dates';

/** From when to when, to be typed. */
export function Moments({ span, now, show }: { span: Span; now: number; show: (span: Span) => void }) {
  const t = useText();
  const from = 'seconds' in span ? now - span.seconds * 1000 : span.from;
  const to = 'seconds' in span ? now : span.to;
  const set = (a: number, b: number) => {
    if (!Number.isNaN(a) && !Number.isNaN(b) && a < b) {
      show({ from: a, to: b });
    }
  };
  return (
    <Group gap={4}>
      <TextInput type="datetime-local" size="xs" aria-label={t.history.from} defaultValue={localInput(from)} onBlur={(event) => {
        if (localInput(from) !== event.currentTarget.value) {
          set(Date.parse(event.currentTarget.value), to);
        }
      }} />
      <TextInput type="datetime-local" size="xs" aria-label={t.history.to} defaultValue={localInput(to)} onBlur={(event) => {
        if (localInput(to) !== event.currentTarget.value) {
          set(from, Date.parse(event.currentTarget.value));
        }
      }} />
    </Group>
  );
}
