import type { DescriptionSummary, Layout } from '../../api/types';
import { octetsOf } from '../../lib/bits';

/** What the registry takes as the id of a device. */
export const ID = /^[A-Za-z0-9._:-]{1,64}$/;

/** A registration with the identity that a description is found by. */
export function registrationOf(id: string, name: string, description?: DescriptionSummary) {
  const { kind, vendor_id: vendor, device_id: device } = description ?? {};
  return {
    device_id: id,
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(kind === 'IODD' ? { iolink: { vendor_id: vendor, device_id: device } } : {}),
    ...(kind === 'EDS' ? { eds: { vendor_code: vendor, product_code: device } } : {}),
  };
}

/** A message that the device could send: octets of the right length when its process data are known, else a named value. */
export function exampleOf(layout: Layout | undefined): Record<string, unknown> {
  const frame = layout?.in?.[0];
  const octets = frame ? octetsOf(frame) : 0;
  return octets > 0 ? { processDataIn: '01'.repeat(octets).toUpperCase() } : { temperature: 21.5 };
}
