import '../display/styles.ts';
import { after, type Instant, milliseconds, minutes } from '@lapwing/shared/kernel/time';
import { LEAD, type Moment, type Phase, type TimedPhase } from '@lapwing/shared/live/state';
import { type Facts, type Hall, type NameBoard, type OwnDisplay, PLAIN_LOOK } from '@lapwing/shared/protocol/messages';
import type { JSX } from 'preact';
import { DisplayScreen, Loading, WrongLink } from '../display/DisplayScreen.tsx';
import type { DisplayView } from '../display/display-view.ts';
import type { ConnectionStatus } from '../kit/connection.ts';
import { shownAt } from '../kit/live-model.ts';
import {
  agendaPhase,
  at,
  CALLED_OFF,
  FULL_TIMINGS,
  hall,
  momentWith,
  move,
  said,
  stopped,
  TIMINGS,
  tables,
  talk,
} from './fixtures.ts';
import { board, longBoard } from './names-fixture.ts';
import { failing, setUp } from './set-up-states.tsx';
import type { DISPLAY_NAMES } from './state-names.ts';

const facts: Facts = {
  ...{ t: 'facts', studentsHere: 38, studentsExpected: 60, mentorsHere: 9, mentorsExpected: 12 },
  allHere: null,
};
const sitting: Facts = { ...facts, allHere: { round: 4, tables: 7, of: 10 } };
const own = (more: Partial<OwnDisplay>): OwnDisplay => ({
  ...{ t: 'display', name: 'Display 1', flashedAt: null, ...PLAIN_LOOK },
  ...more,
});
const CLOCK = own({ layout: 'clock' });
const MAP = own({ layout: 'map' });
const NAMES = own({ layout: 'names' });
/** `&theme=bright` in the address: every state on the other ground. */
const BRIGHT = new URLSearchParams(location.search).get('theme') === 'bright';
const noneYet: Facts = { ...facts, studentsHere: 0, mentorsHere: 0 };

interface More {
  hall?: Hall;
  facts?: Facts;
  own?: OwnDisplay;
  names?: NameBoard;
  status?: ConnectionStatus;
  sentBack?: boolean;
}

const viewOf = (moment: Moment, now: Instant, more: More = {}): DisplayView => {
  const shownAs: OwnDisplay = { ...(more.own ?? own({})), ...(BRIGHT ? { theme: 'bright' } : {}) };
  return {
    ...{ hall: more.hall ?? hall(), facts: more.facts ?? facts, own: shownAs, names: more.names ?? null, moment, now },
    ...{ shown: shownAt(moment, now), version: 41, status: more.status ?? 'live', sentBack: more.sentBack ?? false },
  };
};

const screen = (...parts: Parameters<typeof viewOf>): (() => JSX.Element) => {
  const view = viewOf(...parts);
  return () => <DisplayScreen view={view} />;
};

const doors: Phase = { kind: 'doors' };
const full = { timings: FULL_TIMINGS };
const stopWords = 'The fire alarm is a test. Please stay in your seats and wait for us.';
const coats = 'The coats of rounds 1 to 3 have moved to the room next to the main door, left.';
const paused: Phase = {
  kind: 'paused',
  of: talk(3) as TimedPhase,
  remaining: milliseconds(402_000),
  since: at(27, 18),
};
const sponsors = tables(12).map((table) => ({ ...table, name: `${table.name} and Partners` }));
const longName = hall({
  eventName: 'Women in Engineering and Technology: Speed Mentoring 2026',
  place: 'The Great Hall, Strand Campus',
  joinUrl: 'https://mentoring.careers.example.ac.uk/e/W7YX',
  code: 'W7YX',
});

/** Every state of a display, by name. */
export const DISPLAY_STATES: Readonly<Record<(typeof DISPLAY_NAMES)[number], () => JSX.Element>> = {
  loading: () => <Loading />,
  wrong: () => <WrongLink />,
  before: screen(momentWith(doors, 0), at(-240), { facts: noneYet }),
  open: screen(momentWith(doors, 0), at(-19, 37)),
  soon: screen(momentWith(doors, 0), at(1), { facts: { ...facts, studentsHere: 57 } }),
  'flip-talk': screen(
    momentWith({ ...talk(1), startsAt: at(0), endsAt: at(10) } as Phase, 1, { before: doors }),
    after(at(0), milliseconds(-2_400)),
  ),
  'flip-move': screen(momentWith(move(4), 3, { before: talk(3) }), after(at(34), milliseconds(-1_500))),
  seated: screen(momentWith(talk(3), 3), at(27, 18)),
  'seated-twelve': screen(momentWith({ ...talk(3), endsAt: at(36) } as Phase, 3), at(24)),
  'seated-last': screen(momentWith(talk(6), 6), at(63, 5)),
  'seated-long': screen(momentWith(talk(3), 3, { timings: { ...TIMINGS, rounds: 20 } }), at(27, 18), {
    hall: longName,
  }),
  minute: screen(momentWith(talk(3), 3), at(33, 8)),
  moving: screen(momentWith(move(4), 3), at(35, 12)),
  'moving-mentors': screen(momentWith(move(4), 3), at(35, 12), { hall: hall({ whoMoves: 'mentors' }) }),
  'moving-hurry': screen(momentWith(move(4), 3), at(35, 46)),
  'moving-40': screen(momentWith(move(4), 3), at(35, 12), { hall: hall({ tables: tables(40) }) }),
  'moving-90': screen(momentWith(move(4), 3), at(35, 12), { hall: hall({ tables: tables(90) }) }),
  'moving-sponsors': screen(momentWith(move(4), 3), at(35, 12), { hall: hall({ tables: sponsors }) }),
  'moving-1': screen(momentWith(move(4), 3), at(35, 12), { hall: hall({ tables: tables(1) }) }),
  'time-up': screen(momentWith({ kind: 'timeUp', round: 3, since: at(34) }, 3), at(34, 32)),
  welcome: screen(momentWith(agendaPhase(0, 0), 0, full), at(3, 20)),
  panel: screen(momentWith(agendaPhase(1, 10), 0, full), at(12)),
  break: screen(momentWith(agendaPhase(2, 34), 3, full), at(40, 35)),
  'free-talk': screen(momentWith({ ...agendaPhase(3, 70), round: 7 } as Phase, 6, full), at(75)),
  'seated-free': screen(momentWith(talk(6), 6, full), at(63, 5)),
  ready: screen(momentWith({ kind: 'ready', round: 4, since: at(36) }, 3), at(36, 20)),
  'all-here': screen(momentWith(move(4), 3), at(35, 12), { facts: sitting }),
  skipped: screen(momentWith(talk(3), 3, { timings: { ...TIMINGS, skipped: [4] } }), at(27, 18)),
  'sent-back': screen(momentWith(talk(3), 3), at(29, 50), { sentBack: true }),
  message: screen(momentWith(talk(3), 3, { announcement: said('Coffee is served in the hall.', at(27)) }), at(27, 18)),
  'message-long': screen(momentWith(talk(3), 3, { announcement: said(coats, at(27)) }), at(27, 18)),
  'message-moving': screen(momentWith(move(4), 3, { announcement: said(coats, at(35)) }), at(35, 12)),
  'message-whole': screen(
    momentWith(talk(3), 3, { announcement: said('Coffee is served in the hall.', at(27), { whole: true }) }),
    at(27, 18),
  ),
  stop: screen(momentWith(paused, 3, { announcement: stopped('', at(27, 18)) }), at(29)),
  'stop-words': screen(momentWith(paused, 3, { announcement: stopped(stopWords, at(27, 18)) }), at(29)),
  off: screen(momentWith(talk(3), 3), at(27, 18), { hall: hall({ cancelled: CALLED_OFF }) }),
  'off-plain': screen(momentWith(doors, 0), at(-240), {
    hall: { ...longName, cancelled: { reason: '', contactName: '', contactEmail: '' } },
  }),
  blank: screen(momentWith(talk(3), 3, { blank: true }), at(27, 18)),
  clock: screen(momentWith(talk(3), 3), at(27, 18), { own: CLOCK }),
  'clock-moving': screen(momentWith(move(4), 3), at(35, 12), { own: CLOCK }),
  map: screen(momentWith(talk(3), 3), at(27, 18), { own: MAP }),
  'map-moving': screen(momentWith(move(4), 3), at(35, 12), { own: MAP }),
  'map-message': screen(momentWith(talk(3), 3, { announcement: said(coats, at(27)) }), at(27, 18), { own: MAP }),
  names: screen(momentWith(move(4), 3), at(35, 12), { own: NAMES, names: board(56) }),
  'names-few': screen(momentWith(move(4), 3), at(35, 46), { own: NAMES, names: board(20) }),
  'names-long': screen(momentWith(move(4), 3, { announcement: said(coats, at(35)) }), at(35, 12), {
    ...{ own: NAMES, names: longBoard },
  }),
  'names-mentors': screen(momentWith(move(4), 3), at(35, 12), {
    ...{ own: NAMES, names: board(24), hall: hall({ whoMoves: 'mentors' }) },
  }),
  'names-many': screen(momentWith(move(4), 3), at(35, 12), { own: NAMES, names: board(90) }),
  light: screen(momentWith(talk(3), 3), at(33, 1)),
  error: failing(viewOf(momentWith(talk(3), 3), at(27, 18)), 2),
  'error-first': failing(viewOf(momentWith(talk(3), 3), at(27, 18)), 1),
  'set-up': setUp(BRIGHT ? { theme: 'bright' } : {}, false, true),
  'set-up-on': setUp({ layout: 'names', speaks: true, theme: BRIGHT ? 'bright' : 'night' }, true, false, 'off'),
  flash: screen(momentWith(talk(3), 3), at(27, 18), { own: own({ flashedAt: at(27, 16) }) }),
  paused: screen(momentWith(paused, 3), at(29)),
  'paused-long': screen(momentWith({ ...paused, remaining: minutes(12) } as Phase, 3), at(29)),
  finished: screen(momentWith({ kind: 'finished', at: at(70) }, 6), at(71)),
  offline: screen(momentWith(talk(3), 3), at(27, 18), { status: 'offline' }),
  'offline-moving': screen(momentWith(move(4), 3), at(35, 12), { status: 'offline' }),
  lead: screen(momentWith(talk(1), 1, { before: doors }), after(at(0), milliseconds(-LEAD))),
};
