import { sameField } from '../event/fields.ts';
import type { Member, RoleHeld } from './community.ts';

/** Years at which each step begins: student, graduate, engineer, senior, lead, long experienced (M5). */
const STEP_YEARS = [1, 3, 6, 10, 15] as const;
/** Steps that "a few" are (M6). */
export const A_FEW_STEPS = 2;

/** The step on which somebody stands after so many years (M5). */
export const stepOf = (years: number): number => STEP_YEARS.filter((least) => years >= least).length;

/** Years that somebody has done a kind of work of theirs; all their years where they did not say. */
export const yearsHeld = (member: Member, held: RoleHeld): number => held.years ?? member.years;

/** Years that an asker has done what they ask about; 0 for who does not do it (M7). */
export const yearsIn = (member: Member, role: string): number =>
  Math.max(0, ...member.roles.filter((held) => sameField(held.role, role)).map((held) => yearsHeld(member, held)));
