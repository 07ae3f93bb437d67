import type { Master, MasterRequest } from '../../api/types';

/** What of a master is sent back; its password is never told, and stays when none is sent. */
export function requestOf(master: Master | undefined): MasterRequest {
  if (!master) {
    return { kind: 'ifm_http', address: '' };
  }
  const { name, kind, address, interval, enabled, username, verify_certificate, location, notes } = master;
  return { name, kind: kind ?? 'ifm_http', address: address ?? '', interval, enabled, username, verify_certificate, location, notes };
}
