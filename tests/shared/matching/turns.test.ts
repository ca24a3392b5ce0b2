import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastIntroduction } from '../../../shared/src/matching/community.ts';
import { Past } from '../../../shared/src/matching/past.ts';
import { turnOf } from '../../../shared/src/matching/turn.ts';
import { inventedCommunity } from '../../support/invented-community.ts';
import { BySpec } from './by-the-spec.ts';
import {
  community,
  daysAgo,
  matched,
  mentor,
  NOW,
  offering,
  past,
  request,
  student,
  who,
  whoIsAsked,
} from './people.ts';

const turn = (introductions: readonly PastIntroduction[], ...waited: number[]): number =>
  turnOf(
    who('ada'),
    waited.map((ago) => request('ada', { askedAt: daysAgo(ago) })),
    new Past({ introductions, metAtTables: [], blocked: [] }),
    NOW,
  ).turn;

describe('whose turn it is', () => {
  it('M12 who waits longest is served, although the other would suit far better', () => {
    const far = { years: 40 };
    const given = community(
      [student('suits'), student('waits', far), mentor('max', { years: 60, industries: ['games'] })],
      [
        request('suits', { stepsAhead: 5, industries: ['games'] }),
        request('waits', { roles: ['product', 'front-end'], stepsAhead: 1, askedAt: daysAgo(7) }),
      ],
    );
    expect(whoIsAsked(given)).toEqual(['none: others-first', 'max']);
  });

  it('M12 and makes room for others where that serves more people', () => {
    const given = community(
      [student('a'), student('b'), mentor('one'), mentor('two', { roles: [{ role: 'design', years: null }] })],
      [
        request('a', { roles: ['front-end', 'design'], askedAt: daysAgo(70) }),
        request('b', { roles: ['back-end'], askedAt: daysAgo(7) }),
      ],
    );
    expect(whoIsAsked(given)).toEqual(['two', 'one']);
  });

  it('M12 nobody who is left out could be served in the place of somebody of a lower turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const given = inventedCommunity(120, seed, NOW);
        const spec = new BySpec(given, NOW);
        const asked = new Map(matched(given).proposals.map(({ asker, mentor: whom }) => [asker, whom]));
        const askers = spec.askers.map((asker) => ({
          ...{ id: asker.id, turn: spec.turn(asker.id) ?? 0, might: [...spec.candidates(asker).keys()] },
          whom: asked.get(asker.id) ?? null,
        }));
        const left = askers.filter(({ whom }) => whom === null);
        expect(left.length).toBeGreaterThan(0);
        for (const one of left) {
          // everybody who could be moved along, from mentor to mentor, to make room for them
          const reached = new Set(one.might);
          for (const person of reached) {
            const holders = askers.filter(({ whom }) => whom === person.id);
            expect(holders.length).toBe(spec.room(person));
            expect(holders.filter(({ turn: theirs }) => theirs < one.turn)).toEqual([]);
            for (const { might } of holders) for (const other of might) reached.add(other);
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('M13 is the weeks of the oldest request, up to 52', () => {
    expect([0, 6, 7, 20, 364, 3_000].map((ago) => turn([], ago) - turn([], 0))).toEqual([0, 0, 1, 2, 52, 52]);
    expect(turn([], 3, 21)).toBe(turn([], 21));
    expect(turn([], -2)).toBe(turn([], 0));
  });

  it.each(['declined', 'no-answer', 'not-met'] as const)(
    'M14 bad luck counts for 4 weeks, up to three times: %s',
    (luck) => {
      const times = (count: number) =>
        Array.from({ length: count }, (_, index) => past('ada', `m${index}`, luck, index + 30));
      expect([0, 1, 2, 3, 4].map((count) => turn(times(count), 7))).toEqual(
        [0, 4, 8, 12, 12].map((more) => turn([], 7) + more),
      );
    },
  );

  it('M14 one that came about, or that they let go, ends the row; what nobody told says nothing', () => {
    const bad = past('ada', 'a', 'declined', 50);
    expect(turn([bad, past('ada', 'b', 'met', 40)], 7)).toBe(turn([], 7));
    expect(turn([bad, past('ada', 'b', 'met', 60)], 7)).toBe(turn([bad], 7));
    for (const nothing of ['unknown', 'withdrawn'] as const)
      expect(turn([bad, past('ada', 'b', nothing, 40)], 7)).toBe(turn([bad], 7));
    const letGo = [bad, past('ada', 'b', 'asker-silent', 40), past('ada', 'c', 'not-met', 30)];
    expect(turn(letGo, 7)).toBe(turn([bad], 7));
    expect(turn([past('max', 'ada', 'declined', 50)], 7)).toBe(turn([], 7));
  });

  it('M15 who let the last go without a word comes after everybody, and who let two go after those', () => {
    const once = [past('ada', 'a', 'asker-silent', 50)];
    const twice = [...once, past('ada', 'b', 'asker-silent', 40)];
    expect(turn(once, 300)).toBeLessThan(turn([], 0));
    expect(turn(twice, 300)).toBeLessThan(turn(once, 0));
    expect(turn([...twice, past('ada', 'c', 'met', 30)], 7)).toBe(turn([], 7));
  });

  it('M16 who let three go, as an asker or as a mentor, is left alone for 90 days and tried again', () => {
    const silent = (last: number) => [0, 1, 2].map((index) => past('ada', `m${index}`, 'asker-silent', last + index));
    const asking = (last: number) =>
      whoIsAsked(community([student('ada'), mentor('max')], [request('ada')], { introductions: silent(last) }));
    expect(asking(89)).toEqual(['none: left-alone']);
    expect(asking(90)).toEqual(['max']);
    const unanswered = (last: number) => [0, 1, 2].map((index) => past(`s${index}`, 'max', 'no-answer', last + index));
    const asked = (last: number, ...more: PastIntroduction[]) =>
      whoIsAsked(
        community([student('ada'), mentor('max')], [request('ada')], { introductions: [...unanswered(last), ...more] }),
      );
    expect(asked(89)).toEqual(['none: nobody-free']);
    expect(asked(90)).toEqual(['max']);
    expect(asked(50, past('s9', 'max', 'declined', 10))).toEqual(['max']);
  });
});

describe('what speaks for a pair', () => {
  const GIVES_MANY = { offer: offering(9) };
  /** Who is asked first of these, by a student who asks for front-end and banking. */
  const better = (one: Parameters<typeof mentor>[1], other: Parameters<typeof mentor>[1], wish = {}, history = {}) =>
    whoIsAsked(
      community(
        [student('ada'), mentor('one', { ...GIVES_MANY, ...one }), mentor('other', { ...GIVES_MANY, ...other })],
        [request('ada', wish)],
        history,
      ),
    )[0];
  const held = (role: string) => [{ role, years: null }];

  it('M17 the role itself before one next door, and both kinds of field before one', () => {
    expect(better({ roles: held('design') }, {})).toBe('other');
    expect(better({ roles: held('front-end') }, { roles: held('mobile') })).toBe('one');
    const both = { industries: ['banking'] };
    expect(better({}, { industries: ['banking'] }, both)).toBe('other');
    expect(better({ roles: held('mobile'), industries: ['banking'] }, {}, both)).toBe('one');
    expect(better({ roles: [], industries: ['banking'] }, {}, both)).toBe('other');
  });

  it('M18 as many steps as were asked, and rather one off than two', () => {
    expect(better({ years: 4 }, { years: 7 })).toBe('one');
    expect(better({ years: 1 }, { years: 11 })).toBe('one');
    expect(better({ years: 11 }, { years: 7 }, { stepsAhead: 3 })).toBe('other');
  });

  it('M19 rather somebody new than somebody from the same table, and rather that than a step too many', () => {
    const metAtTables = [[who('one'), who('ada')] as const];
    expect(better({}, {}, {}, { metAtTables })).toBe('other');
    expect(better({}, {}, {}, { metAtTables: [[who('ada'), who('other')]] })).toBe('one');
    expect(better({}, { years: 11 }, {}, { metAtTables })).toBe('one');
    const only = community([student('ada'), mentor('one')], [request('ada')], { metAtTables });
    expect(matched(only).proposals[0]).toMatchObject({ mentor: 'one', reason: { metAtTable: true } });
  });

  it('M20 rather somebody who answers', () => {
    const silent = [past('x', 'one', 'no-answer', 30)];
    expect(better({}, { years: 7 }, {}, { introductions: silent })).toBe('other');
    const answered = [...silent, past('y', 'one', 'declined', 20)];
    expect(better({}, { years: 7 }, {}, { introductions: answered })).toBe('one');
  });

  it('M21 rather the second best who is idle than the best who is busy', () => {
    const busy = (takenThisMonth: number) => ({ offer: offering(9, { takenThisMonth }) });
    expect(better(busy(2), { years: 7 })).toBe('one');
    expect(better(busy(3), { years: 7 })).toBe('other');
    const students = ['a', 'b', 'c', 'd'].map((id) => student(id));
    const given = community(
      [...students, mentor('one', GIVES_MANY), mentor('other', GIVES_MANY)],
      students.map(({ id }) => request(id)),
    );
    expect(whoIsAsked(given).sort()).toEqual(['one', 'one', 'other', 'other']);
  });
});
