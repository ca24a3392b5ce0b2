import { changeRoom, type Standpoint } from '@lapwing/shared/event/change-room';
import type { Table } from '@lapwing/shared/event/floor';
import type { RoomChange } from '@lapwing/shared/event/room-change';
import { attends, openIn, type RoomTonight, roomAtStart } from '@lapwing/shared/event/room-tonight';
import type { Schedule, Seating } from '@lapwing/shared/event/schedule';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import { describe, expect, it } from 'vitest';

const id = attendeeId;
const T = { one: tableId('t1'), two: tableId('t2'), three: tableId('t3') };

const table = (own: typeof T.one, number: number, mentors: Table['mentors']): Table => ({
  ...{ id: own, number, name: '', seats: 3, mentors, stepFree: true, quiet: false, column: number, row: 0 },
});
const at = (students: string[], mentors: string[]): Seating => ({
  students: students.map(id),
  mentors: mentors.map(id),
});

/** Two tables in use; the third stays closed, since its mentor did not come. */
const TABLES = [table(T.one, 1, [id('m')]), table(T.two, 2, [id('n')]), table(T.three, 3, [id('missing')])];
const PLAN: Schedule = {
  rounds: [
    { t1: at(['a', 'b'], ['m']), t2: at(['c', 'd'], ['n']) },
    { t1: at(['c', 'd'], ['m']), t2: at(['a', 'b'], ['n']) },
    { t1: at(['a', 'c'], ['m']), t2: at(['b', 'd'], ['n']) },
  ],
};
const ROOM = roomAtStart(PLAN, TABLES);
const ROLES = new Map<string, 'student' | 'mentor'>([
  ...['a', 'b', 'c', 'd', 'late'].map((one) => [one, 'student'] as const),
  ...['m', 'n', 'reserve', 'missing'].map((one) => [one, 'mentor'] as const),
]);

/** By `planWindow`: during a pause it is as in the phase that was paused. */
const POSITIONS = {
  welcome: { done: 0, current: 1, talks: false },
  talking: { done: 1, current: 2, talks: true },
  timeUp: { done: 1, current: 2, talks: true },
  moving: { done: 1, current: 2, talks: false },
  ready: { done: 1, current: 2, talks: false },
  break: { done: 1, current: null, talks: false },
  'last round': { done: 2, current: 3, talks: true },
} as const;
type Place = keyof typeof POSITIONS;

const standpoint = (place: Place, whoMoves: Standpoint['whoMoves'] = 'students'): Standpoint => ({
  ...POSITIONS[place],
  whoMoves,
  roleOf: (person) => ROLES.get(person),
});

const outcome = (change: RoomChange, place: Place, room: RoomTonight = ROOM, plan = PLAN, whoMoves?: 'mentors') =>
  changeRoom(room, plan, change, standpoint(place, whoMoves));

function changed(...of: Parameters<typeof outcome>) {
  const result = outcome(...of);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const refusedWith = (...of: Parameters<typeof outcome>): string => {
  const result = outcome(...of);
  return result.ok ? 'no refusal' : result.refusal.code;
};

const roundsOf = (room: RoomTonight, person: string): number[] =>
  [1, 2, 3].filter((round) => attends(room, id(person), round));
const openRounds = (room: RoomTonight, own: typeof T.one): number[] =>
  [1, 2, 3].filter((round) => openIn(room, round).some((one) => one.id === own));
const chairs = (room: RoomTonight): string[][] => room.tables.map(({ mentors }) => [...mentors]);
const everyPlace = Object.keys(POSITIONS) as Place[];
/** Who leaves in the last talk changes nothing any more. */
const beforeLast = everyPlace.filter((place) => place !== 'last round');
const first = (place: Place): number => POSITIONS[place].current ?? POSITIONS[place].done + 1;

describe('in every position', () => {
  it.each(everyPlace)(
    '%s: who arrives is there from the round that runs or comes, and needs a seat if one runs',
    (place) => {
      const { room, schedule, seatless } = changed({ kind: 'arrived', people: [id('late'), id('late')] }, place);
      expect(roundsOf(room, 'late')).toEqual([1, 2, 3].filter((round) => round >= first(place)));
      expect(seatless).toEqual(place === 'break' ? [] : ['late']);
      expect(schedule).toEqual(PLAN);
    },
  );

  it.each(everyPlace)('%s: who did not come has no seat from the round that runs or comes', (place) => {
    const { room, schedule, seatless } = changed({ kind: 'noShows', people: [id('a')] }, place);
    expect(roundsOf(room, 'a')).toEqual([1, 2, 3].filter((round) => round < first(place)));
    schedule.rounds.forEach((round, index) => {
      const isSeated = Object.values(round).some(({ students }) => students.includes(id('a')));
      expect(isSeated).toBe(index + 1 < first(place));
    });
    expect(seatless).toEqual([]);
  });

  it.each(beforeLast)('%s: who leaves was there in a round that talks, and else is not', (place) => {
    const { room } = changed({ kind: 'left', people: [id('a')] }, place);
    const { talks } = POSITIONS[place];
    expect(roundsOf(room, 'a')).toEqual(
      [1, 2, 3].filter((round) => round < first(place) || (talks && round === first(place))),
    );
  });

  it.each(beforeLast)('%s: a table whose mentor leaves closes, and its people stand if nothing talks', (place) => {
    const { room, seatless } = changed({ kind: 'left', people: [id('m')] }, place);
    const { talks, current } = POSITIONS[place];
    expect(openRounds(room, T.one)).toEqual(
      [1, 2, 3].filter((round) => round < first(place) || (talks && round === first(place))),
    );
    const sat = current === null ? [] : (PLAN.rounds[current - 1]?.t1?.students ?? []);
    expect(seatless).toEqual(talks ? [] : sat);
    expect(chairs(room)[0]).toEqual([]);
  });

  it.each(everyPlace)('%s: a table closes at once, and its people stand', (place) => {
    const { room, schedule, seatless } = changed({ kind: 'tableClosed', table: T.two }, place);
    const { current } = POSITIONS[place];
    expect(openRounds(room, T.two)).toEqual([1, 2, 3].filter((round) => round < first(place)));
    expect(seatless).toEqual(current === null ? [] : PLAN.rounds[current - 1]?.t2?.students);
    if (current !== null) expect(schedule.rounds[current - 1]?.t2).toBeUndefined();
  });

  it.each(everyPlace)('%s: a reserve takes a chair, in no round that is over', (place) => {
    const { room, schedule } = changed({ kind: 'replaced', mentor: id('m'), by: id('reserve') }, place);
    expect(schedule.rounds.map((round) => round.t1?.mentors)).toEqual(
      [1, 2, 3].map((round) => [round < first(place) ? 'm' : 'reserve']),
    );
    expect(roundsOf(room, 'm')).toEqual([1, 2, 3].filter((round) => round < first(place)));
    expect(chairs(room)).toEqual([['reserve'], ['n'], ['missing']]);
  });

  it.each(everyPlace)('%s: a mentor who comes late sits down at their own table, which opens', (place) => {
    const { room, schedule } = changed({ kind: 'mentorSeated', mentor: id('missing'), table: T.three }, place);
    const { current } = POSITIONS[place];
    expect(roundsOf(room, 'missing')).toEqual([1, 2, 3].filter((round) => round >= first(place)));
    expect(chairs(room)).toEqual([['m'], ['n'], ['missing']]);
    if (current === null) expect(schedule).toEqual(PLAN);
    else expect(schedule.rounds[current - 1]?.t3).toEqual(at([], ['missing']));
  });

  it.each(everyPlace)('%s: a table more, its mentor there from the next round', (place) => {
    const change: RoomChange = { kind: 'tableAdded', table: tableId('new'), seats: 5, mentors: [id('reserve')] };
    const { room, schedule } = changed(change, place);
    const { current, done } = POSITIONS[place];
    const next = current === null ? done + 1 : current + 1;
    expect(room.tables.at(-1)).toMatchObject({ id: 'new', number: 4, seats: 5, mentors: ['reserve'], row: 1 });
    expect(roundsOf(room, 'reserve')).toEqual([1, 2, 3].filter((round) => round >= next));
    expect(schedule).toEqual(PLAN);
  });

  it.each(everyPlace)('%s: people are moved and swapped by hand, never in a round that is over', (place) => {
    const round = first(place);
    const before = PLAN.rounds[round - 1];
    const [one, other] = [before?.t1?.students[0], before?.t2?.students[0]] as [
      ReturnType<typeof id>,
      ReturnType<typeof id>,
    ];
    const moved = changed({ kind: 'moved', person: one, round, table: null }, place);
    expect(moved.schedule.rounds[round - 1]?.t1?.students).not.toContain(one);
    expect(moved.schedule.rounds.filter((_, index) => index !== round - 1)).toEqual(
      PLAN.rounds.filter((_, index) => index !== round - 1),
    );
    const swapped = changed({ kind: 'swapped', one, other, round }, place);
    expect(swapped.schedule.rounds[round - 1]?.t2?.students).toContain(one);
    expect(swapped.schedule.rounds[round - 1]?.t1?.students).toContain(other);
    for (const over of [0, round - 1, 4]) {
      expect(refusedWith({ kind: 'moved', person: one, round: over, table: T.two }, place)).toBe('not-now');
      expect(refusedWith({ kind: 'swapped', one, other, round: over }, place)).toBe('not-now');
    }
  });
});

describe('one after the other', () => {
  it('a no-show comes after all, and somebody who left in this talk stays: no second seat', () => {
    const gone = changed({ kind: 'noShows', people: [id('a')] }, 'moving');
    const back = changed({ kind: 'arrived', people: [id('a')] }, 'talking', gone.room, gone.schedule);
    expect(back.seatless).toEqual(['a']);
    expect(roundsOf(back.room, 'a')).toEqual([1, 2, 3]);
    const leaving = changed({ kind: 'left', people: [id('a')] }, 'talking');
    expect(changed({ kind: 'arrived', people: [id('a')] }, 'talking', leaving.room, leaving.schedule).seatless).toEqual(
      [],
    );
  });

  it('one of two mentors leaves: the table stays, until the other one leaves too', () => {
    const two = changed({ kind: 'mentorSeated', mentor: id('reserve'), table: T.one }, 'talking');
    expect(two.schedule.rounds[1]?.t1?.mentors).toEqual(['m', 'reserve']);
    const one = changed({ kind: 'left', people: [id('m')] }, 'moving', two.room, two.schedule);
    expect(openRounds(one.room, T.one)).toEqual([1, 2, 3]);
    expect(one.seatless).toEqual([]);
    const none = changed({ kind: 'left', people: [id('reserve')] }, 'moving', one.room, one.schedule);
    expect(openRounds(none.room, T.one)).toEqual([1]);
    expect(none.seatless).toEqual(['c', 'd']);
  });

  it('a mentor who never came holds no table open, and no chair', () => {
    const beside = changed({ kind: 'mentorSeated', mentor: id('reserve'), table: T.three }, 'moving');
    expect(chairs(beside.room)[2]).toEqual(['reserve']);
    const gone = changed({ kind: 'left', people: [id('reserve')] }, 'moving', beside.room, beside.schedule);
    expect(openRounds(gone.room, T.three)).toEqual([1]);
    const pair = { ...ROOM, tables: [table(T.one, 1, [id('m'), id('missing')]), ...TABLES.slice(1)] };
    expect(openRounds(changed({ kind: 'left', people: [id('m')] }, 'moving', pair).room, T.one)).toEqual([1]);
    // and may stand in for others, or be stood in for
    expect(chairs(changed({ kind: 'replaced', mentor: id('m'), by: id('missing') }, 'moving').room)).toEqual([
      ['missing'],
      ['n'],
      [],
    ]);
    expect(chairs(changed({ kind: 'replaced', mentor: id('missing'), by: id('reserve') }, 'moving').room)[2]).toEqual([
      'reserve',
    ]);
    const added: RoomChange = { kind: 'tableAdded', table: tableId('new'), seats: 5, mentors: [id('missing')] };
    expect(chairs(changed(added, 'moving').room)).toEqual([['m'], ['n'], [], ['missing']]);
  });

  it('a table that was closed opens for a mentor', () => {
    const closed = changed({ kind: 'tableClosed', table: T.one }, 'break');
    const open = changed(
      { kind: 'mentorSeated', mentor: id('m'), table: T.one },
      'talking',
      closed.room,
      closed.schedule,
    );
    expect(openRounds(open.room, T.one)).toEqual([1, 2, 3]);
    expect(refusedWith({ kind: 'mentorSeated', mentor: id('m'), table: T.one }, 'talking', open.room)).toBe(
      'already-so',
    );
  });

  it('a reserve whom the plan seats nowhere is moved by hand as the mentor they are', () => {
    const come = changed({ kind: 'tableAdded', table: tableId('new'), seats: 5, mentors: [id('reserve')] }, 'talking');
    const { schedule } = changed(
      { kind: 'moved', person: id('reserve'), round: 3, table: T.two },
      'talking',
      come.room,
    );
    expect(schedule.rounds[2]?.t2?.mentors).toEqual(['n', 'reserve']);
  });
});

describe('where mentors move', () => {
  const MEN: Schedule = {
    rounds: [
      { t1: at(['a', 'b'], ['m']), t2: at(['c'], ['n']), t3: at(['d'], ['missing']) },
      { t1: at(['a', 'b'], ['n']), t2: at(['c'], ['missing']), t3: at(['d'], ['m']) },
      { t1: at(['a', 'b'], ['missing']), t2: at(['c'], ['m']), t3: at(['d'], ['n']) },
    ],
  };
  const room = roomAtStart(MEN, TABLES);

  it('a mentor short: the table that waits is given up, wherever that mentor began', () => {
    const { room: now, seatless } = changed({ kind: 'noShows', people: [id('m')] }, 'moving', room, MEN, 'mentors');
    expect(openRounds(now, T.three)).toEqual([1]);
    expect([openRounds(now, T.one), seatless]).toEqual([[1, 2, 3], ['d']]);
  });

  it('a mentor leaves in a talk: the smallest table is given up after it', () => {
    const { room: now, seatless } = changed({ kind: 'left', people: [id('n')] }, 'talking', room, MEN, 'mentors');
    expect([openRounds(now, T.one), openRounds(now, T.two), seatless]).toEqual([[1, 2, 3], [1, 2], []]);
  });

  it('no table is given up where seats would not suffice, or for a student', () => {
    const small = { ...room, tables: room.tables.map((one) => ({ ...one, seats: 2 - Number(one.id !== T.one) })) };
    const full = changed({ kind: 'left', people: [id('n')] }, 'talking', small, MEN, 'mentors');
    expect(full.room.closed).toEqual([]);
    expect(changed({ kind: 'left', people: [id('d')] }, 'talking', room, MEN, 'mentors').room.closed).toEqual([]);
  });

  it('nor for a student who leaves when a mentor is short already', () => {
    const small = { ...room, tables: room.tables.map((one) => ({ ...one, seats: 2 - Number(one.id !== T.one) })) };
    const short = changed({ kind: 'left', people: [id('n')] }, 'talking', small, MEN, 'mentors');
    const fewer = changed({ kind: 'left', people: [id('b')] }, 'talking', short.room, short.schedule, 'mentors');
    expect(fewer.room.closed).toEqual([]);
  });

  it('a mentor without a table arrives and travels', () => {
    const { room: now, seatless } = changed(
      { kind: 'arrived', people: [id('reserve')] },
      'talking',
      room,
      MEN,
      'mentors',
    );
    expect([roundsOf(now, 'reserve'), seatless]).toEqual([[2, 3], []]);
    expect(refusedWith({ kind: 'arrived', people: [id('reserve')] }, 'talking')).toBe('bad-request');
  });

  it('a late mentor sits with no third at a table, nor where nobody is', () => {
    const three = { rounds: MEN.rounds.map((round) => ({ ...round, t1: at(['a', 'b'], ['m', 'n']), t2: at([], []) })) };
    const beside = changed(
      { kind: 'mentorSeated', mentor: id('reserve'), table: T.one },
      'talking',
      room,
      three,
      'mentors',
    );
    expect(beside.schedule).toEqual(three);
    const alone = changed(
      { kind: 'mentorSeated', mentor: id('reserve'), table: T.two },
      'talking',
      room,
      three,
      'mentors',
    );
    expect(alone.schedule).toEqual(three);
  });
});

describe('refused', () => {
  const full = {
    ...ROOM,
    tables: ROOM.tables.map((one) => (one.id === T.one ? { ...one, mentors: [id('m'), id('x')] } : one)),
  };
  const withX = { ...full, people: [...full.people, { person: id('x'), from: 1, until: 3 }] };
  const cases: [RoomChange, string, RoomTonight?][] = [
    [{ kind: 'arrived', people: [id('nobody')] }, 'unknown-person'],
    [{ kind: 'arrived', people: [id('a')] }, 'already-so'],
    [{ kind: 'left', people: [id('late')] }, 'already-so'],
    [{ kind: 'noShows', people: [id('missing')] }, 'already-so'],
    [{ kind: 'left', people: [id('m'), id('n')] }, 'last-mentor'],
    [{ kind: 'replaced', mentor: id('a'), by: id('reserve') }, 'unknown-person'],
    [{ kind: 'replaced', mentor: id('m'), by: id('a') }, 'unknown-person'],
    [{ kind: 'replaced', mentor: id('m'), by: id('n') }, 'mentor-at-two-tables'],
    [{ kind: 'replaced', mentor: id('reserve'), by: id('missing') }, 'already-so'],
    [{ kind: 'mentorSeated', mentor: id('a'), table: T.one }, 'unknown-person'],
    [{ kind: 'mentorSeated', mentor: id('reserve'), table: tableId('none') }, 'unknown-table'],
    [{ kind: 'mentorSeated', mentor: id('m'), table: T.one }, 'already-so'],
    [{ kind: 'mentorSeated', mentor: id('m'), table: T.two }, 'mentor-at-two-tables'],
    [{ kind: 'mentorSeated', mentor: id('reserve'), table: T.one }, 'too-many-mentors', withX],
    [{ kind: 'tableClosed', table: tableId('none') }, 'unknown-table'],
    [{ kind: 'tableClosed', table: T.one }, 'already-so', { ...ROOM, closed: [{ table: T.one, from: 1 }] }],
    [{ kind: 'tableClosed', table: T.two }, 'last-mentor', { ...ROOM, closed: [{ table: T.one, from: 1 }] }],
    [{ kind: 'tableAdded', table: T.one, seats: 4, mentors: [] }, 'already-so'],
    [{ kind: 'tableAdded', table: tableId('new'), seats: 4, mentors: [id('a')] }, 'unknown-person'],
    [{ kind: 'tableAdded', table: tableId('new'), seats: 4, mentors: [id('m')] }, 'mentor-at-two-tables'],
    [{ kind: 'moved', person: id('a'), round: 2, table: tableId('none') }, 'unknown-table'],
    [{ kind: 'moved', person: id('late'), round: 2, table: T.one }, 'unknown-person'],
    [{ kind: 'moved', person: id('a'), round: 2, table: T.two }, 'already-so'],
    [{ kind: 'swapped', one: id('a'), other: id('late'), round: 2 }, 'unknown-person'],
    [{ kind: 'swapped', one: id('a'), other: id('m'), round: 2 }, 'bad-request'],
    [{ kind: 'swapped', one: id('a'), other: id('b'), round: 2 }, 'already-so'],
  ];
  it.each(cases)('%o: %s', (change, code, room = ROOM) => {
    expect(refusedWith(change, 'talking', room)).toBe(code);
  });

  it('who leaves in the last talk: nothing comes after it', () => {
    expect(refusedWith({ kind: 'left', people: [id('a')] }, 'last round')).toBe('already-so');
  });

  it('three mentors at a new table', () => {
    const mentors = [id('reserve'), id('missing'), id('third')];
    ROLES.set('third', 'mentor');
    expect(refusedWith({ kind: 'tableAdded', table: tableId('new'), seats: 4, mentors }, 'moving')).toBe(
      'too-many-mentors',
    );
  });
});

describe('who has gone home', () => {
  const people = [id('a')];
  const goneFrom = (...changes: RoomChange[]): readonly string[] => {
    let [room, plan] = [ROOM, PLAN];
    for (const change of changes) ({ room, schedule: plan } = changed(change, 'talking', room, plan));
    return room.left;
  };

  it('is kept with the room: who left, and not who only did not come', () => {
    expect(goneFrom({ kind: 'left', people })).toEqual(['a']);
    expect(goneFrom({ kind: 'noShows', people })).toEqual([]);
    expect(goneFrom({ kind: 'replaced', mentor: id('m'), by: id('reserve') })).toEqual(['m']);
  });

  it('is nobody who has a part in the room again', () => {
    expect(goneFrom({ kind: 'left', people }, { kind: 'arrived', people })).toEqual([]);
    const back: RoomChange = { kind: 'mentorSeated', mentor: id('m'), table: T.three };
    expect(goneFrom({ kind: 'left', people: [id('m')] }, back)).toEqual([]);
  });
});
