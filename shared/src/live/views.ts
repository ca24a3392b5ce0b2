/**
 * What each audience sees, cut in this one file: a display gets public facts, a phone its own evening, nobody anybody's
 * address. Tested for what a view must not contain.
 */

import { type TalkTag, talkTags } from '../careers/talk-tags.ts';
import { callNames } from '../event/call-names.ts';
import type { CancelledNotice } from '../event/cancelled.ts';
import type { CallKind } from '../event/desk-call.ts';
import type { EveningSettings, WhoMoves } from '../event/event.ts';
import { type Landmark, type Table, tableName } from '../event/floor.ts';
import { type Attendee, type AttendeeRole, firstName, type Standing } from '../event/roster.ts';
import type { PersonRound } from '../event/schedule.ts';
import { wallNames } from '../event/wall-names.ts';
import type { WhyChanged } from '../event/why-changed.ts';
import type { AttendeeId, EventId, TableId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** A table as screens draw it: number, the name below it, its place on the floor's grid facing the screen. */
export interface TableOnFloor {
  readonly number: number;
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

/** Somebody met at a table. For a student: the mentor, `line` "Product manager, Northlamp". For a mentor: a student's
 * first name, `line` the course, `ask` the question the student wrote. */
export interface Met {
  /** Public id: whom a private note is about. Opens nothing. */
  readonly id: AttendeeId;
  readonly name: string;
  readonly line: string;
  readonly ask: string;
  /** Of a mentor: what questions to them go by. Left out where their card tells none. */
  readonly tags?: readonly TalkTag[];
}

export interface CardRound {
  /** From 1. */
  readonly round: number;
  /** Number of the table; null: sitting out. */
  readonly table: number | null;
  readonly meets: readonly Met[];
  /** Of a mentor: another one sits at the table too, and stays when they leave. */
  readonly shared?: true;
}

/** One person's evening, all rounds. Sent on connect and when their seats change. */
export interface PersonalCard {
  readonly t: 'card';
  /** Public id: the last part of the personal address. */
  readonly id: string;
  readonly eventId: EventId;
  /** What the desk scans, after "/b/" in an address; '' for none. */
  readonly badgeCode: string;
  /** Whether they may say on this page that they are here, with the code on the wall. */
  readonly selfCheckIn: boolean;
  readonly name: string;
  readonly role: AttendeeRole;
  /** Whether they have a place, wait for one, or said that they do not come. */
  readonly standing: Standing;
  readonly eventName: string;
  readonly place: string;
  readonly timeZone: string;
  readonly startsAt: Instant;
  readonly whoMoves: WhoMoves;
  readonly checkedIn: boolean;
  /** What this person told the desk and nobody has answered yet. */
  readonly calls: readonly CallKind[];
  /** 0: no plan is published yet. */
  readonly planVersion: number;
  /** Why the plan they follow is another one for them than the one before; left out where it is not. */
  readonly why?: WhyChanged;
  /** The evening does not take place; left out where it does. */
  readonly cancelled?: CancelledNotice;
  /** Empty when there is no plan, or none with this person in it. */
  readonly rounds: readonly CardRound[];
  readonly tables: readonly TableOnFloor[];
  /** Left out where the organiser drew none. */
  readonly landmarks?: readonly Landmark[];
}

/** What a display shows besides the room frame: public facts only. */
export interface Hall {
  readonly t: 'hall';
  readonly eventName: string;
  readonly place: string;
  readonly timeZone: string;
  readonly startsAt: Instant;
  readonly whoMoves: WhoMoves;
  /** Address people type or scan, e.g. http://192.168.1.20:3000/e/KQ4T. */
  readonly joinUrl: string;
  /** What people in the room type to check themselves in: nothing but a display and the console shows it. */
  readonly code: string;
  /** The evening does not take place; left out where it does. */
  readonly cancelled?: CancelledNotice;
  readonly tables: readonly TableOnFloor[];
  /** Left out where the organiser drew none. */
  readonly landmarks?: readonly Landmark[];
}

/** Whoever moves, as one line of a wall: first name and initial or, if they wish so, their badge number. */
export interface BoardLine {
  readonly name: string;
  /** The number of their table in each round from 1; null: sitting out. */
  readonly tables: readonly (number | null)[];
}

/** Name → table, only for a display that an organiser set to show it. */
export interface NameBoard {
  readonly t: 'names';
  /** How many move; all of them have a line, or nobody has. */
  readonly people: number;
  /** In order of the alphabet; empty when there are more than any wall can show, or no plan. */
  readonly lines: readonly BoardLine[];
}

/** Counts for displays and the console. Facts never raise the live version. */
export interface Facts {
  readonly t: 'facts';
  readonly studentsHere: number;
  readonly studentsExpected: number;
  readonly mentorsHere: number;
  readonly mentorsExpected: number;
  /** How many of the tables people move to in `round` said that all are here; null when nobody moves. */
  readonly allHere: { readonly round: number; readonly tables: number; readonly of: number } | null;
}

const onFloor = (table: Table): TableOnFloor => ({
  number: table.number,
  name: tableName(table),
  column: table.column,
  row: table.row,
});

interface Floor {
  readonly numbers: ReadonlyMap<TableId, number>;
  readonly tables: readonly TableOnFloor[];
}

/** The same object for the same tables: every card of a hall shares it, and whoever writes cards can tell. */
const floors = new WeakMap<readonly Table[], Floor>();

function floorOf(tables: readonly Table[]): Floor {
  const known = floors.get(tables);
  if (known) return known;
  const floor = { numbers: new Map(tables.map((table) => [table.id, table.number])), tables: tables.map(onFloor) };
  floors.set(tables, floor);
  return floor;
}

/** How a student sees a mentor: full name, what they do and where. */
function mentorAsMet(mentor: Attendee): Met {
  const { jobTitle, company, askMeAbout } = mentor.card;
  const tags = talkTags(mentor.card);
  const line = [jobTitle, company].filter(Boolean).join(', ');
  return { id: mentor.id, name: mentor.name, line, ask: askMeAbout, ...(tags.length > 0 ? { tags } : {}) };
}

/** How a mentor sees a student: first name, course, and the question they wrote for tonight. */
const studentAsMet = (student: Attendee): Met => ({
  id: student.id,
  name: firstName(student.name),
  line: student.course,
  ask: student.question,
});

/** The same object for the same person, for the same reason as a floor: a mentor is on the cards of half the hall. */
const known = new WeakMap<Attendee, Met>();

/** How somebody is seen by those of the other role who meet them: a mentor by full name and work, a student by first name and course. */
export function asMet(other: Attendee): Met {
  const met = known.get(other) ?? (other.role === 'mentor' ? mentorAsMet(other) : studentAsMet(other));
  known.set(other, met);
  return met;
}

export interface CardParts {
  readonly eventId: EventId;
  readonly selfCheckIn: boolean;
  readonly settings: EveningSettings;
  readonly tables: readonly Table[];
  readonly landmarks?: readonly Landmark[];
  readonly people: ReadonlyMap<AttendeeId, Attendee>;
  readonly person: Attendee;
  /** Their line through the published plan; empty without one. */
  readonly line: readonly PersonRound[];
  readonly planVersion: number;
  readonly calls: readonly CallKind[];
  readonly why?: WhyChanged | null;
  readonly cancelled?: CancelledNotice | null;
  /** No letter of a student's last name, as where people under 18 take part. */
  readonly firstNamesOnly?: boolean;
}

/** Whom a mentor meets, each told apart from those of them who share a first name. */
export function toldApart(students: readonly Attendee[], firstNamesOnly: boolean): (student: Attendee) => Met {
  const names = callNames(students, firstNamesOnly);
  return (student) => {
    const met = asMet(student);
    const name = names.get(student.id) ?? met.name;
    return name === met.name ? met : { ...met, name };
  };
}

/** One person's whole evening, for their own phone. */
export function personalCard(parts: CardParts): PersonalCard {
  const { eventId, selfCheckIn, settings, tables, people, person, line, planVersion, calls } = parts;
  const { why = null, cancelled = null, landmarks = [] } = parts;
  const floor = floorOf(tables);
  const seated = person.standing === 'cancelled' ? [] : line;
  const found = (ids: readonly AttendeeId[]): Attendee[] => ids.flatMap((id) => people.get(id) ?? []);
  const met =
    person.role === 'mentor'
      ? toldApart([...new Set(found(seated.flatMap(({ meets }) => meets)))], parts.firstNamesOnly ?? false)
      : asMet;
  const rounds = seated.map(
    ({ round, table, meets, shared }): CardRound => ({
      round,
      table: table === null ? null : (floor.numbers.get(table) ?? null),
      meets: found(meets).map(met),
      ...(shared ? { shared } : {}),
    }),
  );
  return {
    t: 'card',
    id: person.id,
    eventId,
    badgeCode: person.badgeCode,
    selfCheckIn,
    name: person.name,
    role: person.role,
    standing: person.standing,
    eventName: settings.name,
    place: settings.place,
    timeZone: settings.timeZone,
    startsAt: settings.startsAt,
    whoMoves: settings.whoMoves,
    checkedIn: person.checkedInAt !== null,
    calls,
    planVersion,
    ...(why === null ? {} : { why }),
    ...(cancelled === null ? {} : { cancelled }),
    rounds,
    tables: floor.tables,
    ...(landmarks.length > 0 ? { landmarks } : {}),
  };
}

/** What a display shows beside the room frame. `origin`: what links begin with, without a slash at its end. */
export function hallOf(
  settings: EveningSettings,
  { tables, landmarks }: { readonly tables: readonly Table[]; readonly landmarks: readonly Landmark[] },
  codes: { readonly event: string; readonly room: string },
  origin: string,
  cancelled: CancelledNotice | null = null,
): Hall {
  return {
    t: 'hall',
    eventName: settings.name,
    place: settings.place,
    timeZone: settings.timeZone,
    startsAt: settings.startsAt,
    whoMoves: settings.whoMoves,
    joinUrl: `${origin}/e/${codes.event}`,
    code: codes.room,
    ...(cancelled === null ? {} : { cancelled }),
    tables: tables.map(onFloor),
    ...(landmarks.length > 0 ? { landmarks } : {}),
  };
}

/** More names than the largest wall shows in letters that can be read: they stay on the server. */
export const MOST_ON_BOARD = 120;

export interface BoardParts {
  readonly whoMoves: WhoMoves;
  readonly tables: readonly Table[];
  readonly people: ReadonlyMap<AttendeeId, Attendee>;
  /** Everybody's line through the published plan. */
  readonly lines: ReadonlyMap<AttendeeId, readonly PersonRound[]>;
}

/** The name board of those who change table: no addresses, no last names, nobody who asked to be left off it. */
export function nameBoard({ whoMoves, tables, people, lines }: BoardParts): NameBoard {
  const role: AttendeeRole = whoMoves === 'mentors' ? 'mentor' : 'student';
  const movers = [...lines.keys()].flatMap((id) => {
    const person = people.get(id);
    return person?.role === role ? [person] : [];
  });
  if (movers.length > MOST_ON_BOARD) return { t: 'names', people: movers.length, lines: [] };
  const { numbers } = floorOf(tables);
  const lineOf = (id: AttendeeId, name: string): BoardLine => {
    const seats = lines.get(id) ?? [];
    return { name, tables: seats.map(({ table }) => (table === null ? null : (numbers.get(table) ?? null))) };
  };
  const names = wallNames(movers.filter((one) => !one.unnamed && !one.registration.offWalls));
  const named = [...names].map(([id, name]) => lineOf(id, name));
  const badges = movers.filter(({ id }) => !names.has(id)).map(({ id, badgeCode }) => lineOf(id, badgeCode));
  for (const part of [named, badges]) part.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return { t: 'names', people: movers.length, lines: [...named, ...badges] };
}

/** Counts only. */
export function factsOf(people: ReadonlyMap<AttendeeId, Attendee>, allHere: Facts['allHere']): Facts {
  const facts = { studentsHere: 0, studentsExpected: 0, mentorsHere: 0, mentorsExpected: 0 };
  for (const { role, standing, checkedInAt } of people.values()) {
    const here = checkedInAt === null ? 0 : 1;
    const expected = standing === 'active' || here === 1 ? 1 : 0;
    facts[role === 'mentor' ? 'mentorsHere' : 'studentsHere'] += here;
    facts[role === 'mentor' ? 'mentorsExpected' : 'studentsExpected'] += expected;
  }
  return { t: 'facts', ...facts, allHere };
}
