import { roomAtStart } from '@lapwing/shared/event/room-tonight';
import { tableId } from '@lapwing/shared/kernel/ids';
import { runSheet } from '@lapwing/shared/paper/run-sheet';
import { expect, it } from 'vitest';
import { at, started } from '../live/evening.ts';
import { parts, partsOf, SCHEDULE, table } from './paper-room.ts';

it('has every phase of the evening with its time', () => {
  const agenda = { welcomeMinutes: 5, breakAfterRound: 2, breakMinutes: 8, freeTalkMinutes: 30 };
  expect(runSheet(parts({}, agenda)).steps).toEqual([
    { kind: 'doors', until: at(0) },
    { kind: 'agenda', title: 'welcome', at: at(0), until: at(300) },
    { kind: 'round', round: 1, movesAt: null, at: at(300), until: at(900), last: false },
    { kind: 'round', round: 2, movesAt: at(900), at: at(1_020), until: at(1_620), last: false },
    { kind: 'agenda', title: 'break', at: at(1_620), until: at(2_100) },
    { kind: 'round', round: 3, movesAt: at(2_100), at: at(2_220), until: at(2_820), last: true },
    { kind: 'agenda', title: 'freeTalk', at: at(2_820), until: at(4_620) },
    { kind: 'end', at: at(4_620) },
  ]);
});

it('of an evening that should have begun starts now', () => {
  expect(runSheet(parts({ now: at(90) })).steps.slice(0, 2)).toMatchObject([
    { kind: 'doors', until: at(90) },
    { kind: 'round', round: 1, at: at(90) },
  ]);
});

it('of a running night goes on from the round that runs, with the time it really has', () => {
  const night = started().press({ kind: 'addMinutes', minutes: 2 }).wait(900);
  expect(runSheet(partsOf(night)).steps).toEqual([
    { kind: 'round', round: 2, movesAt: null, at: at(840), until: at(1_440), last: false },
    { kind: 'round', round: 3, movesAt: at(1_440), at: at(1_560), until: at(2_160), last: true },
    { kind: 'end', at: at(2_160) },
  ]);
});

it('while people move says where they are on their way to; without time to move nobody is', () => {
  expect(runSheet(partsOf(started().wait(601))).steps[0]).toMatchObject({ round: 2, movesAt: at(600), at: at(720) });
  const quick = { ...partsOf(started({ changeoverMinutes: 0 }).wait(601)) };
  expect(runSheet(quick).steps[0]).toMatchObject({ round: 2, movesAt: null, at: at(600) });
});

it('shows the tables of tonight, and which are closed', () => {
  const room = { ...roomAtStart(SCHEDULE, []), closed: [{ table: tableId('t2'), from: 2 }] };
  expect(runSheet(partsOf(started(), { room })).closed).toEqual([]);
  const { tables, closed } = runSheet(partsOf(started().wait(800), { room, tables: [table(3), table(2), table(1)] }));
  expect([tables.map(({ number }) => number), closed]).toEqual([[1, 3], [2]]);
});
