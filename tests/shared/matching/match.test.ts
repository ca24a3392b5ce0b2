import { describe, expect, it } from 'vitest';
import { introRequestId } from '../../../shared/src/kernel/ids.ts';
import type { IntroRequest } from '../../../shared/src/matching/community.ts';
import { faultsIn } from '../../../shared/src/matching/faults.ts';
import { matchCommunity } from '../../../shared/src/matching/match.ts';
import { nextChoices } from '../../../shared/src/matching/next-choice.ts';
import { inventedCommunity } from '../../support/invented-community.ts';
import { community, daysAgo, matched, mentor, NOW, offering, past, request, student, whoIsAsked } from './people.ts';

describe('what is told of a matching', () => {
  it('M26 each match has its reason, as data', () => {
    const given = community(
      [
        student('ada', { languages: ['de', 'en'] }),
        mentor('max', {
          industries: ['Games'],
          roles: [
            { role: 'UX design', years: null },
            { role: 'design', years: 3 },
          ],
        }),
      ],
      [request('ada', { industries: ['games'], askedAt: daysAgo(23) })],
      { introductions: [past('ada', 'moe', 'declined', 30)] },
    );
    expect(matched(given).proposals).toEqual([
      {
        ...{ request: 'r-ada', asker: 'ada', mentor: 'max' },
        reason: {
          ...{
            code: 'near-role-and-industry',
            role: 'design',
            industry: 'Games',
            years: 3,
            yearsOf: 'role',
            stepsAhead: 2,
          },
          ...{ language: 'en', metAtTable: false, waitedDays: 23, badLuck: 1 },
        },
      },
    ]);
  });

  it('M26 years are those in the role where the mentor said how many, and years of work otherwise', () => {
    const yearsFor = (wish: Partial<IntroRequest>) =>
      matched(
        community(
          [
            student('ada'),
            mentor('max', {
              years: 12,
              industries: ['games'],
              roles: [
                { role: 'product', years: 4 },
                { role: 'test', years: null },
              ],
            }),
          ],
          [request('ada', { roles: [], ...wish })],
        ),
      ).proposals.map((proposal) => proposal.mentor !== null && [proposal.reason.years, proposal.reason.yearsOf]);
    expect(yearsFor({ roles: ['product'] })).toEqual([[4, 'role']]);
    expect(yearsFor({ roles: ['test'] })).toEqual([[12, 'work']]);
    expect(yearsFor({ industries: ['games'] })).toEqual([[12, 'work']]);
    expect(yearsFor({})).toEqual([[12, 'work']]);
  });

  it('M27 each request without a mentor says how near it came', () => {
    const own = student('ada');
    const none = (...mentors: ReturnType<typeof mentor>[]) =>
      whoIsAsked(community([own, ...mentors], [request('ada')]))[0]?.replace('none: ', '');
    const lost = mentor('a', { roles: [] });
    const level = mentor('b', { years: 0 });
    const foreign = mentor('c', { languages: ['fr'] });
    const full = mentor('d', { offer: offering(0) });
    expect(none()).toBe('nobody-in-field');
    expect(none(lost)).toBe('nobody-in-field');
    expect(none(lost, level)).toBe('nobody-ahead');
    expect(none(full, foreign, level)).toBe('nobody-free');
    expect(none(foreign, level, lost)).toBe('no-language');
  });

  it('M28 figures of fairness count people and not requests', () => {
    const given = community(
      [
        ...['a', 'b', 'c', 'd', 'e'].map((id) => student(id)),
        mentor('one', { offer: offering(1) }),
        mentor('two', { offer: offering(4, { takenThisMonth: 3 }) }),
        mentor('idle', { roles: [] }),
        mentor('away', { offer: offering(0) }),
      ],
      [
        request('a', { askedAt: daysAgo(30) }),
        request('a', { id: introRequestId('r-a2'), askedAt: daysAgo(50) }),
        request('b', { askedAt: daysAgo(10) }),
        request('c', { askedAt: daysAgo(9) }),
        request('d', { askedAt: daysAgo(80), roles: ['security'] }),
        request('e', { askedAt: daysAgo(70) }),
      ],
      { introductions: [past('b', 'x', 'no-answer'), past('c', 'x', 'met'), past('e', 'x', 'asker-silent')] },
    );
    expect(matched(given).fairness).toEqual({
      ...{ askers: 5, served: 2, unlucky: 1, unluckyServed: 1 },
      ...{ longestWaitServed: 50, longestWaitLeft: 80, longestWaitPassedOver: 9 },
      ...{ load: [1, 1, 0, 0, 1], full: 2 },
    });
  });

  it('M28 of nobody there are no waits', () => {
    expect(matched(community([], [])).fairness).toMatchObject({
      longestWaitServed: null,
      longestWaitLeft: null,
      load: [],
    });
  });

  it('M29 what is wrong is named with its place, all of it, and nothing is matched', () => {
    const odd = community(
      [
        student('ada', { years: -1 }),
        student('ada'),
        mentor('max', { roles: [{ role: 'test', years: Number.NaN }], offer: offering(1.5, { takenThisMonth: -1 }) }),
      ],
      [request('ada', { stepsAhead: 0 }), request('ada'), request('eve', { id: introRequestId('r-2') })],
    );
    const faults = [
      { code: 'odd-number', place: 'members.ada.years' },
      { code: 'member-twice', place: 'members.ada' },
      { code: 'odd-number', place: 'members.max.roles.test' },
      { code: 'odd-number', place: 'members.max.offer.perMonth' },
      { code: 'odd-number', place: 'members.max.offer.takenThisMonth' },
      { code: 'odd-number', place: 'requests.r-ada.stepsAhead' },
      { code: 'request-twice', place: 'requests.r-ada' },
      { code: 'asker-unknown', place: 'requests.r-2.by' },
    ];
    expect(faultsIn(odd)).toEqual(faults);
    expect(matchCommunity(odd, { now: NOW, seed: 1 })).toEqual({ ok: false, refusal: faults });
    const gone = community([student('ada'), mentor('max')], [request('ada')], {
      introductions: [past('x', 'y', 'met')],
    });
    expect(whoIsAsked(gone)).toEqual(['max']);
  });
});

describe('M30 the next choice', () => {
  const moment = { now: NOW, seed: 3 };

  it('M30 is whom a matching of this request alone would choose, then the others', () => {
    const given = inventedCommunity(300, 5, NOW);
    let asked = 0;
    for (const one of given.requests.slice(0, 60)) {
      const alone = matched({ ...given, requests: [one] }, moment.seed).proposals[0];
      if (alone === undefined || (alone.mentor === null && alone.why === 'one-under-way')) continue;
      const choices = nextChoices(given, one.id, moment);
      expect(choices[0]?.mentor ?? null).toBe(alone.mentor);
      if (alone.mentor !== null) expect(choices[0]?.reason).toEqual(alone.reason);
      asked += choices.length > 1 ? 1 : 0;
    }
    expect(asked).toBeGreaterThan(20);
  });

  it('M30 is nobody who is full, and nobody who was asked, also while that is under way', () => {
    const people = [
      student('ada'),
      mentor('a'),
      mentor('b', { years: 7 }),
      mentor('c', { offer: offering(1, { takenThisMonth: 1 }) }),
    ];
    const choices = (introductions: ReturnType<typeof past>[]) =>
      nextChoices(community(people, [request('ada')], { introductions }), introRequestId('r-ada'), moment).map(
        ({ mentor: whom }) => whom,
      );
    expect(choices([])).toEqual(['a', 'b']);
    expect(choices([past('ada', 'a', 'open', 3)])).toEqual(['b']);
    expect(choices([past('ada', 'a', 'no-answer', 3), past('ada', 'b', 'open', 1)])).toEqual([]);
    expect(nextChoices(community(people, []), introRequestId('r-ada'), moment)).toEqual([]);
  });
});
