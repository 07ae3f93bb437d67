import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en';
import { conditionText, scopeText } from './ruleTexts';

describe('rules of alarms', () => {
  it('are said in one line', () => {
    expect(conditionText({ kind: 'range', condition: { parameter: 'Temperature', low: 5, high: 80, on_delay: '10s' } }, en)).toBe('Temperature < 5 or Temperature > 80, for longer than 10s');
    expect(conditionText({ kind: 'range', condition: { parameter: 'Pressure', described: true } }, en)).toBe('Pressure outside of the range of its description');
    expect(conditionText({ kind: 'silence', condition: { over: '5m' } }, en)).toBe('nothing heard for 5m');
    expect(conditionText({ kind: 'status', condition: {} }, en)).toBe('any value has the status any');
    expect(conditionText({ kind: 'disconnected' }, en)).toBe('disconnected');
  });

  it('say for whom they hold', () => {
    expect(scopeText(undefined, en)).toBe('all devices');
    expect(scopeText({ type: 'label', label: 'line=4' }, en)).toBe('label line=4');
    expect(scopeText({ type: 'device', device_id: 'press-7' }, en)).toBe('press-7');
  });
});
