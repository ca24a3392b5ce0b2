import type { Figure } from './figures.ts';
import type { Posted } from './link-door.ts';
import { startProduct } from './product-contestant.ts';
import { machineNow, median } from './statistics.ts';

/** Over the 25 tables that every evening of the benchmark has. */
const STUDENTS = 200;
const ARRIVALS = 9;
const MOST_MS = 300;

/** Somebody nobody expected comes in round 1: how long from the press until the console can show what it would change. */
export async function replanFigures(log: (line: string) => void): Promise<Figure[]> {
  const product = await startProduct(STUDENTS);
  const path = `/api/events/${product.evening.eventId}`;
  try {
    const took: number[] = [];
    for (let arrival = 0; arrival < ARRIVALS; arrival++) {
      const added = await product.ask(`${path}/people`, { details: { role: 'student', name: `Walk In ${arrival}` } });
      const { id } = parsed<{ id: string }>(added);
      const from = machineNow();
      const offered = await product.ask(`${path}/repairs`, { change: { kind: 'arrived', people: [id] } });
      if (offered.status === 404) {
        log('!!! RE-PLAN NOT MEASURED: this server has no repairs.');
        return [];
      }
      const offers = parsed<unknown[]>(offered);
      if (offers.length === 0) throw new Error('No repair was offered.');
      took.push(machineNow() - from);
    }
    const value = median(took);
    const slowest = Math.max(...took);
    return [
      {
        name: `re-plan after a late arrival, ${STUDENTS} students × 25 tables, press to preview, ms`,
        unit: 'ms',
        value,
        goal: { atMost: MOST_MS },
        product: value,
      },
      { name: `the same, slowest of ${ARRIVALS}`, unit: 'ms', value: slowest, goal: null, product: slowest },
    ];
  } finally {
    await product.stop();
  }
}

function parsed<Answer>({ status, text }: Posted): Answer {
  if (status >= 300) throw new Error(`The server answered ${status}: ${text}`);
  return JSON.parse(text) as Answer;
}
