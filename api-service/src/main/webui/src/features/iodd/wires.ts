/** Colours of wires by IEC 60757, as they are drawn; the names stand in the texts. */
const COLORS: Record<string, string> = {
  BK: '#222222', BN: '#7a4a1f', RD: '#d02626', OG: '#f08c00', YE: '#f2c500', GN: '#2f9e44', BU: '#1c6fd6', VT: '#8a3ffc', GY: '#8a8f94',
  WH: '#ffffff', PK: '#f49ac1', TQ: '#22b8cf', GD: '#c9a227', SR: '#c0c4c8',
};

/** Colours of a wire: one, or two of a striped one such as `WHGN` or `WH/GN`. */
export function wireColors(code: string | undefined): string[] {
  const names = (code ?? '').toUpperCase().replace(/[^A-Z]/g, '').match(/../g) ?? [];
  return names.map((name) => COLORS[name]).filter((each): each is string => !!each);
}

/** `M12-4ConnectionT` becomes `M12-4`, `CableConnectionT` `Cable`. */
export function connectionName(type: string | undefined): string {
  return (type ?? '').replace(/ConnectionT$/, '').replace(/ConnectorT$/, '') || '–';
}

/** Poles of a plug by its type; null for cables and what is not known. */
export function polesOf(type: string | undefined): number | null {
  const found = /^M(\d+)(?:-(\d))?/.exec(type ?? '');
  return found ? Number(found[2] ?? 4) : null;
}

/** Where the pins of a round plug with four or five poles lie, seen from the device side; centre 0, radius 1. */
export function pinPosition(pin: number, poles: number): [number, number] | null {
  const square: Record<number, [number, number]> = { 1: [-0.5, -0.5], 2: [0.5, -0.5], 3: [0.5, 0.5], 4: [-0.5, 0.5] };
  if (poles === 5 && pin === 5) {
    return [0, 0];
  }
  return poles >= 4 && poles <= 5 ? square[pin] ?? null : null;
}

/** Bit rates of the communication modes, kbit/s. */
export const BIT_RATES: Record<string, number> = { COM1: 4.8, COM2: 38.4, COM3: 230.4 };
