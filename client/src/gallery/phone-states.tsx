import '../phone/styles.ts';
import { after, type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import type { Moment, Phase, TimedPhase } from '@lapwing/shared/live/state';
import type { CardRound, PersonalCard } from '@lapwing/shared/protocol/messages';
import type { JSX } from 'preact';
import { shownAt } from '../kit/live-model.ts';
import { PhoneScreen } from '../phone/PhoneScreen.tsx';
import { Finding, WrongLink } from '../phone/PlainPages.tsx';
import type { PhoneView } from '../phone/phone-view.ts';
import { AFTER_STATES } from './after-states.tsx';
import { DETAILS_STATES } from './details-states.tsx';
import {
  agendaPhase,
  at,
  CALLED_OFF,
  FULL_TIMINGS,
  landmarksBehind,
  mentorCard,
  met,
  momentWith,
  move,
  said,
  stayingRounds,
  stopped,
  studentCard,
  TIMINGS,
  tables,
  talk,
  withRound,
} from './fixtures.ts';
import { NOTE_STATES } from './note-states.tsx';
import { NO_ACTS, phoneView } from './phone-fixture.ts';
import { PICK_STATES } from './pick-states.tsx';
import type { PHONE_NAMES } from './state-names.ts';

const screen = (
  card: PersonalCard,
  moment: Moment,
  now: Instant,
  more: Partial<PhoneView> = {},
  calls = false,
): (() => JSX.Element) => {
  const view = phoneView(card, moment, now, more);
  return () => <PhoneScreen view={view} acts={NO_ACTS} calls={calls} />;
};

const doors: Phase = { kind: 'doors' };
const student = studentCard();
const mentor = mentorCard();
const mentorRound = (from: number, until: number, more: Partial<CardRound>) =>
  mentorCard({
    rounds: mentor.rounds.map((one) => (one.round >= from && one.round <= until ? { ...one, ...more } : one)),
  });
const fullTable = mentorRound(4, 4, {
  meets: [...(mentor.rounds[2]?.meets ?? []), ...['Femi', 'Gita', 'Hugo'].map((name) => met(name, 'Law, year 1'))],
});
const emptyTable = mentorRound(3, 3, { meets: [] });
const mentorLeaves = mentorRound(4, 6, { table: null, meets: [] });
const staying = studentCard({ whoMoves: 'mentors', rounds: stayingRounds() });
const outNow = studentCard({ rounds: withRound(3, { table: null, meets: [] }) });
const outNext = studentCard({ rounds: withRound(4, { table: null, meets: [] }) });
const leaver = studentCard({
  rounds: outNext.rounds.map((one) => (one.round > 3 ? { ...one, table: null, meets: [] } : one)),
});
const two = studentCard({
  rounds: withRound(3, {
    meets: [
      met('Oluwaseun Adébáyọ̀-Fitzgerald', 'Head of platform engineering, Consolidated Northern Lamps'),
      met('Tom Achebe', 'Civil engineer, Longspan'),
    ],
  }),
});
const noCard = studentCard({ rounds: withRound(3, { meets: [met('Priya Raman', '')] }) });
const noMentor = studentCard({ rounds: withRound(3, { meets: [] }) });
const big = studentCard({
  tables: tables(40),
  landmarks: landmarksBehind(tables(40)),
  rounds: withRound(4, { table: 34 }).map((one) => (one.round === 3 ? { ...one, table: 107 } : one)),
});
const full = { timings: FULL_TIMINGS };
const paused: Phase = {
  kind: 'paused',
  of: talk(3) as TimedPhase,
  remaining: milliseconds(402_000),
  since: at(27, 18),
};
const pausedMove: Phase = {
  kind: 'paused',
  of: move(4) as TimedPhase,
  remaining: milliseconds(48_000),
  since: at(35, 12),
};
const coats = said('The coats of rounds 1 to 3 have moved to the room next to the main door, left.', at(27));
const ALARM = 'The fire alarm is a test. Please stay in your seats and wait for us.';
const changed = (round: number, before: number | null, after: number | null) =>
  ({ kind: 'changed', change: { round, before, after }, next: true, more: 0 }) as const;
const offline = { status: 'offline', silentMinutes: 14, about: true } as const;

/** Every state of the phone page, by name. */
export const PHONE_STATES: Readonly<Record<(typeof PHONE_NAMES)[number], () => JSX.Element>> = {
  'p-finding': () => <Finding />,
  'p-wrong': () => <WrongLink why={null} />,
  'p-over-elsewhere': () => <WrongLink why="elsewhere" />,
  'p-over-renewed': () => <WrongLink why="renewed" />,
  'p-over-not-theirs': () => <WrongLink why="notTheirs" />,
  'p-over-ended': () => <WrongLink why="ended" />,
  'p-also': screen(student, momentWith(talk(3), 3), at(27, 18), { also: { at: at(26), is: 'new' } }),
  'p-also-out': screen(student, momentWith(talk(3), 3), at(27, 18), { also: { at: at(26), is: 'out' } }),
  'p-also-stays': screen(student, momentWith(talk(3), 3), at(27, 18), { also: { at: at(26), is: 'stays' } }),
  'p-before': screen(
    studentCard({ planVersion: 0, rounds: [], checkedIn: false }),
    momentWith(doors, 0, { planVersion: 0 }),
    at(-2_000),
  ),
  'p-first': screen(student, momentWith(doors, 0), at(-12)),
  'p-first-desk': screen(studentCard({ checkedIn: false }), momentWith(doors, 0), at(-12)),
  'p-first-ahead': screen(studentCard({ checkedIn: false }), momentWith(doors, 0), at(-10_000)),
  'p-pass': screen(
    studentCard({ planVersion: 0, rounds: [], checkedIn: false }),
    momentWith(doors, 0, { planVersion: 0 }),
    at(-30),
  ),
  'p-pass-desk-only': screen(studentCard({ checkedIn: false, selfCheckIn: false }), momentWith(doors, 0), at(-12)),
  'p-no-seat': screen(studentCard({ rounds: [] }), momentWith(talk(1), 1), at(3)),
  'p-flip': screen(student, momentWith(move(4), 3, { before: talk(3) }), after(at(34), milliseconds(-1_500))),
  'p-now': screen(student, momentWith(talk(3), 3), at(27, 18)),
  'p-now-clockless': screen(student, momentWith(talk(3), 3), at(27, 18), {
    now: null,
    shown: shownAt(momentWith(talk(3), 3), null),
    status: 'connecting',
  }),
  'p-minute': screen(student, momentWith(talk(3), 3), at(33, 8)),
  'p-vibrates': screen(student, momentWith(talk(3), 3), at(27, 18), { vibrates: true }),
  'p-two-mentors': screen(two, momentWith(talk(3), 3), at(27, 18)),
  'p-no-mentor': screen(noMentor, momentWith(talk(3), 3), at(27, 18)),
  'p-no-card': screen(noCard, momentWith(talk(3), 3), at(27, 18)),
  'p-last-round': screen(student, momentWith(talk(6), 6), at(63, 5)),
  'p-move': screen(student, momentWith(move(4), 3), at(35, 12)),
  'p-move-far': screen(big, momentWith(move(4), 3), at(35, 12)),
  'p-move-out': screen(outNext, momentWith(move(4), 3), at(35, 12)),
  'p-move-back': screen(outNow, momentWith(move(4), 3), at(35, 12)),
  'p-out': screen(outNow, momentWith(talk(3), 3), at(27, 18)),
  'p-out-next': screen(outNext, momentWith(talk(3), 3), at(27, 18)),
  'p-stay': screen(staying, momentWith(move(4), 3), at(35, 12)),
  'p-stay-now': screen(staying, momentWith(talk(3), 3), at(27, 18)),
  'p-mentor': screen(mentor, momentWith(talk(3), 3), at(27, 18)),
  'p-mentor-full': screen(fullTable, momentWith(talk(3), 3), at(27, 18)),
  'p-mentor-none': screen(emptyTable, momentWith(talk(3), 3), at(27, 18)),
  'p-mentor-paused': screen(mentor, momentWith(paused, 3), at(29)),
  'p-mentor-told': screen(mentor, momentWith(talk(3), 3), at(27, 18), {
    ...{ told: { calls: ['leaving', 'help'], waiting: [] }, leaving: true },
  }),
  'p-mentor-leaves': screen(mentorLeaves, momentWith(talk(3), 3), at(27, 18), {
    ...{ news: changed(4, 8, null), leaving: true },
  }),
  'p-mentor-stay': screen(mentor, momentWith(move(4), 3), at(35, 12)),
  'p-paused': screen(student, momentWith(paused, 3), at(29)),
  'p-paused-move': screen(student, momentWith(pausedMove, 3), at(36)),
  'p-break': screen(student, momentWith(agendaPhase(2, 34), 3, full), at(40, 35)),
  'p-time-up': screen(student, momentWith({ kind: 'timeUp', round: 3, since: at(34) }, 3), at(34, 32)),
  'p-welcome': screen(student, momentWith(agendaPhase(0, 0), 0, full), at(3, 20)),
  'p-free-talk': screen(student, momentWith(agendaPhase(3, 70), 6, full), at(75)),
  'p-last-free': screen(student, momentWith(talk(6), 6, full), at(63, 5)),
  'p-ready': screen(student, momentWith({ kind: 'ready', round: 4, since: at(36) }, 3), at(36, 20)),
  'p-all-here': screen(student, momentWith(move(4), 3), at(34, 40)),
  'p-all-here-done': screen(student, momentWith(move(4), 3), at(34, 40), { allHere: 4 }),
  'p-skipped': screen(student, momentWith(talk(3), 3, { timings: { ...TIMINGS, skipped: [4] } }), at(27, 18)),
  'p-back': screen(student, momentWith(talk(3), 3), at(29, 50), { sentBack: true }),
  'p-message': screen(student, momentWith(talk(3), 3, { announcement: coats }), at(27, 18)),
  'p-message-move': screen(student, momentWith(move(4), 3, { announcement: { ...coats, until: null } }), at(35, 12)),
  'p-stop': screen(student, momentWith(paused, 3, { announcement: stopped('', at(27, 18)) }), at(29)),
  'p-stop-words': screen(student, momentWith(paused, 3, { announcement: stopped(ALARM, at(27, 18)) }), at(29)),
  'p-stop-offline': screen(student, momentWith(paused, 3, { announcement: stopped('', at(27, 18)) }), at(29), {
    status: 'offline',
  }),
  'p-changed': screen(studentCard({ why: 'mentorLeft' }), momentWith(talk(3), 3), at(27, 18), {
    news: changed(4, 5, 3),
  }),
  'p-changed-later': screen(student, momentWith(talk(3), 3), at(27, 18), {
    news: { ...changed(5, 2, 10), next: false, more: 1 },
  }),
  'p-changed-out': screen(outNext, momentWith(talk(3), 3), at(27, 18), { news: changed(4, 3, null) }),
  'p-changed-now': screen(studentCard({ why: 'tableClosed' }), momentWith(talk(3), 3), at(27, 18), {
    news: { kind: 'now', change: { round: 3, before: 2, after: 8 } },
  }),
  'p-changed-move': screen(student, momentWith(move(4), 3), at(35, 12), {
    news: { kind: 'now', change: { round: 4, before: 2, after: 3 } },
  }),
  'p-saved': screen(studentCard({ checkedIn: false }), momentWith(talk(3), 3), at(27, 18), {
    news: { kind: 'saved', table: 8 },
  }),
  'p-gone': screen(studentCard({ rounds: [] }), momentWith(talk(3), 3), at(27, 18), { news: { kind: 'gone' } }),
  'p-left': screen(studentCard({ rounds: [] }), momentWith(talk(3), 3), at(27, 18), {
    ...{ news: { kind: 'gone' }, leaving: true },
  }),
  'p-leaves': screen(leaver, momentWith(talk(3), 3), at(27, 18), { news: changed(4, 3, null), leaving: true }),
  'p-calls': screen(student, momentWith(talk(3), 3), at(27, 18), {}, true),
  'p-calls-mentor': screen(mentor, momentWith(talk(3), 3), at(27, 18), {}, true),
  'p-told-lost': screen(student, momentWith(talk(3), 3), at(27, 18), { told: { calls: ['lost'], waiting: [] } }),
  'p-told-two': screen(student, momentWith(talk(3), 3), at(27, 18), {
    told: { calls: ['late', 'leaving'], waiting: [] },
  }),
  'p-told-waiting': screen(student, momentWith(talk(3), 3), at(27, 18), {
    ...{ status: 'offline', told: { calls: ['leaving'], waiting: ['leaving'] } },
  }),
  'p-checking': screen(student, momentWith(talk(3), 3), at(27, 18), { checkingTime: true }),
  'p-offline': screen(student, momentWith(talk(3), 3), at(27, 18), { status: 'offline' }),
  'p-offline-old': screen(student, momentWith(talk(3), 3), at(27, 18), offline),
  'p-offline-move': screen(student, momentWith(move(4), 3), at(35, 12), offline),
  'p-waitlist': screen(
    studentCard({ standing: 'waiting', checkedIn: false, rounds: [], planVersion: 0 }),
    momentWith(doors, 0),
    at(-600),
  ),
  'p-cancelled': screen(
    studentCard({ standing: 'cancelled', checkedIn: false, rounds: [], planVersion: 0 }),
    momentWith(doors, 0),
    at(-600),
  ),
  'p-cancelled-planned': screen(
    studentCard({ standing: 'cancelled', checkedIn: false }),
    momentWith(doors, 0),
    at(-600),
  ),
  'p-cancelled-night': screen(studentCard({ standing: 'cancelled', rounds: [] }), momentWith(move(4), 3), at(35, 12), {
    news: { kind: 'gone' },
  }),
  'p-off': screen(
    studentCard({ checkedIn: false, rounds: [], planVersion: 0, cancelled: CALLED_OFF }),
    momentWith(doors, 0),
    at(-600),
  ),
  'p-off-night': screen(studentCard({ cancelled: CALLED_OFF }), momentWith(talk(3), 3), at(27, 18)),
  'p-off-mentor': screen(
    mentorCard({ cancelled: { ...CALLED_OFF, contactName: '', reason: 'أُلغيت الأمسية' } }),
    momentWith(doors, 0),
    at(-20),
  ),
  ...DETAILS_STATES,
  ...PICK_STATES,
  ...NOTE_STATES,
  ...AFTER_STATES,
};
