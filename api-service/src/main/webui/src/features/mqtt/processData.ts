import type { Direction } from '../../api/types';
import type { Message } from './recorder';

/** Process data that a device sent: whose, in which direction, and its octets as hex. */
export interface SentOctets {
  device: string;
  direction: Direction;
  hex: string;
}

/** Raw process data in a message of `devices/{id}/telemetry`; null in any other. */
export function processDataOf(message: Message): SentOctets | null {
  const device = /^devices\/([^/]+)\/telemetry$/.exec(message.topic)?.[1];
  if (!device || message.payload === undefined) {
    return null;
  }
  try {
    const body = JSON.parse(message.payload) as Record<string, unknown> | null;
    for (const [name, direction] of [['processDataIn', 'in'], ['processDataOut', 'out']] as const) {
      const hex = octetsOf(body?.[name]);
      if (hex) {
        return { device, direction, hex };
      }
    }
  } catch {
    // A payload that is no JSON has no process data that we know.
  }
  return null;
}

function octetsOf(value: unknown): string | null {
  if (typeof value === 'string' && /^([0-9a-fA-F]{2})+$/.test(value)) {
    return value.toUpperCase();
  }
  if (Array.isArray(value) && value.length > 0 && value.every((each) => Number.isInteger(each) && each >= 0 && each < 256)) {
    return value.map((each: number) => each.toString(16).toUpperCase().padStart(2, '0')).join('');
  }
  return null;
}
