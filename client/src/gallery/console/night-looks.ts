import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { minutes } from '@lapwing/shared/kernel/time';
import type { Moment, Phase } from '@lapwing/shared/live/state';
import type { Paper } from '@lapwing/shared/paper/sheets';
import type { RepairOffer, StartOffer } from '@lapwing/shared/protocol/api';
import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import { agendaPhase, at, FULL_TIMINGS, momentWith, move, said, stopped, talk } from '../fixtures.ts';
import { DOORS, EVENT, LENDING, logged, OFF, type Scene, WALL } from './console-evening.ts';
import { cameIn, EVENT_ID, everybody, LENT, students } from './invented-evening.ts';
import type { Look } from './looks.ts';
import type { Step } from './steps.ts';

const here = cameIn(at(-25));
const idOf = (people: readonly { readonly id: AttendeeId }[], nth: number): AttendeeId => people[nth]?.id as AttendeeId;
const offer = (more: Partial<StartOffer> = {}): StartOffer => ({
  ...{ planVersion: 3, kind: 'published', basis: 'here', students: 45, mentors: 10, tables: 10, moved: [], closed: [] },
  ...more,
});
const offered = (answer: object): NonNullable<Scene['replies']> => ({ [`POST ${EVENT}/start-offer`]: answer });

const LOG = [
  logged(7, 24, { kind: 'next' }, move(3)),
  logged(6, 20, { kind: 'addMinutes', minutes: 1 }, talk(2)),
  logged(5, 12, { kind: 'next' }, talk(2), ''),
  logged(4, 0, { kind: 'start', planVersion: 3 }, talk(1)),
];
const HELPERS: HelpersView = {
  ...{ open: true, code: 'KQ4TXR7C', until: at(720) },
  helpers: ['Bo ·7KX', 'Oluwaseun ·M3A', 'Cy ·RQ4'].map((name, nth) => ({
    ...{ id: nth === 0 ? 'bo' : name, name, joinedAt: at(-30 + nth) },
  })),
  walkIns: [],
};
/** One helper added a crowd, and some of it sits at tables. */
const CROWDED: HelpersView = {
  ...HELPERS,
  walkIns: [
    { by: 'Eve ·9QP', count: 48, seated: students.slice(0, 3).map(({ id }) => id) },
    { by: 'Bo ·7KX', count: 1, seated: [] },
  ],
};
const repair = (): RepairOffer => ({
  ...{ planVersion: 4, kind: 'fewest-moves', change: { kind: 'noShows', people: [] }, fromRound: 4 },
  ...{ sizes: { least: 4, most: 5 }, moreRepeats: 0, moreSitOuts: 0, seats: [], lost: [], gained: [] },
});
/** The third round, four minutes in, unless something else is said. */
const night = (more: Scene = {}): Scene => ({
  ...{
    now: at(28),
    moment: momentWith(talk(3), 3),
    people: here,
    log: LOG,
    replies: { [`POST ${EVENT}/repairs`]: [repair()] },
  },
  ...more,
});
const phase = (of: Phase, begun: number, now = at(28)): Scene => night({ moment: momentWith(of, begun), now });
const doors = (more: Scene = {}): Scene => ({
  ...{ now: at(-6), moment: DOORS, people: cameIn(at(-25), 9), replies: offered(offer({ students: 39 })) },
  ...more,
});
const live = (scene: Scene, ...steps: Step[]): Look => ({
  at: 'live',
  scene,
  steps: [{ see: '.transport' }, ...steps],
});
const paused: Phase = {
  kind: 'paused',
  of: talk(3) as Extract<Phase, { kind: 'talking' }>,
  remaining: minutes(6),
  since: at(27),
};
const finished: Moment = momentWith({ kind: 'finished', at: at(70) }, 6);

const print = (sheets: string) => `/events/${EVENT_ID}/print/${sheets}` as const;
/** Of the plan before this one; three people carry a badge that says something else by now. */
const OLD_PAPER: Paper = {
  sheets: (['run', 'badges'] as const).map((sheet) => ({ sheet, planVersion: 2, at: at(-40), by: 'Tom', mark: '' })),
  badges: students.slice(0, 3).map(({ id }) => ({ attendeeId: id, planVersion: 2, at: at(-40), mark: '00000000' })),
  inUse: true,
};

/** The night itself, minute by minute. */
export const NIGHT_LOOKS = {
  'o-live-doors': live(doors()),
  'o-live-lent': live(doors({ now: at(-2_500), people: LENT, replies: { ...offered(offer()), ...LENDING } })),
  'o-live-check': live(
    doors({ replies: { ...offered(offer()), [`GET ${EVENT}/outbox`]: { from: null, trouble: null } } }),
    { press: 'check.button' },
  ),
  'o-live-nobody': live(doors({ people: everybody, staff: { displays: [], phones: 0 } })),
  'o-live-healed': live(
    doors({
      replies: offered(
        offer({
          kind: 'healed',
          moved: [
            { id: idOf(students, 2), from: 4, to: 6 },
            { id: idOf(students, 9), from: 4, to: null },
          ],
          closed: [4],
        }),
      ),
    }),
  ),
  'o-live-no-start': live(doors({ replies: offered({ error: { code: 'no-mentors' } }) })),
  'o-live-talking': live(night()),
  'o-live-minute': live(phase(talk(3), 3, at(33, 15))),
  'o-live-moving': live(phase(move(3), 2, at(22, 30))),
  'o-live-hurry': live(phase(move(3), 2, at(23, 45))),
  'o-live-paused': live(phase(paused, 3)),
  'o-live-time-up': live(phase({ kind: 'timeUp', round: 3, since: at(34) }, 3, at(34, 32))),
  'o-live-ready': live(phase({ kind: 'ready', round: 4, since: at(36) }, 3, at(36, 20))),
  'o-live-break': live(night({ moment: { ...momentWith(agendaPhase(2, 64), 3), timings: FULL_TIMINGS }, now: at(68) })),
  'o-live-finished': live(night({ moment: finished, now: at(71) })),
  'o-live-late': live(
    night({
      moment: {
        ...momentWith({ ...talk(3), startsAt: at(33), endsAt: at(43) } as Phase, 3),
        begun: [at(9), at(21), at(33)],
      },
      now: at(36),
    }),
  ),
  'o-live-message': live(
    night({ moment: momentWith(talk(3), 3, { announcement: said('Food is outside in the break', at(28)) }) }),
  ),
  'o-live-stop': live(
    night({ moment: momentWith(paused, 3, { announcement: stopped('Please leave by the front doors', at(27)) }) }),
  ),
  'o-live-blank': live(night({ moment: momentWith(talk(3), 3, { blank: true }) })),
  'o-live-needs': live(
    night({
      people: here.map((one, index) => (index === 2 ? { ...one, checkedInAt: null } : one)),
      calls: [
        { person: idOf(students, 4), kind: 'leaving', minutes: 0, at: at(26) },
        { person: idOf(students, 11), kind: 'help', minutes: 0, at: at(27) },
      ],
      staff: {
        displays: [WALL, { ...WALL, id: 'd2', name: 'Foyer', lostSince: at(25), state: null }],
        controllers: ['Mei', 'Tom'],
      },
      reports: [{ id: 'r1', at: at(20), settledAt: null }],
      waiting: [{ number: '217', since: at(25), validUntil: at(35), people: [idOf(students, 7)] }],
    }),
  ),
  'o-live-slept': live(night({ staff: { slept: { from: at(20), until: at(26) } } })),
  'o-live-off': live(night({ detail: OFF })),
  'o-live-lost': live(night({ silent: true }), { see: '.health.lost' }),
  'o-live-keys': live(night(), { key: '?' }),
  'o-live-find': live(night(), { key: '/' }, { into: '.palette input', text: 'ka' }),
  'o-live-find-all': live(night(), { key: '/' }, { see: '.palette' }),
  'o-live-say': live(night(), { key: 'm' }),
  'o-live-displays': live(
    night({
      staff: {
        unlisted: 3,
        displays: [
          WALL,
          { ...WALL, id: 'd2', name: 'Foyer', layout: 'map', lostSince: at(25), state: null },
          {
            ...{ ...WALL, id: 'd3', name: 'Balcony', layout: 'names', theme: 'bright', speaks: true },
            state: { sound: false, voice: false, board: 'too-many' },
          },
        ],
      },
    }),
    { key: 'd' },
  ),
  'o-live-walk-in': live(night(), { key: 'w' }),
  'o-live-table': live(night(), { key: 't' }, { key: '4' }),
  'o-live-undone': live(
    night({
      log: [
        { ...logged(8, 27, { kind: 'undo' }, talk(3)), undoable: false },
        { ...logged(7, 26, { kind: 'addMinutes', minutes: 5 }, talk(3)), undone: true, undoable: false },
        ...LOG.slice(1),
      ],
    }),
    { press: 'clock.more' },
  ),
  'o-live-more': live(night(), { press: 'clock.more' }),
  'o-guide': { at: 'guide', scene: phase(move(3), 2, at(22, 30)) },
  'o-guide-doors': { at: 'guide', scene: doors() },
  'o-guide-quiet': { at: 'guide', scene: night() },
  'o-print': { at: 'print', scene: night() },
  'o-print-cards': { at: print('cards'), scene: doors(), steps: [{ see: '.table-card-paper' }] },
  'o-print-tables': { at: print('tables'), scene: doors(), steps: [{ see: '.paper-page' }] },
  'o-print-people': { at: print('people'), scene: doors(), steps: [{ see: '.paper-page' }] },
  'o-print-run': { at: print('run'), scene: doors(), steps: [{ see: '.paper-page' }] },
  'o-print-sign-in': { at: print('sign-in'), scene: doors(), steps: [{ see: '.paper-page' }] },
  'o-print-mentors': { at: print('mentors'), scene: doors(), steps: [{ see: '.paper-page' }] },
  'o-print-badges': { at: print('badges'), scene: doors(), steps: [{ see: '.badge' }] },
  'o-print-old': { at: print('run+badges'), scene: doors({ paper: OLD_PAPER }), steps: [{ see: '.badge' }] },
  'o-print-none': { at: 'print', scene: doors({ moment: { ...DOORS, planVersion: 0 }, plan: null }) },
  'o-helpers': {
    at: 'live',
    scene: doors({
      replies: {
        ...offered(offer({ students: 39 })),
        [`GET ${EVENT}/helpers`]: HELPERS,
        [`DELETE ${EVENT}/helpers/bo`]: { ...HELPERS, helpers: HELPERS.helpers.slice(1) },
      },
    }),
    steps: [{ press: 'helpers.open' }, { on: '.helper-list button' }, { see: '.dialog .note' }],
  },
  'o-helpers-walk-ins': live(
    night({ replies: { [`POST ${EVENT}/repairs`]: [repair()], [`GET ${EVENT}/helpers`]: CROWDED } }),
    { press: 'helpers.open' },
    { on: '.helper-list [aria-expanded]' },
    { see: '.dialog .danger' },
  ),
  'o-helpers-free-seats': live(
    night({ replies: { [`POST ${EVENT}/repairs`]: [repair()], [`GET ${EVENT}/helpers`]: CROWDED } }),
    { press: 'helpers.open' },
    { on: '.helper-seated button' },
    { see: '.dialog .repair-offer' },
  ),
  'o-check-in': { atDoor: true, scene: doors() },
  'o-check-in-off': { atDoor: true, scene: doors({ detail: OFF }) },
  'o-check-in-helper': {
    atDoor: true,
    scene: doors({
      replies: {
        ...offered(offer()),
        'GET /api/console/door': {
          ...{ me: null, isNew: false, mails: false, maySignIn: true },
          helper: { firstName: 'Sam', eventId: EVENT.split('/').at(-1) },
        },
      },
    }),
  },
  'o-helper-join': {
    atDoor: true,
    scene: {
      replies: { 'GET /api/console/door': { me: null, helper: null, isNew: false, mails: false, maySignIn: true } },
    },
  },
} satisfies Record<string, Look>;
