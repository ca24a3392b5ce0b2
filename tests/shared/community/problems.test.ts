import { askProblems, MOST_STEPS, profileProblems } from '@lapwing/shared/community/problems';
import { type Ask, HEADLINE_LENGTH, type Profile, REQUEST_LENGTH } from '@lapwing/shared/community/profile';
import { describe, expect, it } from 'vitest';

const PROFILE: Profile = {
  ...{ name: 'Aisha Khan', email: 'aisha.khan@example.org', headline: 'Studies law', languages: ['en'] },
  ...{
    industries: ['law'],
    roles: [{ role: 'product', years: null }],
    years: 0,
    perMonth: 0,
    pausedUntil: null,
  },
};
const ASK: Ask = { industries: ['law'], roles: [], stepsAhead: null, languages: [], line: 'How do I start?' };

const wrongIn = (change: Partial<Profile>) =>
  profileProblems({ ...PROFILE, ...change }).map(({ field, code }) => `${field} ${code}`);
const wrongAsk = (change: Partial<Ask>) =>
  askProblems({ ...ASK, ...change }).map(({ field, code }) => `${field} ${code}`);

describe('what a member says', () => {
  it('C1 is right as it is, or the field is named', () => {
    expect(wrongIn({})).toEqual([]);
    expect(wrongIn({ name: ' . ' })).toEqual(['name needed']);
    expect(wrongIn({ email: '' })).toEqual(['email needed']);
    expect(wrongIn({ email: 'aisha at example' })).toEqual(['email notAnAddress']);
    expect(wrongIn({ email: ' Aisha.Khan@Example.org ' })).toEqual([]);
    expect(wrongIn({ headline: 'x'.repeat(HEADLINE_LENGTH + 1) })).toEqual(['headline tooLong']);
    expect(wrongIn({ headline: 'a\u0007b' })).toEqual(['headline unreadable']);
    expect(wrongIn({ languages: [] })).toEqual(['languages needed']);
    expect(wrongIn({ years: -1 })).toEqual(['years needed']);
    expect(wrongIn({ years: 2.5 })).toEqual(['years needed']);
    expect(wrongIn({ perMonth: 21 })).toEqual(['perMonth needed']);
    expect(wrongIn({ roles: [{ role: 'product', years: 99 }] })).toEqual(['roles needed']);
  });

  it('C1 fields are ours, at most three; words of an import may stay', () => {
    expect(wrongIn({ industries: ['law', 'law', 'law', 'law'] })).toEqual(['industries tooMany']);
    expect(wrongIn({ industries: ['alchemy'] })).toEqual(['industries notOffered']);
    const imported = { ...PROFILE, industries: ['alchemy'], roles: [{ role: 'Magus', years: 3 }] };
    expect(profileProblems(imported, imported)).toEqual([]);
  });

  it('C7 what is asked for is bounded', () => {
    expect(wrongAsk({})).toEqual([]);
    expect(wrongAsk({ industries: [], line: '' }), 'anybody will do').toEqual([]);
    expect(wrongAsk({ line: 'x'.repeat(REQUEST_LENGTH + 1) })).toEqual(['ask.line tooLong']);
    expect(wrongAsk({ line: 'a\u0000' })).toEqual(['ask.line unreadable']);
    expect(wrongAsk({ roles: ['wizard'] })).toEqual(['ask.roles notOffered']);
    expect(wrongAsk({ stepsAhead: MOST_STEPS })).toEqual([]);
    expect(wrongAsk({ stepsAhead: 0 })).toEqual(['ask.stepsAhead needed']);
    expect(wrongAsk({ stepsAhead: MOST_STEPS + 1 })).toEqual(['ask.stepsAhead needed']);
  });
});
