import { describe, expect, it } from 'vitest';
import { alarmFilter, isFiltered } from './alarmFilter';

describe('the filter of alarms', () => {
  it('is that of the address, and asks for open alarms', () => {
    const filter = alarmFilter(new URLSearchParams('q=press&priority=high&sort=-priority'));
    expect(filter).toMatchObject({ open: 'true', q: 'press', priority: 'high', sort: '-priority' });
    expect(isFiltered(filter)).toBe(true);
  });

  it('leaves out none of the history', () => {
    expect(alarmFilter(new URLSearchParams('show=all')).open).toBe('');
    expect(isFiltered(alarmFilter(new URLSearchParams('show=all&sort=priority')))).toBe(false);
  });
});
