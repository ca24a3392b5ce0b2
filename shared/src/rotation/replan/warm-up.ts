import type { WhoMoves } from '../../event/event.ts';
import { attendeeId, tableId } from '../../kernel/ids.ts';
import { type EveningToPlan, planEvening } from '../evening.ts';
import { replanEvening } from './replan-evening.ts';
import { FIRST_TRY } from './searches.ts';

const STUDENTS = 60;
const TABLES = 10;
const ROUNDS = 6;
const SEATS = 8;
const FIELDS = ['Law', 'Health', 'Media', 'Energy'];
const TIMES = 4;

/**
 * Mends a made-up night a few times, so that the engine has compiled the planner before anybody waits for it: the first
 * call of a fresh process takes three times as long as the next ones. Takes one to two seconds of a
 * core: nothing to do while a hall waits for something else.
 * @returns how many plans were mended
 */
export function warmUp(): number {
  let mended = 0;
  for (const whoMoves of ['students', 'mentors'] as const) {
    const evening = madeUp(whoMoves);
    const planned = planEvening(evening, { seed: 1, iterations: FIRST_TRY });
    if (!planned.ok) continue;
    const { students, mentors } = evening;
    const changed: readonly EveningToPlan[] = [
      { ...evening, students: students.slice(5) },
      { ...evening, students: [...students, { id: attendeeId('late'), industries: FIELDS, stepFree: false }] },
      { ...evening, mentors: mentors.slice(1) },
    ];
    for (let seed = 0; seed < TIMES; seed++) {
      for (const now of changed) {
        const running = { schedule: planned.value.schedule, evening: now, done: 1, freezeCurrent: true };
        const result = replanEvening(running, { seed, iterations: FIRST_TRY, kinds: ['fewest-moves'] });
        if (result.ok) mended += result.value.length;
      }
    }
  }
  return mended;
}

function madeUp(whoMoves: WhoMoves): EveningToPlan {
  const field = (index: number): string => FIELDS[index % FIELDS.length] ?? '';
  return {
    rounds: ROUNDS,
    whoMoves,
    tables: Array.from({ length: TABLES }, (_, index) => ({
      id: tableId(`t${index}`),
      number: index + 1,
      name: '',
      seats: SEATS,
      mentors: [attendeeId(`m${index}`)],
      stepFree: index % 2 === 0,
      quiet: false,
      column: index,
      row: 0,
    })),
    mentors: Array.from({ length: TABLES }, (_, index) => ({ id: attendeeId(`m${index}`), industry: field(index) })),
    students: Array.from({ length: STUDENTS }, (_, index) => ({
      id: attendeeId(`s${index}`),
      industries: [field(index), field(index >> 2)],
      stepFree: index % 20 === 0,
    })),
  };
}
