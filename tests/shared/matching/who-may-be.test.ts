import { describe, expect, it } from 'vitest';
import { areNeighbours } from '../../../shared/src/careers/guide/neighbours.ts';
import { ROLES } from '../../../shared/src/careers/roles.ts';
import { introRequestId } from '../../../shared/src/kernel/ids.ts';
import type { Outcome } from '../../../shared/src/matching/community.ts';
import { stepOf } from '../../../shared/src/matching/steps.ts';
import { community, daysAgo, matched, mentor, offering, past, request, student, who, whoIsAsked } from './people.ts';

const ADA = student('ada');
const asks = (...mentors: Parameters<typeof mentor>[]) =>
  whoIsAsked(community([ADA, ...mentors.map((one) => mentor(...one))], [request('ada')]))[0];
const asksWith = (wish: Parameters<typeof request>[1], more: Parameters<typeof mentor>[1], own = {}) =>
  whoIsAsked(community([student('ada', own), mentor('max', more)], [request('ada', wish)]))[0];

describe('limits of a mentor', () => {
  it('M1 gives no more in a month than they said, what is taken included', () => {
    const students = ['a', 'b', 'c', 'd'].map((id) => student(id));
    const offer = offering(3, { takenThisMonth: 1 });
    const given = community(
      [...students, mentor('max', { offer })],
      students.map(({ id }) => request(id)),
    );
    expect(whoIsAsked(given).filter((one) => one === 'max')).toHaveLength(2);
  });

  it('M1 is not asked while they pause, and again when it is over; nor who gives nothing', () => {
    expect(asks(['max', { offer: offering(1, { pausedUntil: daysAgo(-1) }) }])).toBe('none: nobody-free');
    expect(asks(['max', { offer: offering(1, { pausedUntil: daysAgo(0) }) }])).toBe('max');
    expect(asks(['max', { offer: offering(1, { takenThisMonth: 2 }) }])).toBe('none: nobody-free');
    expect(asks(['max', { offer: null }])).toBe('none: nobody-in-field');
  });
});

describe('people who know each other', () => {
  const outcomes: Outcome[] = ['met', 'not-met', 'unknown', 'declined', 'no-answer', 'asker-silent', 'withdrawn'];

  it.each(outcomes)('M2 are not introduced again, whatever came of it: %s', (outcome) => {
    const given = (asker: string, other: string) =>
      community([ADA, mentor('max')], [request('ada')], { introductions: [past(asker, other, outcome)] });
    expect(whoIsAsked(given('ada', 'max'))).toEqual(['none: all-known']);
    expect(whoIsAsked(given('max', 'ada'))).toEqual(['none: all-known']);
  });

  it('M3 nor where either wished not to meet, and it looks like M2', () => {
    for (const blocked of [[who('ada'), who('max')] as const, [who('max'), who('ada')] as const]) {
      const given = community([ADA, mentor('max')], [request('ada')], { blocked: [blocked] });
      expect(whoIsAsked(given)).toEqual(['none: all-known']);
    }
  });

  it('M11 nobody is introduced to themselves', () => {
    const max = mentor('max', { years: 20, roles: [{ role: 'back-end', years: null }] });
    expect(whoIsAsked(community([max], [request('max')]))).toEqual(['none: nobody-in-field']);
  });
});

describe('fields', () => {
  it('M4 takes words for the same as the planner does, and a role next door', () => {
    expect(asks(['max', { roles: [{ role: 'Front-end engineer', years: null }] }])).toBe('max');
    expect(asks(['max', { roles: [{ role: 'design', years: null }] }])).toBe('max');
    expect(asks(['max', { roles: [{ role: 'security', years: null }] }])).toBe('none: nobody-in-field');
  });

  it('M4 takes an industry for what was asked, and anybody where nothing was', () => {
    const banker = { roles: [], industries: ['Banking & payments'] };
    expect(asksWith({ roles: [], industries: ['banking'] }, banker)).toBe('max');
    expect(asksWith({ industries: ['banking'] }, banker)).toBe('max');
    expect(asksWith({ roles: [], industries: ['games'] }, banker)).toBe('none: nobody-in-field');
    expect(asksWith({ roles: [], industries: [] }, banker)).toBe('max');
  });

  it('M4 no role is next door to itself, none is alone, and both say so', () => {
    for (const role of ROLES) {
      expect(areNeighbours(role, role)).toBe(false);
      expect(
        ROLES.some((other) => areNeighbours(role, other)),
        role,
      ).toBe(true);
      for (const other of ROLES) expect(areNeighbours(role, other)).toBe(areNeighbours(other, role));
    }
  });
});

describe('steps', () => {
  it('M5 begin at 1, 3, 6, 10 and 15 years', () => {
    const years = [0, 0.9, 1, 2, 3, 5, 6, 9, 10, 14, 15, 60];
    expect(years.map(stepOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it('M6 the mentor is one ahead at least', () => {
    expect(asksWith({}, { years: 0.5 })).toBe('none: nobody-ahead');
    expect(asksWith({}, { years: 1 })).toBe('max');
  });

  it('M6 a few are two, unless the request says otherwise', () => {
    const two: Parameters<typeof mentor> = ['two', { years: 4 }];
    const four: Parameters<typeof mentor> = ['four', { years: 11 }];
    expect(asks(two, four)).toBe('two');
    const given = community([ADA, mentor(...two), mentor(...four)], [request('ada', { stepsAhead: 4 })]);
    expect(whoIsAsked(given)).toEqual(['four']);
  });

  it('M7 are counted in the role that was asked for', () => {
    const engineer = { years: 12, roles: [{ role: 'back-end', years: null }] };
    const manager = { years: 4, roles: [{ role: 'product', years: 4 }] };
    expect(asksWith({ roles: ['product'] }, manager, engineer)).toBe('max');
    const junior = { years: 20, roles: [{ role: 'founder', years: 1 }] };
    expect(asksWith({ roles: ['founder'] }, { years: 15, roles: [{ role: 'founder', years: 6 }] }, junior)).toBe('max');
    expect(asksWith({ roles: ['founder'] }, { years: 30, roles: [{ role: 'founder', years: 2 }] }, junior)).toBe(
      'none: nobody-ahead',
    );
  });

  it('M7 and in years of work by an industry', () => {
    const wish = { roles: [], industries: ['games'] };
    const own = { years: 7, roles: [{ role: 'test', years: 0 }] };
    expect(asksWith(wish, { years: 9, industries: ['games'] }, own)).toBe('none: nobody-ahead');
    expect(asksWith(wish, { years: 10, industries: ['games'] }, own)).toBe('max');
  });
});

describe('one at a time', () => {
  it('M8 two requests of one asker make one introduction, and the other says so', () => {
    const wishes = [request('ada'), request('ada', { id: introRequestId('r-2'), roles: ['design'] })];
    const designer = mentor('dora', { roles: [{ role: 'design', years: null }] });
    expect(whoIsAsked(community([ADA, mentor('max'), designer], wishes)).sort()).toEqual([
      expect.stringMatching(/^(dora|max)$/u),
      'none: one-at-a-time',
    ]);
  });

  it('M9 none while one is under way, and as a mentor that does not count', () => {
    const open = [past('ada', 'moe', 'open', 5)];
    const given = community([ADA, mentor('max')], [request('ada')], { introductions: open });
    expect(whoIsAsked(given)).toEqual(['none: one-under-way']);
    const eve = community(
      [ADA, student('eve'), mentor('max')],
      [request('ada', { askedAt: daysAgo(70) }), request('eve')],
      {
        introductions: open,
      },
    );
    expect(whoIsAsked(eve)).toEqual(['none: one-under-way', 'max']);
    const asked = community([ADA, mentor('max')], [request('ada')], { introductions: [past('moe', 'max', 'open', 5)] });
    expect(whoIsAsked(asked)).toEqual(['max']);
  });
});

describe('languages', () => {
  it('M10 have one in common, whatever the country', () => {
    expect(asksWith({}, { languages: ['en-GB'] }, { languages: ['EN-us'] })).toBe('max');
    expect(asksWith({}, { languages: ['de'] }, { languages: ['en'] })).toBe('none: no-language');
  });

  it('M10 and a request may name fewer', () => {
    const own = { languages: ['en', 'de'] };
    expect(asksWith({ languages: ['de'] }, { languages: ['en'] }, own)).toBe('none: no-language');
    const given = community([student('ada', own), mentor('max', { languages: ['de', 'en'] })], [request('ada')]);
    expect(matched(given).proposals[0]).toMatchObject({ reason: { language: 'en' } });
  });
});
