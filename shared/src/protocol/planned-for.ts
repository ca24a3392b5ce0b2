import { needsStepFree } from '../event/asked-privately.ts';
import { type EveningSettings, plannedRounds } from '../event/event.ts';
import type { Table } from '../event/floor.ts';
import type { PairRule } from '../event/registration.ts';
import type { Attendee } from '../event/roster.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { EveningToPlan, MentorToPlan, StudentToPlan } from '../rotation/evening-to-plan.ts';
import type { PlanBasis } from './api.ts';

/** What is known about two people at a time: rules of the organiser, and who met at earlier evenings. */
export interface PeopleInPairs {
  readonly pairs: readonly PairRule[];
  readonly met: readonly (readonly [AttendeeId, AttendeeId])[];
  /** Who never sits together, whatever else was said of them: those of tonight. */
  readonly blocked: readonly (readonly [AttendeeId, AttendeeId])[];
}
export const NO_PAIRS: PeopleInPairs = { pairs: [], met: [], blocked: [] };

/**
 * Who a plan is made for, on the server and on the console that prices a change by hand alike. `here`: those checked
 * in, and mentors who said that they come later; a role that does not count by check-in yet counts as expected whole.
 */
export function eveningToPlan(
  settings: EveningSettings,
  tables: readonly Table[],
  people: readonly Attendee[],
  basis: PlanBasis,
  inPairs: PeopleInPairs = NO_PAIRS,
): EveningToPlan {
  const taking = (role: Attendee['role']): Attendee[] => {
    const own = people.filter((person) => person.role === role);
    if (basis !== 'here') return own.filter(isExpected);
    const byCheckIn = countsByCheckIn(people, role);
    return own.filter(
      (person) => isHere(person) || (isExpected(person) && (!byCheckIn || comesLater(person, settings))),
    );
  };
  return peopleToPlan(settings, tables, [...taking('student'), ...taking('mentor')], inPairs);
}

const isHere = ({ checkedInAt }: Attendee): boolean => checkedInAt !== null;
const isExpected = ({ standing }: Attendee): boolean => standing === 'active';

/**
 * Whether a role counts by who is checked in: students once one of them is, since many who book stay away; mentors once at
 * least half of those expected are, since the first at the desk must not close the tables of all others. An organiser who
 * skips check-in can run the night all the same.
 */
export function countsByCheckIn(people: readonly Attendee[], role: Attendee['role']): boolean {
  const own = people.filter((person) => person.role === role);
  const here = own.filter(isHere).length;
  return here > 0 && (role === 'student' || here * 2 >= own.filter(isExpected).length);
}

/** An evening of just these people. */
export function peopleToPlan(
  settings: EveningSettings,
  tables: readonly Table[],
  people: readonly Attendee[],
  inPairs: PeopleInPairs = NO_PAIRS,
): EveningToPlan {
  const students = people.filter(({ role }) => role === 'student');
  // who would come when all is over does not come
  const comes = (person: Attendee): boolean => roundsThere(person, settings)?.length !== 0;
  const mentors = people.filter((person) => person.role === 'mentor' && comes(person));
  const asksForRoles = students.some(({ registration }) => registration.roles.length > 0);
  const here = new Set(people.map(({ id }) => id));
  const among = (one: AttendeeId, other: AttendeeId): boolean => here.has(one) && here.has(other);
  const rules = rulesOf(inPairs).filter(({ one, other }) => among(one, other));
  const meetings = inPairs.met.filter(([one, other]) => among(one, other));
  return {
    rounds: settings.rounds,
    whoMoves: settings.whoMoves,
    tables,
    students: students.map(asStudent),
    mentors: mentors.map((mentor) => asMentor(mentor, settings, asksForRoles)),
    ...(rules.length > 0 ? { pairs: rules } : {}),
    ...(meetings.length > 0 ? { met: meetings } : {}),
  };
}

/** A block outdoes what was said of the same two for one evening. */
function rulesOf({ pairs, blocked }: PeopleInPairs): PairRule[] {
  const isBlocked = (rule: PairRule): boolean =>
    blocked.some((pair) => pair.includes(rule.one) && pair.includes(rule.other));
  const apart = blocked.map(([one, other]): PairRule => ({ one, other, kind: 'apart' }));
  return [...pairs.filter((rule) => !isBlocked(rule)), ...apart];
}

/** Only what was said: who says nothing new is planned as ever. */
function asStudent(person: Attendee): StudentToPlan {
  const { id, industries, needs, registration } = person;
  return {
    id,
    industries,
    stepFree: needsStepFree(person),
    ...(needs.quiet ? { quiet: true } : {}),
    ...(needs.staysAt === null ? {} : { staysAt: needs.staysAt }),
    ...(registration.roles.length > 0 ? { roles: registration.roles } : {}),
    ...(registration.wishes.length > 0 ? { wishes: registration.wishes } : {}),
  };
}

function asMentor(person: Attendee, settings: EveningSettings, asksForRoles: boolean): MentorToPlan {
  const { id, card, needs } = person;
  const rounds = roundsThere(person, settings);
  return {
    id,
    industry: card.industry,
    ...(asksForRoles && card.roles.length > 0 ? { roles: card.roles } : {}),
    ...(rounds === null ? {} : { rounds }),
    // A mentor's table is the organiser's choice: free text alone must not make it impossible.
    ...(needs.stepFree ? { stepFree: true } : {}),
    ...(needs.quiet ? { quiet: true } : {}),
  };
}

/** Somebody who goes at eight still ends a round that ends so soon after it, and begins one that began so long ago. */
const MINUTES_OF_GRACE = 2;
const MINUTE = 60_000;

/**
 * The rounds in which a mentor is there, by the planned times, from 1; null for all. Who is checked in has come, whatever
 * they had said.
 */
export function roundsThere(
  { registration, checkedInAt }: Pick<Attendee, 'registration' | 'checkedInAt'>,
  settings: EveningSettings,
): number[] | null {
  const { leavesAt } = registration;
  const arrivesAt = checkedInAt === null ? registration.arrivesAt : null;
  if (arrivesAt === null && leavesAt === null) return null;
  const minute = (at: number): number => (at - settings.startsAt) / MINUTE;
  const rounds = plannedRounds(settings);
  const there = rounds.flatMap(({ begins, ends }, index) => {
    const hasCome = arrivesAt === null || minute(arrivesAt) <= begins + MINUTES_OF_GRACE;
    const stays = leavesAt === null || minute(leavesAt) >= ends - MINUTES_OF_GRACE;
    return hasCome && stays ? [index + 1] : [];
  });
  return there.length === rounds.length ? null : there;
}

const comesLater = (person: Attendee, settings: EveningSettings): boolean =>
  person.role === 'mentor' && roundsThere(person, settings)?.includes(1) === false;
