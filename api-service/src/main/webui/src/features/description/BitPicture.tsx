import { useMemo } from 'react';
import type { LayoutFrame } from '../../api/types';
import { useText } from '../../i18n';
import { octetsOf, segments } from '../../lib/bits';

const COLORS = ['teal', 'blue', 'grape', 'orange', 'cyan', 'pink', 'lime', 'indigo', 'yellow', 'violet'];
const BITS = [7, 6, 5, 4, 3, 2, 1, 0];

/** Colour of the n-th field of a frame. */
export function colorOf(index: number): string {
  return COLORS[index % COLORS.length]!;
}

/** Where each field lies in the octets, in the order of transmission; hatched bits belong to no field. */
export function BitPicture({ frame, active, onActive }: {
  frame: LayoutFrame; active: string | null; onActive: (key: string | null) => void;
}) {
  const t = useText();
  const octets = octetsOf(frame);
  const parts = useMemo(() => segments(frame), [frame]);
  const order = useMemo(() => new Map((frame.fields ?? []).map((field, i) => [field.key, i])), [frame]);
  return (
    <div className="bit-scroll">
      <div className="bit-grid" role="img" aria-label={t.description.picture(frame.name ?? frame.id)}>
        <div className="bit-octet" style={{ gridRow: 1, gridColumn: 1 }}>{t.description.octet}</div>
        {BITS.map((bit, column) => (
          <div key={bit} className="bit-head" style={{ gridRow: 1, gridColumn: column + 2 }}>{bit}</div>
        ))}
        {Array.from({ length: octets }, (_, octet) => (
          <div key={`o${octet}`} className="bit-octet number" style={{ gridRow: octet + 2, gridColumn: 1 }}>{octet}</div>
        ))}
        {Array.from({ length: octets }, (_, octet) => (
          <div key={`f${octet}`} className="bit-free" style={{ gridRow: octet + 2, gridColumn: '2 / 10' }} />
        ))}
        {parts.map((part) => {
          const color = colorOf(order.get(part.field.key) ?? 0);
          return (
            <div key={`${part.field.key}-${part.octet}-${part.column}`} className="bit-field" title={part.field.name ?? part.field.key}
              data-active={active === part.field.key || undefined}
              onMouseEnter={() => onActive(part.field.key)} onMouseLeave={() => onActive(null)}
              style={{
                gridRow: part.octet + 2,
                gridColumn: `${part.column + 2} / span ${part.span}`,
                background: `light-dark(var(--mantine-color-${color}-1), var(--mantine-color-${color}-9))`,
                color: `light-dark(var(--mantine-color-${color}-9), var(--mantine-color-${color}-0))`,
              }}>
              {part.main && <span>{part.field.name ?? part.field.key}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
