import type { RoomChange } from '@lapwing/shared/event/room-change';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { milliseconds } from '@lapwing/shared/kernel/time';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import type { PersonCommand, Phase } from '@lapwing/shared/live/state';
import type { LogEntry, StartOffer } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { clockText } from '../../../client/src/kit/figures.ts';
import { changeSentence, type Names, UNKNOWN } from '../../../client/src/organiser/live/change-sentence.ts';
import { logSentence } from '../../../client/src/organiser/live/log-sentence.ts';
import { type Here, hereNow, offerSentences } from '../../../client/src/organiser/live/offer-sentence.ts';
import {
  finishSentence,
  nextSentence,
  phaseSentence,
  thenSentence,
} from '../../../client/src/organiser/live/phase-sentences.ts';
import { undoSentence, undoTarget } from '../../../client/src/organiser/live/undo-sentence.ts';
import { listText, say } from '../../../client/src/organiser/words.ts';
import { at, moment, NINETEEN, person, settings } from './builders.ts';

const clock = (instant: Instant): string => clockText(instant, 'Europe/London');
const talking = (round: number, from = 0) =>
  ({ kind: 'talking', round, startsAt: at(from), endsAt: at(from + 15) }) as const;
const moving = (round: number) => ({ kind: 'moving', round, startsAt: at(15), endsAt: at(17) }) as const;
const pause = { kind: 'agenda', title: 'break', item: 0, round: 4, startsAt: at(49), endsAt: at(59) } as const;

const NAMES: Names = { people: (ids) => listText(ids), table: (id) => id.slice(1) };

describe('the next step', () => {
  const words = (phase: Phase, over = {}): string => {
    const next = nextSentence(moment(phase, over));
    return next === null ? '' : say(next);
  };
  it('names what it will do in every phase', () => {
    expect(words({ kind: 'doors' })).toBe('Start round 1');
    expect(words(talking(3))).toBe('Move now');
    expect(words(talking(3), { breakAfterRound: 3 })).toBe('Start the break');
    expect(words(moving(4))).toBe('Start round 4');
    expect(words(pause)).toBe('Move now');
    expect(words({ kind: 'ready', round: 4, since: at(1) })).toBe('Start round 4');
    expect(words({ kind: 'doors' }, { panelMinutes: 20 })).toBe('Start the panel');
    expect(words(talking(6), { freeTalkMinutes: 20 })).toBe('Start free talk');
    const panel = { ...pause, title: 'panel', item: 0, round: 1 } as const;
    expect(words(panel, { panelMinutes: 20 })).toBe('Start round 1');
    expect(words({ ...panel, title: 'welcome' }, { welcomeMinutes: 5, panelMinutes: 20 })).toBe('Start the panel');
    expect(words(talking(6))).toBe('Finish');
    expect(words({ kind: 'timeUp', round: 6, since: at(1) })).toBe('Finish');
    expect(words({ kind: 'paused', of: talking(3), remaining: milliseconds(1), since: at(1) })).toBe('Resume');
    expect(words({ kind: 'finished', at: at(1) })).toBe('');
  });
});

describe('what comes then', () => {
  const then = (phase: Phase, over = {}): string => {
    const now = moment(phase, over);
    const sentence = thenSentence(now, eveningLine(now, at(0), NINETEEN), clock);
    return sentence === null ? '' : say(sentence);
  };
  it('says the move and the next round', () => {
    expect(then(talking(1))).toBe('Then 2 minutes to move. Round 2 at 19:17');
    expect(then(talking(1), { changeoverMinutes: 0 })).toBe('Round 2 follows at 19:15');
    expect(then(moving(2))).toBe('Round 2 starts at 19:17');
  });
  it('says the break, the wait, the last round', () => {
    expect(then(talking(3), { breakAfterRound: 3 })).toBe('Then 10 minutes of break. Round 4 at 19:27');
    expect(then(talking(3), { boundary: 'hold' })).toBe('Then the room waits for you');
    expect(then(talking(6))).toBe('The last round');
    expect(then({ kind: 'timeUp', round: 2, since: at(0) })).toBe('The room waits for you');
    expect(then(moving(2), { talkBegins: 'hold' })).toBe('Then the room waits for you');
    expect(then({ kind: 'ready', round: 2, since: at(0) })).toContain('The room waits for you');
    expect(then(talking(6), { freeTalkMinutes: 15 })).toBe('Then 15 minutes of free talk');
    expect(then({ kind: 'doors' })).toBe('Round 1 planned at 19:00');
    expect(then({ kind: 'finished', at: at(0) })).toBe('');
  });
  it('says it while paused too', () => {
    const paused: Phase = { kind: 'paused', of: talking(1), remaining: milliseconds(15 * 60_000), since: at(0) };
    expect(then(paused)).toBe('Then 2 minutes to move. Round 2 at 19:17');
  });
});

it('says where the evening is', () => {
  const words = (phase: Phase): string => say(phaseSentence(phase, 6));
  expect(words(talking(3))).toBe('Round 3 of 6');
  expect(words(moving(4))).toBe('Moving to round 4 of 6');
  expect(words({ kind: 'timeUp', round: 3, since: at(0) })).toBe('Time is up. Round 3 of 6');
  expect(words({ kind: 'paused', of: moving(4), remaining: milliseconds(1), since: at(0) })).toBe(
    'Paused. Moving to round 4',
  );
  expect(words({ kind: 'paused', of: pause, remaining: milliseconds(1), since: at(0) })).toBe('Paused. Break');
});

it('says when the evening finishes, and how late that is', () => {
  const finish = (late: number): string =>
    say(finishSentence({ stations: [], finishesAt: at(100 + late) }, settings(), clock));
  expect(finish(0)).toBe('Finish 20:40, as planned');
  expect(finish(2)).toBe('Finish 20:42, 2 minutes later than planned');
  expect(finish(-1)).toBe('Finish 20:39, 1 minute earlier than planned');
  expect(finish(6_000)).not.toContain('planned');
});

describe('the log', () => {
  const words = (command: LogEntry['command'], phase: Phase): string => say(logSentence({ command, phase }, NAMES));
  it('says what happened, not what was pressed', () => {
    expect(words({ kind: 'start', planVersion: 1 }, talking(1))).toBe('Round 1 started');
    expect(words({ kind: 'next' }, moving(2))).toBe('Move to round 2');
    expect(words({ kind: 'next' }, { kind: 'finished', at: at(0) })).toBe('Evening finished');
    expect(words({ kind: 'timeUp' }, { kind: 'timeUp', round: 2, since: at(0) })).toBe('Time up in round 2');
    expect(words({ kind: 'addMinutes', minutes: 1 }, talking(1))).toBe('Added 1 minute');
    expect(words({ kind: 'addMinutes', minutes: -2 }, talking(1))).toBe('Took off 2 minutes');
    expect(words({ kind: 'endRound' }, { kind: 'timeUp', round: 3, since: at(0) })).toBe('Round 3 ended early');
    expect(words({ kind: 'next' }, { ...pause, title: 'panel' })).toBe('Panel started');
    expect(words({ kind: 'restartRound' }, talking(3))).toBe('Round 3 started again');
    expect(words({ kind: 'allHere', round: 2 }, talking(2))).toBe('All here: round 2 starts early');
    expect(words({ kind: 'giveBack', milliseconds: 150_000 }, talking(2))).toBe('Gave back 3 minutes');
    expect(words({ kind: 'message', text: 'Cake!', whole: false }, talking(2))).toBe('Message: “Cake!”');
    expect(words({ kind: 'stopAll', text: '' }, talking(2))).toBe('Everything stopped');
  });

  const entry = (version: number, command: LogEntry['command'], undoable: boolean): LogEntry => ({
    version,
    at: at(version),
    by: 'Mei',
    command,
    phase: talking(1),
    undone: false,
    undoable,
  });
  it('undo takes the newest act that the server can take back', () => {
    const log = [
      entry(4, { kind: 'timeUp' }, false),
      entry(3, { kind: 'undo' }, false),
      entry(2, { kind: 'addMinutes', minutes: 1 }, true),
      entry(1, { kind: 'start', planVersion: 1 }, true),
    ];
    expect(undoTarget(log)?.version).toBe(2);
    expect(say(undoSentence(undoTarget(log), NAMES))).toBe('Undo +1 min');
    expect(undoTarget([])).toBeNull();
  });
  it('the button names what it takes back', () => {
    const undo = (command: PersonCommand, phase: Phase): string => say(undoSentence({ command, phase }, NAMES));
    expect(undo({ kind: 'next' }, moving(2))).toBe('Undo move');
    expect(undo({ kind: 'next' }, talking(2))).toBe('Undo start of round 2');
    expect(undo({ kind: 'next' }, pause)).toBe('Undo: break');
    expect(undo({ kind: 'addMinutes', minutes: -1 }, talking(1))).toBe('Undo −1 min');
    expect(undo({ kind: 'endRound' }, talking(1))).toBe('Undo end of round');
    expect(undo({ kind: 'blank', on: false }, talking(1))).toBe('Undo: displays shown');
    expect(undo({ kind: 'skip', round: 4 }, talking(1))).toBe('Undo: round 4 left out');
    expect(say(undoSentence(null, NAMES))).toBe('Undo');
  });

  it('a change of the room is readable in the log, and named by Undo', () => {
    const both = (change: RoomChange): string[] => {
      const entry = { command: { kind: 'replan', planVersion: 2, change }, phase: talking(2) } as const;
      return [say(logSentence(entry, NAMES)), say(undoSentence(entry, NAMES))];
    };
    const [ada, ben] = [attendeeId('Ada'), attendeeId('Ben')];
    const five = tableId('t5');
    expect(both({ kind: 'tableClosed', table: five })).toEqual(['Table 5 closed', 'Undo: table 5 closed']);
    const taken = { ...NAMES, table: () => UNKNOWN };
    const added = { kind: 'tableAdded', table: five, seats: 6, mentors: [] } as const;
    expect(say(changeSentence(added, taken, 'log'))).toBe('A table added');
    expect(both({ kind: 'arrived', people: [ada] })).toEqual(['Seated: Ada', 'Undo: seat for Ada']);
    expect(both({ kind: 'replaced', mentor: ada, by: ben })[0]).toBe('Ben took the place of Ada');
    expect(both({ kind: 'moved', person: ada, round: 3, table: five })[0]).toBe('Ada: table 5 in round 3');
    expect(both({ kind: 'moved', person: ada, round: 3, table: null })[0]).toBe('Ada: sitting out in round 3');
    expect(both({ kind: 'swapped', one: ada, other: ben, round: 3 })[1]).toBe('Undo: swap of Ada and Ben');
    expect(both({ kind: 'swapped', one: ada, other: ben, round: 3, toEnd: true })).toEqual([
      'Ada and Ben swapped from round 3 on',
      'Undo: swap of Ada and Ben',
    ]);
    const stays = { kind: 'moved', person: ada, round: 3, table: five, toEnd: true } as const;
    expect(both(stays)[0]).toBe('Ada: table 5 from round 3 on');
  });
});

describe('the offer', () => {
  const offer: StartOffer = {
    planVersion: 2,
    kind: 'healed',
    basis: 'here',
    students: 54,
    mentors: 11,
    tables: 11,
    moved: [],
    closed: [],
  };
  /** By default whoever is in is at least half of their role. */
  const words = (over: Partial<StartOffer>, { students, mentors, ...counts }: Partial<Here> = {}): string => {
    const here = { students: students ?? 54, mentors: mentors ?? 11 };
    const byCheckIn = { studentsCount: here.students > 0, mentorsCount: here.mentors > 0, ...counts };
    return offerSentences({ ...offer, ...over }, { ...here, ...byCheckIn }, listText)
      .map(say)
      .join(' ');
  };
  const moved = ['a', 'b', 'c'].map((id) => ({ id: attendeeId(id), from: 1, to: 2 }));
  it('says who counts, who moves and what stays closed', () => {
    expect(words({ moved, closed: [5] })).toBe(
      '54 students and 11 mentors here, 11 tables. Starting moves 3 people to another first table. Table 5 stays closed: its mentor is not here.',
    );
    expect(words({ closed: [5, 7] })).toContain('Tables 5 and 7 stay closed: their mentors are not here.');
    expect(words({})).toContain('Everybody keeps their first table.');
    expect(words({}, { students: 54, mentors: 0 })).toContain('No mentor is checked in yet, so all 11 expected count.');
    expect(words({}, { students: 0, mentors: 0 })).toContain(
      'Nobody is checked in yet, so everyone expected counts: 54',
    );
    expect(words({}, { students: 0, mentors: 2 })).toContain('No student is checked in yet');
    expect(words({}, { mentors: 1, mentorsCount: false })).toContain(
      '54 students here. Only 1 of 11 mentors are checked in, so all 11 count until half are. 11 tables.',
    );
    expect(words({}, { students: 0, mentors: 1, studentsCount: false, mentorsCount: false })).toContain(
      'Less than half are checked in, so everyone expected counts: 54 students and 11 mentors, 11 tables.',
    );
    expect(
      hereNow([
        person('A', { checkedInAt: NINETEEN }),
        person('B'),
        person('M', { role: 'mentor', checkedInAt: NINETEEN }),
      ]),
    ).toEqual({
      students: 1,
      mentors: 1,
      studentsCount: true,
      mentorsCount: true,
    });
    const [first, late, later] = [person('A', { checkedInAt: NINETEEN }), person('B'), person('C')];
    expect(hereNow([first, late, later])).toMatchObject({ students: 1, studentsCount: true });
    expect(words({ kind: 'new', basis: 'expected' })).toBe(
      '54 students and 11 mentors expected, 11 tables. Starting makes a new plan and gives everybody their first table.',
    );
  });
});
