import type { AttendeeId } from '../kernel/ids.ts';
import type { EveningToPlan } from './evening-to-plan.ts';

/** Lower-case letters and digits only: what is left when two people write the same industry in their own ways. */
export const plainIndustry = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The same industry, or one name begins with the other ("Consulting", "Consulting & agencies"). */
export function sameIndustry(one: string, other: string): boolean {
  const a = plainIndustry(one);
  const b = plainIndustry(other);
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

/** Per student the mentors of an industry they are curious about. */
function wishesForIndustries(evening: EveningToPlan): Map<AttendeeId, Set<AttendeeId>> {
  // few different texts, many people: match texts once
  const mentorsOf = new Map<string, AttendeeId[]>();
  for (const mentor of evening.mentors) {
    mentorsOf.set(mentor.industry, [...(mentorsOf.get(mentor.industry) ?? []), mentor.id]);
  }
  const matches = new Map<string, AttendeeId[]>();
  const matching = (industry: string): AttendeeId[] => {
    let found = matches.get(industry);
    if (!found) {
      found = [...mentorsOf].flatMap(([other, ids]) => (sameIndustry(industry, other) ? ids : []));
      matches.set(industry, found);
    }
    return found;
  };
  return new Map(evening.students.map(({ id, industries }) => [id, new Set(industries.flatMap(matching))]));
}

/** What a mentor of an industry or of a role somebody named is worth to them. */
const WISH_WEIGHT = 3;
/** What the dearest of the mentors somebody named is worth; each further one a point less, down to one. */
const DEAREST = 5;

/** Per student the mentors they would like to meet, and how much (1–5); where there are several reasons the best counts. */
export function weightedWishes(evening: EveningToPlan): Map<AttendeeId, Map<AttendeeId, number>> {
  const here = new Set(evening.mentors.map(({ id }) => id));
  const byIndustry = wishesForIndustries(evening);
  return new Map(
    evening.students.map(({ id, roles = [], wishes = [] }) => {
      const weights = new Map([...(byIndustry.get(id) ?? [])].map((mentor) => [mentor, WISH_WEIGHT]));
      const wish = (mentor: AttendeeId, weight: number): void => {
        if (here.has(mentor)) weights.set(mentor, Math.max(weight, weights.get(mentor) ?? 0));
      };
      const wanted = new Set(roles.map(plainIndustry));
      for (const mentor of roles.length === 0 ? [] : evening.mentors) {
        if (mentor.roles?.some((role) => wanted.has(plainIndustry(role)))) wish(mentor.id, WISH_WEIGHT);
      }
      wishes.forEach((mentor, place) => {
        wish(mentor, Math.max(1, DEAREST - place));
      });
      return [id, weights];
    }),
  );
}

/** Per student the mentors they would like to meet, for whatever reason. */
export const wishesOf = (evening: EveningToPlan): Map<AttendeeId, Set<AttendeeId>> =>
  new Map([...weightedWishes(evening)].map(([id, weights]) => [id, new Set(weights.keys())]));
