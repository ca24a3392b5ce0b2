import fc from 'fast-check';
import highsLoader from 'highs';
import { expect, test } from 'vitest';
import { introRequestId } from '../../../shared/src/kernel/ids.ts';
import { seededRandom } from '../../../shared/src/kernel/random.ts';
import { mostThatCanBe } from '../../../shared/src/matching/bound.ts';
import { fieldOf } from '../../../shared/src/matching/candidates.ts';
import type { Community, IntroRequest, Member, Outcome } from '../../../shared/src/matching/community.ts';
import { inventedCommunity } from '../../support/invented-community.ts';
import { BySpec } from './by-the-spec.ts';
import { bySolver, byTrying, worthBySpec } from './optimum.ts';
import { community, daysAgo, matched, NOW, offering, past, request, student, who } from './people.ts';

const highs = await highsLoader();
const MOST = 7;
const person = fc.nat(MOST - 1).map((index) => `p${index}`);
const role = fc.constantFrom('front-end', 'back-end', 'design');
const industry = fc.constantFrom('banking', 'games');
const rarely = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 });

const members = fc
  .array(
    fc.record({
      years: fc.constantFrom(0, 0, 1, 4, 7, 12, 20),
      roles: fc.uniqueArray(role, { minLength: 1, maxLength: 2 }),
      yearsIn: rarely(fc.constantFrom(0, 1, 4, 7)),
      industries: fc.uniqueArray(industry, { maxLength: 1 }),
      languages: fc.constantFrom(['en'], ['en'], ['en'], ['en-GB', 'de'], ['de']),
      offer: fc.option(
        fc.record({
          perMonth: fc.constantFrom(0, 1, 1, 2, 2, 3),
          takenThisMonth: fc.constantFrom(0, 0, 0, 1),
          pausedUntil: rarely(fc.constantFrom(daysAgo(1), daysAgo(-1))),
        }),
        { freq: 5 },
      ),
    }),
    { minLength: 4, maxLength: MOST },
  )
  .map((drawn) =>
    drawn.map(
      ({ roles, yearsIn, ...rest }, index): Member => ({
        id: who(`p${index}`),
        ...rest,
        roles: roles.map((name, place) => ({ role: name, years: place === 0 ? yearsIn : null })),
      }),
    ),
  );

const asked = fc.record({
  by: person,
  roles: fc.uniqueArray(role, { maxLength: 2 }),
  industries: fc.uniqueArray(industry, { maxLength: 1 }),
  stepsAhead: rarely(fc.integer({ min: 1, max: 4 })),
  languages: fc.constantFrom([], [], [], ['de']),
  ago: fc.constantFrom(0, 3, 8, 8, 30, 500),
});

const outcome = fc.constantFrom<Outcome[]>(
  ...([
    'open',
    'met',
    'not-met',
    'unknown',
    'declined',
    'no-answer',
    'no-answer',
    'asker-silent',
    'withdrawn',
  ] as const),
);
const pair = fc.tuple(person, person);

/** A handful of people among whom everything happens. */
const small: fc.Arbitrary<Community> = fc
  .record({
    people: members,
    wishes: fc.array(asked, { minLength: 3, maxLength: 7 }),
    happened: fc.array(fc.tuple(person, person, outcome, fc.integer({ min: 1, max: 200 })), { maxLength: 6 }),
    tables: fc.array(pair, { maxLength: 4 }),
    blocks: fc.array(pair, { maxLength: 2 }),
  })
  .map(({ people, wishes, happened, tables, blocks }) => {
    const there = (id: string): boolean => people.some((one) => one.id === id);
    const requests = wishes
      .filter(({ by }) => there(by))
      .map(
        ({ by, ago, ...rest }, index): IntroRequest =>
          request(by, { ...rest, id: introRequestId(`r${index}`), askedAt: daysAgo(ago) }),
      );
    // no two of one instant: which of them was last would be nobody's guess
    const introductions = happened.map(([one, other, came, ago], index) => past(one, other, came, ago + index / 100));
    const both = (pairs: readonly (readonly [string, string])[]) =>
      pairs.map(([one, other]) => [who(one), who(other)] as const);
    return community(people, requests, { introductions, metAtTables: both(tables), blocked: both(blocks) });
  });

test('M22 no matching of a few people is worth more, whatever is tried', () => {
  let served = 0;
  fc.assert(
    fc.property(small, (given) => {
      const spec = new BySpec(given, NOW);
      const { proposals } = matched(given);
      served += proposals.filter(({ mentor }) => mentor !== null).length;
      expect(worthBySpec(spec, given.members, proposals)).toEqual(byTrying(spec));
    }),
    { numRuns: 400 },
  );
  // communities in which nothing can be done would prove nothing
  expect(served).toBeGreaterThan(300);
});

test('M22 no matching of two hundred people is worth more, by an exact solver', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const given = inventedCommunity(200, seed, NOW);
      const spec = new BySpec(given, NOW);
      const { proposals } = matched(given);
      expect(worthBySpec(spec, given.members, proposals)).toEqual(bySolver(highs, spec));
    }),
    { numRuns: 4 },
  );
});

test('M23 the bound from the prices is what the matching is worth, in small communities and large', () => {
  fc.assert(
    fc.property(small, (given) => {
      const { value, bound } = matched(given);
      expect(bound).toBe(value);
    }),
    { numRuns: 400 },
  );
  for (const seed of [1, 2, 3]) {
    const { value, bound } = matched(inventedCommunity(600, seed, NOW));
    expect(bound).toBe(value);
  }
});

test('M23 no prices make the bound lower than a matching is worth', () => {
  fc.assert(
    fc.property(small, fc.integer(), (given, seed) => {
      const random = seededRandom(seed);
      const { value } = matched(given);
      const field = fieldOf(given, { now: NOW, seed: 1 });
      const prices = field.mentors.map(() => random.below(2) * random.below(2_000_000));
      expect(mostThatCanBe(field, prices)).toBeGreaterThanOrEqual(value);
    }),
    { numRuns: 300 },
  );
});

test('M24 the order of members, requests and history changes nothing', () => {
  fc.assert(
    fc.property(small, fc.integer(), ({ members: people, requests, history }, seed) => {
      const random = seededRandom(seed);
      const mixed = <Item>(items: readonly Item[]): Item[] => random.shuffle([...items]);
      const other = community(mixed(people), mixed(requests), {
        introductions: mixed(history.introductions),
        metAtTables: mixed(history.metAtTables),
        blocked: mixed(history.blocked),
      });
      const sorted = (given: Community) =>
        [...matched(given).proposals].sort((one, two) => (one.request < two.request ? -1 : 1));
      expect(sorted(other)).toEqual(sorted(community(people, requests, history)));
    }),
    { numRuns: 200 },
  );
});

test('M25 between equal mentors the seed decides, and no id is first for ever', () => {
  const mentors = ['a', 'b', 'c', 'd'].map((id) =>
    student(id, { years: 4, roles: [{ role: 'front-end', years: null }], offer: offering(1) }),
  );
  const given = community([student('s'), ...mentors], [request('s')]);
  const first = (seed: number) => matched(given, seed).proposals[0]?.mentor;
  expect(new Set(Array.from({ length: 40 }, (_, seed) => first(seed))).size).toBe(4);
  expect(first(7)).toBe(first(7));
});
