import { describe, expect, it } from 'vitest';
import { keyOfPointer, leaves, patchOf, pointerOf, versionHeader } from './twin';

describe('the twin', () => {
  it('puts what is wanted, reported and rejected side by side', () => {
    const all = leaves({
      desired: { V_Mode: 2, V_Set: { 1: 5 }, V_Limit: 900 }, reported: { V_Mode: 1, V_Other: [1, 2] }, delta: { V_Mode: 2, V_Set: { 1: 5 } },
      rejected: { '/V_Limit': { reason: 'above 800' } }, metadata: { desired: { '/V_Mode': { timestamp: 7 } } },
    });
    expect(all.map((each) => [each.pointer, each.desired, each.reported, each.open, each.rejected?.reason])).toEqual([
      ['/V_Limit', 900, undefined, false, 'above 800'], ['/V_Mode', 2, 1, true, undefined],
      ['/V_Other', undefined, [1, 2], false, undefined], ['/V_Set/1', 5, undefined, true, undefined],
    ]);
    expect(all[1]!.desiredAt).toBe(7);
  });

  it('makes merge patches and pointers', () => {
    expect(patchOf('/V_Set/1', 7)).toEqual({ V_Set: { 1: 7 } });
    expect(patchOf('/a~1b', null)).toEqual({ 'a/b': null });
    expect(pointerOf('V_Set/1')).toBe('/V_Set/1');
    expect(pointerOf('V_Mode')).toBe('/V_Mode');
    expect(keyOfPointer('/V_Set/1')).toBe('V_Set/1');
  });

  it('is written only as the version that was looked at, also as the one that nobody has written yet', () => {
    expect(versionHeader(7)).toEqual({ 'If-Match': '"7"' });
    expect(versionHeader(0)).toEqual({ 'If-Match': '"0"' });
    expect(versionHeader(undefined)).toBeUndefined();
  });
});
