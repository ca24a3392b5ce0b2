// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readStored, writeStored } from '../../../client/src/kit/stored.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('what a page keeps on its device', () => {
  it('comes back as it was', () => {
    writeStored('one', { seats: [1, null] });
    expect(readStored('one')).toEqual({ seats: [1, null] });
    expect(readStored('two')).toBeNull();
  });

  it('is nothing where it cannot be read or kept', () => {
    localStorage.setItem('one', '{broken');
    expect(readStored('one')).toBeNull();
    const full = () => {
      throw new DOMException('full');
    };
    vi.stubGlobal('localStorage', { getItem: full, setItem: full });
    expect(readStored('one')).toBeNull();
    expect(() => writeStored('one', 1)).not.toThrow();
  });
});
