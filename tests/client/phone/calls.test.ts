import { describe, expect, it } from 'vitest';
import { toldOf } from '../../../client/src/phone/calls.ts';

describe('what the desk was told', () => {
  it('is what the server heard, with the latest words of this phone over it', () => {
    expect(toldOf(['late'], {}, [])).toEqual({ calls: ['late'], waiting: [] });
    expect(toldOf(['late'], { late: false, lost: true }, ['lost'])).toEqual({ calls: ['lost'], waiting: ['lost'] });
    expect(toldOf([], { help: true, leaving: true }, []).calls).toEqual(['leaving', 'help']);
  });
});
