import type { Reason } from '@lapwing/shared/matching/candidates';
import { describe, expect, it } from 'vitest';
import { reasonWords } from '../../../client/src/organiser/community/match-words.ts';

const reason = (more: Partial<Reason>): Reason => ({
  ...{ code: 'role', role: 'product', industry: null, years: 4, yearsOf: 'role', stepsAhead: 2, language: 'en' },
  ...{ metAtTable: false, waitedDays: 0, badLuck: 0 },
  ...more,
});

describe('why these two', () => {
  it('M26 says of which years it speaks', () => {
    expect(reasonWords(reason({}), 0)).toContain('4 years in this kind of work, 2 steps ahead');
    const anything: Partial<Reason> = { code: 'anything', role: null, years: 12, yearsOf: 'work' };
    expect(reasonWords(reason(anything), 0)).toContain('12 years of work, 2 steps ahead');
  });
});
