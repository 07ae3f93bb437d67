/** What the API is asked for: the filters that the address names, and only open alarms unless it says `show=all`. */
export function alarmFilter(params: URLSearchParams) {
  const of = (name: string) => params.get(name) ?? '';
  return {
    open: params.get('show') === 'all' || of('state') === 'closed' ? '' : 'true', q: of('q'), device: of('device'), label: of('label'), state: of('state'), priority: of('priority'),
    kind: of('kind'), rule: of('rule'), from: of('from'), to: of('to'), sort: of('sort'),
  };
}

export function isFiltered({ open, sort, ...filter }: ReturnType<typeof alarmFilter>): boolean {
  return Object.values(filter).some(Boolean);
}
