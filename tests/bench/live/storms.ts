import type { Restartable } from './contestants.ts';
import { median, pause, quantile, shuffled } from './statistics.ts';

/** Kill and restart with everybody connected: medians over the repetitions. */
export interface StormRow {
  /** Server CPU in µs for each phone that came back, from the instant it listened. */
  readonly cpuPerPhone: number;
  /** The same with the start of the server itself. */
  readonly cpuPerPhoneWithStart: number;
  /** From listening to the last snapshot, ms. */
  readonly allBack: number;
  readonly lost: number;
}

/** Timers and heap of a server that just took everybody in come to rest. */
const REST_MS = 400;

export async function storms(
  contestants: readonly Restartable[],
  phones: number,
  repetitions: number,
  random: () => number,
): Promise<Map<Restartable, StormRow>> {
  const seen = new Map<Restartable, StormRow[]>(contestants.map((one) => [one, []]));
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const one of shuffled(contestants, random)) {
      const missing = await one.hall.fill(phones, true);
      if (missing > 0) throw new Error(`${missing} phones were not there before the storm.`);
      seen.get(one)?.push(await storm(one, phones));
    }
  }
  return new Map([...seen].map(([one, rows]) => [one, overAll(rows)]));
}

async function storm(server: Restartable, phones: number): Promise<StormRow> {
  await server.kill9();
  const { listeningAt, cpuMs: started } = await server.startAgain();
  const { at = [], missing } = await server.hall.back();
  await pause(REST_MS);
  const { cpuMs } = await server.usage();
  return {
    cpuPerPhone: ((cpuMs - started) / phones) * 1_000,
    cpuPerPhoneWithStart: (cpuMs / phones) * 1_000,
    allBack: quantile(at, 1) - listeningAt,
    lost: missing,
  };
}

function overAll(rows: readonly StormRow[]): StormRow {
  const middle = (of: (row: StormRow) => number): number => median(rows.map(of));
  return {
    cpuPerPhone: middle((row) => row.cpuPerPhone),
    cpuPerPhoneWithStart: middle((row) => row.cpuPerPhoneWithStart),
    allBack: middle((row) => row.allBack),
    lost: rows.reduce((sum, row) => sum + row.lost, 0),
  };
}
