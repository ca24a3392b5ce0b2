import { INDUSTRIES } from '../../shared/src/careers/industries.ts';
import { ROLES } from '../../shared/src/careers/roles.ts';
import { introRequestId, type MemberId, memberId } from '../../shared/src/kernel/ids.ts';
import { type Random, seededRandom } from '../../shared/src/kernel/random.ts';
import { after, days, type Instant } from '../../shared/src/kernel/time.ts';
import type {
  Community,
  IntroRequest,
  Member,
  Outcome,
  Pair,
  PastIntroduction,
} from '../../shared/src/matching/community.ts';

/** Outcomes of a hundred introductions. */
const OUTCOMES: readonly (readonly [Outcome, number])[] = [
  ['met', 55],
  ['no-answer', 15],
  ['declined', 10],
  ['not-met', 8],
  ['asker-silent', 9],
  ['open', 3],
];
const TEXTS = [
  'How did you get your first job?',
  'I would like to change. Is it too late?',
  'What should I learn next?',
];

const chance = (random: Random, percent: number): boolean => random.below(100) < percent;
function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}
/** The first of a list is drawn most often: fields are not equally common. */
const drawn = <Item>(random: Random, items: readonly Item[]): Item =>
  pick(items, Math.min(random.below(items.length), random.below(items.length)));

function yearsOf(random: Random): number {
  const part = random.below(100);
  if (part < 45) return 0;
  if (part < 65) return 1 + random.below(2);
  if (part < 90) return 3 + random.below(12);
  return 15 + random.below(20);
}

function memberOf(random: Random, index: number, now: Instant): Member {
  const years = yearsOf(random);
  const roles = [...new Set([drawn(random, ROLES), ...(chance(random, 30) ? [drawn(random, ROLES)] : [])])];
  const perMonth = 1 + Math.min(random.below(4), random.below(4));
  const gives = years > 0 && chance(random, 60);
  return {
    id: memberId(`m${String(index).padStart(5, '0')}`),
    industries: years === 0 ? [] : [drawn(random, INDUSTRIES)],
    roles:
      years === 0 ? [] : roles.map((role) => ({ role, years: chance(random, 30) ? random.below(years + 1) : null })),
    years,
    languages: chance(random, 15) ? ['de', 'en'] : chance(random, 4) ? ['de'] : ['en-GB'],
    offer: gives
      ? {
          perMonth,
          takenThisMonth: random.below(perMonth + 1),
          pausedUntil: chance(random, 10) ? after(now, days(random.below(60) - 20)) : null,
        }
      : null,
  };
}

function requestOf(random: Random, { id, roles }: Member, now: Instant): IntroRequest {
  const own = roles[0]?.role;
  return {
    ...{ id: introRequestId(`r-${id}`), by: id },
    roles: chance(random, 80) ? [own !== undefined && chance(random, 60) ? own : drawn(random, ROLES)] : [],
    industries: chance(random, 45) ? [drawn(random, INDUSTRIES)] : [],
    stepsAhead: chance(random, 70) ? null : 1 + random.below(4),
    languages: [],
    askedAt: after(now, days(-Math.min(random.below(200), random.below(200)))),
    text: drawn(random, TEXTS),
  };
}

function outcomeOf(random: Random): Outcome {
  let part = random.below(100);
  for (const [outcome, percent] of OUTCOMES) {
    if (part < percent) return outcome;
    part -= percent;
  }
  return 'met';
}

/** Members, requests and four years of history, all invented, the same for the same seed. */
export function inventedCommunity(count: number, seed: number, now: Instant): Community {
  const random = seededRandom(seed);
  const members = Array.from({ length: count }, (_, index) => memberOf(random, index, now));
  const mentors = members.filter(({ offer }) => offer !== null);
  const requests = members
    .filter(({ years }) => chance(random, years === 0 ? 60 : years < 3 ? 45 : 25))
    .map((member) => requestOf(random, member, now));
  const anybody = (): MemberId => pick(members, random.below(count)).id;
  const mentor = (): MemberId => pick(mentors, random.below(mentors.length)).id;
  const some = <Item>(length: number, make: () => Item): Item[] => Array.from({ length }, make);
  return {
    members,
    requests,
    history: {
      introductions: some(Math.floor(1.5 * count), (): PastIntroduction => {
        const outcome = outcomeOf(random);
        const at = after(now, days(-(outcome === 'open' ? random.below(28) : 28 + random.below(1_400))));
        return { asker: anybody(), mentor: mentor(), at, outcome };
      }),
      metAtTables: some(3 * count, (): Pair => [anybody(), mentor()]),
      blocked: some(Math.floor(count / 100), (): Pair => [anybody(), mentor()]),
    },
  };
}
