import type { Table } from '@lapwing/shared/event/floor';
import { CLOSED_INVITATION, type Invitation } from '@lapwing/shared/event/invitation';
import type { Attendee } from '@lapwing/shared/event/roster';
import { type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import type { LiveCommand, Moment, Phase } from '@lapwing/shared/live/state';
import { NO_PAPER, type Paper } from '@lapwing/shared/paper/sheets';
import type {
  DeskCalls,
  EventDetail,
  EventSummary,
  LogEntry,
  PlanView,
  WaitingPhone,
} from '@lapwing/shared/protocol/api';
import type { ReportNotice } from '@lapwing/shared/protocol/conduct-api';
import {
  type ConnectedDisplay,
  type Facts,
  PLAIN_LOOK,
  PROTOCOL_VERSION,
  type RoomFrame,
  type Staff,
} from '@lapwing/shared/protocol/messages';
import type { InvitationView } from '@lapwing/shared/protocol/places-api';
import { NO_PAIRS } from '@lapwing/shared/protocol/planned-for';
import type { ConsoleDoor } from '@lapwing/shared/protocol/staff-api';
import { at, CALLED_OFF, landmarksBehind, momentWith } from '../fixtures.ts';
import { EVENT_ID, everybody, floor, inventedPlan, settings } from './invented-evening.ts';
import type { Pretence, Reply } from './pretend-server.ts';

/** A display that can be heard. */
export const WALL: ConnectedDisplay = {
  ...{ ...PLAIN_LOOK, id: 'd1', name: 'Main wall', lostSince: null },
  state: { sound: true, voice: true, board: null },
};

export const EVENT = `/api/events/${EVENT_ID}`;

/** How an evening stands when the console looks at it; what is left out is as before doors, everything prepared. */
export interface Scene {
  readonly now?: Instant;
  readonly moment?: Moment;
  readonly people?: readonly Attendee[];
  readonly tables?: readonly Table[];
  readonly plan?: PlanView | null;
  readonly detail?: Partial<EventDetail>;
  readonly staff?: Partial<Staff>;
  readonly facts?: Partial<Facts>;
  readonly calls?: DeskCalls;
  readonly waiting?: readonly WaitingPhone[];
  readonly paper?: Paper;
  readonly reports?: readonly ReportNotice[];
  readonly log?: readonly LogEntry[];
  readonly replies?: Readonly<Record<string, Reply>>;
  readonly silent?: boolean;
}

export const MEI: ConsoleDoor = {
  ...{ me: { firstName: 'Mei', role: 'owner' }, helper: null, isNew: false, mails: true, maySignIn: true },
};
const INVITATION: Invitation = {
  ...CLOSED_INVITATION,
  ...{ open: true, about: 'Six short talks at small tables.', capacity: 48, overbookPercent: 10, showMentors: true },
  ...{
    contactName: 'Mei Tanaka',
    contactEmail: 'mei@example.org',
    trustedName: 'Mei Tanaka',
    trustedReach: 'at the desk',
  },
};
const JOIN = 'http://192.168.1.20:3000/e/KQ4T';

export const DOORS: Moment = { ...momentWith({ kind: 'doors' }, 0), timings: momentWith({ kind: 'doors' }, 0).timings };

/** Places are lent until a yes, and all are taken. */
export const LENDING = {
  [`GET ${EVENT}/invitation`]: {
    invitation: { ...INVITATION, capacity: 45, overbookPercent: 0 },
    ...{ address: JOIN, stayedAway: null },
    places: {
      ...{ places: 45, active: 45, lends: true },
      line: everybody.slice(55).map(({ id }, nth) => ({ id, since: at(-9_000 + nth) })),
    },
  },
};

/** An entry of the night's log. */
export const logged = (version: number, minute: number, command: LiveCommand, phase: Phase, by = 'Mei'): LogEntry => ({
  ...{ version, at: at(minute), by, command, phase, undone: false, undoable: true },
});

export const EVENTS: readonly EventSummary[] = [
  {
    ...{ id: EVENT_ID, code: 'KQ4T', name: settings.name, place: settings.place, startsAt: settings.startsAt },
    ...{ timeZone: settings.timeZone, phase: 'doors', cancelled: false, students: 48, mentors: 10 },
  },
];

/** It does not take place. */
export const OFF: Pick<EventDetail, 'cancelled'> = { cancelled: { at: at(-400), reason: CALLED_OFF.reason } };

const roomOf = (moment: Moment): RoomFrame => ({
  t: 'room',
  protocol: PROTOCOL_VERSION,
  epoch: 'gallery',
  v: 7,
  moment,
});

/** The pretence of a server on which this evening stands as the scene says. */
export function eveningOf(scene: Scene = {}): Pretence {
  const { moment = DOORS, people = everybody, tables = floor, now = at(-40), calls = [], waiting = [] } = scene;
  const plan = scene.plan === undefined ? inventedPlan({ status: 'published' }) : scene.plan;
  const room = roomOf(moment);
  const detail: EventDetail = {
    ...{ id: EVENT_ID, code: 'KQ4T', roomCode: 'XR7C', settings, tables, landmarks: landmarksBehind(tables), room },
    ...{ selfCheckIn: true, under18: false, rehearsal: false },
    links: { join: JOIN, display: 'http://192.168.1.20:3000/display#k3v9' },
    ...{ publishedPlan: plan?.status === 'published' ? plan.version : 0, cancelled: null },
    ...scene.detail,
  };
  const students = people.filter(({ role }) => role === 'student');
  const mentors = people.filter(({ role }) => role === 'mentor');
  const here = (of: readonly Attendee[]): number => of.filter(({ checkedInAt }) => checkedInAt !== null).length;
  const facts: Facts = {
    ...{ t: 'facts', allHere: null, studentsHere: here(students), studentsExpected: students.length },
    ...{ mentorsHere: here(mentors), mentorsExpected: mentors.length },
    ...scene.facts,
  };
  const staff: Staff = {
    ...{ t: 'staff', displays: [WALL], unlisted: 0 },
    ...{ phones: here(students), controllers: ['Mei'], changes: 1, waitingChanges: 0, planning: null, slept: null },
    ...scene.staff,
  };
  const invitation: InvitationView = {
    ...{ invitation: INVITATION, address: JOIN, stayedAway: { booked: 58, came: 49, events: 1 } },
    places: { places: 52, active: students.length, lends: false, line: [] },
  };
  return {
    ...{ now, frames: [room, facts, staff], silent: scene.silent ?? false },
    replies: {
      'GET /api/console/door': MEI,
      'GET /api/events': EVENTS,
      'GET /api/link-address': { host: '192.168.1.20', choices: ['192.168.1.20', 'localhost'] },
      [`GET ${EVENT}`]: detail,
      [`GET ${EVENT}/people`]: people,
      [`GET ${EVENT}/plan`]: plan,
      [`GET ${EVENT}/plans`]: plan === null ? [] : [plan],
      [`GET ${EVENT}/plan/3`]: plan,
      [`GET ${EVENT}/calls`]: calls,
      [`GET ${EVENT}/prints`]: scene.paper ?? NO_PAPER,
      [`GET ${EVENT}/invitation`]: invitation,
      [`GET ${EVENT}/company`]: NO_PAIRS,
      [`GET ${EVENT}/seat-locks`]: [],
      [`GET ${EVENT}/reports`]: scene.reports ?? [],
      [`GET ${EVENT}/log`]: scene.log ?? [],
      [`GET ${EVENT}/cancelled`]: { mails: 56, calendars: 48, noAddress: 2, goesOut: true },
      'GET /api/plain-http': { allowed: false },
      'GET /api/auth/passkey/list-user-passkeys': [],
      [`GET ${EVENT}/waiting`]: waiting,
      ...{ [`GET ${EVENT}/erasures`]: [], [`GET ${EVENT}/outbox/calendars`]: { people: 0 } },
      [`GET ${EVENT}/privacy`]: {
        ...{ morningAt: at(690), namesAt: at(690 + 30 * 1_440), under18: false, namesDays: 30, mostDays: 90 },
        ...{ going: 41, kept: 17 },
      },
      [`GET ${EVENT}/asks`]: { places: [], more: [], pace: { atOnce: 1, patience: milliseconds(86_400_000) } },
      ...scene.replies,
    },
  };
}
