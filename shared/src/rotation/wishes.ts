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

/** Per student the mentors they would like to meet: those of an industry they are curious about. */
export function wishesOf(evening: EveningToPlan): Map<AttendeeId, Set<AttendeeId>> {
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
