import { afterEach, describe, expect, it } from 'vitest';
import { dateText, setDateLanguage, tickText, timeText } from './dates';

afterEach(() => setDateLanguage(undefined));

describe('dates', () => {
  it('have 24 hours in both languages', () => {
    for (const language of ['en', 'de']) {
      setDateLanguage(language);
      expect(timeText('2026-01-01T15:04:05')).toMatch(/15:04:05/);
      expect(timeText('2026-01-01T00:04:05')).toMatch(/00:04:05/);
    }
  });

  it('leave what is no time as it is, and say when there is none', () => {
    expect(timeText('soon')).toBe('soon');
    expect(timeText(null)).toBe('–');
    expect(dateText(undefined)).toBe('–');
  });

  it('keep the day of a date everywhere', () => {
    setDateLanguage('de');
    expect(dateText('2026-11-23')).toMatch(/23/);
  });

  it('write ticks by the length of the axis', () => {
    setDateLanguage('en');
    const noon = Date.parse('2026-01-02T12:30:15') / 1000;
    expect(tickText(noon, 60)).toMatch(/12:30:15/);
    expect(tickText(noon, 3600)).toBe('12:30');
    expect(tickText(noon, 604_800)).toBe('2 Jan');
  });
});
