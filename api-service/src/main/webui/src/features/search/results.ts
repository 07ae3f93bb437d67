import type { DescriptionHit, DeviceHit, SearchAnswer, SearchHit } from '../../api/types';
import type { Place } from '../../components/Marked';

/** The lists of an answer, in the order in which they are shown, with the `type` that narrows a search to each. */
export const LISTS = [
  { list: 'iodd_devices', type: 'device' }, { list: 'eds_devices', type: 'device' }, { list: 'other_descriptions', type: 'device' },
  { list: 'devices', type: 'device' }, { list: 'parameters', type: 'parameter' }, { list: 'process_data', type: 'process_data' },
  { list: 'assemblies', type: 'assembly' }, { list: 'connections', type: 'connection' }, { list: 'enums', type: 'enumeration' },
  { list: 'events', type: 'event' }, { list: 'errors', type: 'error' }, { list: 'menus', type: 'menu' },
] as const;

export type ListName = (typeof LISTS)[number]['list'];

/** A result of any list, ready to be shown. */
export interface Result {
  key: string;
  list: ListName;
  title: string;
  marks: Place[];
  /** Where it is: product and vendor of the description, or the id of the device. */
  place: string;
  to: string;
  kind?: string;
  unit?: string;
  found?: { text: string; marks: Place[] };
}

/** The page, tab and item that show a thing of a description. */
export function address(hit: SearchHit): string {
  const query = new URLSearchParams({ tab: hit.tab ?? 'overview' });
  const item = hit.item ?? '';
  const eds = hit.device_type === 'EDS';
  if (hit.tab === 'parameters') {
    query.set('q', eds ? hit.title ?? item : item.replace(/\.\d+$/, ''));
    if (!eds && /\.\d+$/.test(item)) {
      query.set('item', item);
    }
  } else if (hit.tab === 'events' || hit.tab === 'errors') {
    query.set('q', item);
  } else if (hit.tab === 'assemblies') {
    query.set('assembly', item);
  }
  return `/catalog/${hit.device_id}?${query}`;
}

function found(of: SearchHit | DescriptionHit | DeviceHit): Result['found'] {
  return of.found ? { text: of.found.text ?? '', marks: of.found.marks ?? [] } : undefined;
}

/** All results of an answer, list by list. */
export function results(answer: SearchAnswer): Result[] {
  return LISTS.flatMap(({ list }): Result[] => {
    if (list === 'devices') {
      return (answer.devices ?? []).map((each) => ({
        key: `${list}-${each.device_id}`, list, title: each.name ?? each.device_id ?? '', marks: each.title_marks ?? [],
        place: [each.device_id, each.location].filter(Boolean).join(' · '), to: `/devices/${encodeURIComponent(each.device_id ?? '')}`, found: found(each),
      }));
    }
    if (list === 'iodd_devices' || list === 'eds_devices' || list === 'other_descriptions') {
      return (answer[list] ?? []).map((each) => ({
        key: `${list}-${each.id}`, list, title: each.product_name ?? '', marks: each.title_marks ?? [], kind: each.type,
        place: [each.vendor_name, each.product_id, each.revision].filter(Boolean).join(' · '), to: `/catalog/${each.id}`, found: found(each),
      }));
    }
    return (answer[list] ?? []).map((each) => ({
      key: `${list}-${each.device_id}-${each.id}`, list, title: each.title ?? each.item ?? '', marks: each.title_marks ?? [], kind: each.device_type,
      place: [each.device_name, each.device_vendor].filter(Boolean).join(' · '), to: address(each), unit: each.units, found: found(each),
    }));
  });
}
