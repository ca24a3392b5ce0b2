import type { EveningSettings } from '../event/event.ts';
import type { Table } from '../event/floor.ts';
import type { Attendee } from '../event/roster.ts';
import type { EveningToPlan } from '../rotation/evening-to-plan.ts';
import type { PlanBasis } from './api.ts';

/**
 * Who a plan is made for, on the server and on the console that prices a change by hand alike. `here`: those checked
 * in; a role nobody of which is checked in counts as expected whole, so that an organiser who skips check-in can run
 * the night all the same.
 */
export function eveningToPlan(
  settings: Pick<EveningSettings, 'rounds' | 'whoMoves'>,
  tables: readonly Table[],
  people: readonly Attendee[],
  basis: PlanBasis,
): EveningToPlan {
  const taking = (role: Attendee['role']): Attendee[] => {
    const here = people.filter((person) => person.role === role && person.checkedInAt !== null);
    const expected = people.filter((person) => person.role === role && person.standing === 'active');
    return basis === 'here' && here.length > 0 ? here : expected;
  };
  return peopleToPlan(settings, tables, [...taking('student'), ...taking('mentor')]);
}

/** An evening of just these people. */
export const peopleToPlan = (
  settings: Pick<EveningSettings, 'rounds' | 'whoMoves'>,
  tables: readonly Table[],
  people: readonly Attendee[],
): EveningToPlan => ({
  rounds: settings.rounds,
  whoMoves: settings.whoMoves,
  tables,
  students: people
    .filter(({ role }) => role === 'student')
    .map(({ id, industries, access }) => ({ id, industries, stepFree: needsStepFree(access) })),
  mentors: people.filter(({ role }) => role === 'mentor').map(({ id, card }) => ({ id, industry: card.industry })),
});

/** Free text of a form: asks for step-free access or names a wheelchair. */
const needsStepFree = (access: string): boolean => /step.?free|wheel.?chair/iu.test(access);
