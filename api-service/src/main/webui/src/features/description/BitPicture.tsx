import { useMemo } from 'react';
import type { LayoutFrame } from '../../api/types';
import { useText } from '../../i18n';
import { octetsOf, segments } from '../../lib/bits';
import { bitOf } from '../../lib/hex';

const COLORS = ['teal', 'blue', 'grape', 'orange', 'cyan', 'pink', 'lime', 'indigo', 'yellow', 'violet'];
const BITS = [7, 6, 5, 4, 3, 2, 1, 0];

/** Colour of the n-th field of a frame. */
export function colorOf(index: number): string {
  return COLORS[index % COLORS.length]!;
}

/**
 * Where each field lies in the octets, in the order of transmission; hatched bits belong to no field. With octets their
 * bits stand in the fields.
 */
export function BitPicture({ frame, active, onActive, hex }: {
  frame: LayoutFrame; active: string | null; onActive: (key: string | null) => void; hex?: string | null;
}) {
  const t = useText();
  const octets = octetsOf(frame);
  const parts = useMemo(() => segments(frame), [frame]);
  const order = useMemo(() => new Map((frame.fields ?? []).map((field, i) => [field.key, i])), [frame]);
  const fits = hex?.length === octets * 2 ? hex : null;
  return (
    <div className="bit-scroll" tabIndex={0} role="region" aria-label={t.description.picture(frame.name ?? frame.id)}>
      <div className="bit-grid">
        <div className="bit-octet" style={{ gridRow: 1, gridColumn: 1 }}>{t.description.octet}</div>
        {BITS.map((bit, column) => (
          <div key={bit} className="bit-head" style={{ gridRow: 1, gridColumn: column + 2 }}>{bit}</div>
        ))}
        {Array.from({ length: octets }, (_, octet) => (
          <div key={`o${octet}`} className="bit-octet number" style={{ gridRow: octet + 2, gridColumn: 1 }}>
            {octet}{fits && <span className="mono bit-hex">{fits.slice(octet * 2, octet * 2 + 2)}</span>}
          </div>
        ))}
        {Array.from({ length: octets }, (_, octet) => (
          <div key={`f${octet}`} className="bit-free" style={{ gridRow: octet + 2, gridColumn: '2 / 10' }} />
        ))}
        {parts.map((part) => {
          const color = colorOf(order.get(part.field.key) ?? 0);
          const name = part.field.name ?? part.field.key;
          return (
            <div key={`${part.field.key}-${part.octet}-${part.column}`} className="bit-field"
              title={`${name}: ${t.description.bit} ${part.field.bit_offset}…${part.field.bit_offset + part.field.bit_length - 1}`}
              data-active={active === part.field.key || undefined} onMouseEnter={() => onActive(part.field.key)} onMouseLeave={() => onActive(null)}
              style={{
                gridRow: part.octet + 2,
                gridColumn: `${part.column + 2} / span ${part.span}`,
                background: `light-dark(var(--mantine-color-${color}-1), color-mix(in srgb, var(--mantine-color-${color}-9) 55%, black))`,
                color: `light-dark(color-mix(in srgb, var(--mantine-color-${color}-9) 60%, black), var(--mantine-color-${color}-1))`,
              }}>
              {part.main && <span className="bit-name">{name}</span>}
              {fits && <span className="bit-values mono" aria-hidden="true">{bitsOf(fits, frame, part.octet, part.column, part.span)}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The bits of a run as digits. */
function bitsOf(hex: string, frame: LayoutFrame, octet: number, column: number, span: number): string {
  const fromLow = frame.byte_order === 'big_endian' ? hex.length / 2 - 1 - octet : octet;
  return Array.from({ length: span }, (_, i) => (bitOf(hex, fromLow * 8 + 7 - column - i, frame.byte_order) ? '1' : '0')).join('');
}
