import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyState, setKey } from '../api/key';
import { takeKioskKey } from './kioskKey';

afterEach(() => setKey(null));

describe('the link of a kiosk', () => {
  it('brings its key and loses it from the address', () => {
    const replaceState = vi.fn();
    const taken = takeKioskKey({ hash: '#key=gs_a%2Bb', pathname: '/hall', search: '?label=line%3D4' } as Location, { replaceState } as unknown as History);
    expect(taken).toBe(true);
    expect(keyState().key).toBe('gs_a+b');
    expect(replaceState).toHaveBeenCalledWith(null, '', '/hall?label=line%3D4');
  });

  it('leaves other anchors alone', () => {
    const replaceState = vi.fn();
    expect(takeKioskKey({ hash: '#content', pathname: '/', search: '' } as Location, { replaceState } as unknown as History)).toBe(false);
    expect(replaceState).not.toHaveBeenCalled();
  });
});
