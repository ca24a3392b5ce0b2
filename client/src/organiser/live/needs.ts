import type { DeskCall } from '@lapwing/shared/event/desk-call';
import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Table } from '@lapwing/shared/event/floor';
import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { earlier, type Instant, instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import { type OldPaper, oldPaper } from '@lapwing/shared/paper/old-paper';
import type { Paper } from '@lapwing/shared/paper/sheets';
import type { ConnectedDisplay, Staff } from '@lapwing/shared/protocol/messages';
import type { PlacesView } from '@lapwing/shared/protocol/places-api';
import { namesakeNeeds } from './namesakes.ts';
import { callId, mentorNeeds, studentNeeds } from './people-needs.ts';
import { freeMentors, type PlanOfNow, type RoomNow, roomNow } from './room-now.ts';
import { type RunningLate, runningLate } from './running-late.ts';

/** One decision that waits for the organiser. `id` stays the same while it is about the same thing. */
export type Need = { readonly id: string; readonly since: Instant } & (
  | { readonly kind: 'arrived' | 'noShows'; readonly people: readonly AttendeeId[] }
  | {
      readonly kind: 'mentorMissing';
      readonly mentor: AttendeeId;
      readonly table: TableId;
      readonly reserves: readonly AttendeeId[];
    }
  | { readonly kind: 'mentorArrived'; readonly mentor: AttendeeId; readonly tables: readonly TableId[] }
  | {
      readonly kind: 'call';
      readonly call: DeskCall;
      readonly table: TableId | null;
      /** Mentors who could take the chair of one who leaves. */
      readonly reserves: readonly AttendeeId[];
      /** Of whoever leaves: at once, with the round that runs, or not before a later one; null where they did not say. */
      readonly leaves: 'now' | 'withRound' | 'later' | null;
    }
  | { readonly kind: 'displayLost'; readonly display: ConnectedDisplay }
  | { readonly kind: 'runningLate'; readonly late: RunningLate }
  | ({ readonly kind: 'oldPaper'; readonly planVersion: number } & OldPaper)
  | {
      readonly kind: 'namesake';
      readonly person: AttendeeId;
      /** Who has the same name and is off the list, or in a block. */
      readonly other: AttendeeId;
      readonly why: 'off' | 'block';
    }
  /** In the room, by a form, and without the address that stood in it. */
  | { readonly kind: 'denied'; readonly person: AttendeeId }
  /** Most of a full evening is held by people who have not said yes in the mail (P15). */
  | { readonly kind: 'lent'; readonly lent: number; readonly places: number; readonly waiting: number }
  | { readonly kind: 'slept'; readonly until: Instant }
);

/** What this console knows about the night. */
export interface Known {
  readonly moment: Moment;
  readonly now: Instant;
  readonly settings: EveningSettings;
  readonly tables: readonly Table[];
  readonly people: readonly Attendee[];
  /** The plan people follow; null while it is not known. */
  readonly plan: (PlanOfNow & { readonly madeAt?: Instant }) | null;
  readonly calls: readonly DeskCall[];
  readonly staff: Staff | null;
  readonly paper: Paper;
  /** Who is kept apart for good; nobody until it is fetched. */
  readonly blocked?: readonly (readonly [AttendeeId, AttendeeId])[];
  /** Names that paper may say, and the address on table cards. */
  readonly firstNamesOnly?: boolean;
  readonly join?: string;
  /** Of students; null until they are fetched. */
  readonly places?: PlacesView | null;
  /** Needs that somebody put aside. */
  readonly aside: ReadonlySet<string>;
}

/** Everything that waits for a decision, oldest first. */
export function needsOf(known: Known): Need[] {
  const { moment, plan, aside } = known;
  const room = plan && roomNow(moment, plan);
  const needs = [
    ...(room ? [...studentNeeds(known, room), ...mentorNeeds(known, room)] : []),
    ...callNeeds(known, room),
    ...namesakeNeeds(known),
    ...deniedNeeds(known),
    ...lentNeeds(known),
    ...displayNeeds(known.staff),
    ...clockNeeds(known),
    ...paperNeeds(known),
  ];
  return needs
    .filter(({ id }) => !aside.has(id))
    .sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1));
}

/** Whoever says to be late and is here by now needs nothing any more. */
function callNeeds({ calls, people, moment }: Known, room: RoomNow | null): Need[] {
  if (moment.phase.kind === 'finished') return [];
  const mentors = new Set(people.flatMap(({ id, role }) => (role === 'mentor' ? [id] : [])));
  const free = room ? freeMentors(room, people).map(({ id }) => id) : [];
  const reserves = ({ kind, person }: DeskCall): AttendeeId[] =>
    kind === 'leaving' && mentors.has(person) && room?.seated.has(person) ? free : [];
  const here = new Set(people.flatMap(({ id, checkedInAt }) => (checkedInAt === null ? [] : [id])));
  return calls
    .filter(({ kind, person }) => kind !== 'late' || !here.has(person))
    .map((call) => {
      const leaves = leavesWhen(call, room);
      // put aside while it is early, it comes back when their last round runs
      const id = `${callId(call.person, call.kind)}${leaves === 'later' ? ' later' : ''}`;
      const about = { call, table: room?.tableOf(call.person) ?? null, reserves: reserves(call), leaves };
      return { id, since: call.at, kind: 'call', ...about };
    });
}

function leavesWhen({ kind, afterRound = null }: DeskCall, room: RoomNow | null): 'now' | 'withRound' | 'later' | null {
  if (kind !== 'leaving' || afterRound === null || room === null) return null;
  if (afterRound < room.first) return 'now';
  return afterRound === room.first ? 'withRound' : 'later';
}

/** Whoever goes at once leaves people behind in the round that runs. */
export const leaving = ({ call, leaves }: Pick<Extract<Need, { kind: 'call' }>, 'call' | 'leaves'>): RoomChange => ({
  ...{ kind: 'left', people: [call.person] },
  ...(leaves === 'now' ? { now: true } : {}),
});

/** Whoever has the mailbox said that they did not register, when the person was in the room already. */
const deniedNeeds = ({ people, moment }: Known): Need[] =>
  moment.phase.kind === 'finished'
    ? []
    : people.flatMap(({ id, email, unconfirmed, checkedInAt, registration }) =>
        email === '' && unconfirmed && checkedInAt !== null && registration.consents.run !== undefined
          ? [{ id: `denied ${id}`, since: checkedInAt, kind: 'denied', person: id }]
          : [],
      );

/** From so many places in a hundred taken on, an evening is nearly full ... */
const NEARLY_FULL = 90;
/** ... and from so many held without a yes on, somebody should look. */
const WORTH_A_LOOK = 20;

/** Places that nobody said yes to, where an evening is full of them. Put aside, it comes back with each further fifth. */
function lentNeeds({ places, people, moment, now }: Known): Need[] {
  if (!places?.lends || places.places === null || moment.phase.kind !== 'doors') return [];
  const kept = people.flatMap(({ keptUntil }) => (keptUntil === null ? [] : [keptUntil]));
  const percent = (part: number): number => (100 * part) / (places.places ?? 1);
  if (percent(places.active) < NEARLY_FULL || percent(kept.length) < WORTH_A_LOOK) return [];
  const waiting = people.filter(
    ({ role, standing, unconfirmed }) => role === 'student' && standing === 'waiting' && !unconfirmed,
  );
  const id = `lent ${Math.floor(percent(kept.length) / WORTH_A_LOOK)}`;
  const numbers = { lent: kept.length, places: places.places, waiting: waiting.length };
  return [{ id, since: earlier(now, instant(Math.min(...kept))), kind: 'lent', ...numbers }];
}

const displayNeeds = (staff: Staff | null): Need[] =>
  (staff?.displays ?? []).flatMap((display) =>
    display.lostSince === null
      ? []
      : [{ id: `display ${display.id} ${display.lostSince}`, since: display.lostSince, kind: 'displayLost', display }],
  );

/** The paper in the room tells people other tables than their phones do. */
function paperNeeds(known: Known): Need[] {
  const { moment, now, plan, paper } = known;
  const { planVersion } = moment;
  if (plan === null || moment.phase.kind === 'finished' || paper.sheets.length === 0) return [];
  const old = oldPaperNow({ ...known, schedule: plan.schedule, room: plan.room });
  if (old.sheets.length + old.badges.length === 0) return [];
  return [{ id: `paper ${planVersion}`, since: plan.madeAt ?? now, kind: 'oldPaper', planVersion, ...old }];
}

type PaperKnown = Omit<Known, 'plan'> & PlanOfNow;
let lastOld: { readonly of: readonly unknown[]; readonly old: OldPaper } | null = null;

/** Asked each second, and reckoned when something changed that stands on paper: times do not count. */
function oldPaperNow(known: PaperKnown): OldPaper {
  const { paper, moment, schedule, room, people, tables, settings, join, firstNamesOnly } = known;
  const of = [paper, moment, schedule, room, people, tables, settings, join, firstNamesOnly];
  if (lastOld === null || of.some((one, index) => one !== lastOld?.of[index])) {
    const parts = { ...known, tables: room?.tables ?? tables };
    lastOld = { of, old: oldPaper(paper, moment.planVersion, parts) };
  }
  return lastOld.old;
}

/** A card that was put aside comes back when it has become worse by so many minutes. */
const WORSE_BY = 5;

function clockNeeds({ moment, now, settings, plan, staff }: Known): Need[] {
  const needs: Need[] = [];
  if (staff?.slept) {
    const { from, until } = staff.slept;
    needs.push({ id: `slept ${from}`, since: from, kind: 'slept', until });
  }
  const late = runningLate(moment, settings, now, plan?.schedule ?? null);
  const since = moment.begun.findLast((at) => at !== null) ?? settings.startsAt;
  if (late) needs.push({ id: `late ${Math.floor(late.minutes / WORSE_BY)}`, since, kind: 'runningLate', late });
  return needs;
}
