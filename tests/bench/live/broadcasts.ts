import type { Contestant, Name } from './contestants.ts';
import { median, pause, quantile, shuffled } from './statistics.ts';

/** Rounds at the beginning that nobody counts: code that never ran is slow. */
const WARM_UP = 3;
const BETWEEN_MS = 120;
/** Phones speak at least this often, as real ones do; the server cuts who is silent for 45 s. */
const BEAT_EVERY_MS = 20_000;

/** Medians over the rounds of one contestant, in ms. */
export interface BroadcastRow {
  readonly p50: number;
  readonly p99: number;
  readonly last: number;
  /** From the organiser's request to the p99 receipt; null for the floor. */
  readonly pressToP99: number | null;
  readonly cpuPerBroadcast: number;
  readonly lost: number;
}

/** Fewer rounds where a round is long. */
export const roundsFor = (phones: number): number =>
  phones <= 500 ? 21 : phones <= 2_000 ? 25 : phones <= 6_000 ? 11 : 9;

/** Round changes by all contestants, in a new random order each round, so that noise of the machine meets them alike. */
export async function alternate(
  contestants: readonly Contestant[],
  rounds: number,
  random: () => number,
): Promise<Readonly<Record<Name, BroadcastRow>>> {
  const seen = new Map<Name, Omit<BroadcastRow, never>[]>(contestants.map(({ name }) => [name, []]));
  let beatAt = 0;
  for (let round = -WARM_UP; round < rounds; round++) {
    if (performance.now() - beatAt > BEAT_EVERY_MS) {
      for (const one of contestants) if (one.name === 'product') await one.hall.beat();
      beatAt = performance.now();
    }
    for (const one of shuffled(contestants, random)) {
      const row = await measure(one);
      if (round >= 0) seen.get(one.name)?.push(row);
    }
  }
  return Object.fromEntries([...seen].map(([name, rows]) => [name, overRounds(rows)])) as Record<Name, BroadcastRow>;
}

/** One round change by one server. */
export async function measure(contestant: Contestant): Promise<BroadcastRow> {
  await contestant.settle();
  await pause(BETWEEN_MS);
  await contestant.hall.arm();
  const { decidedAt, pressedAt, cpuMs } = await contestant.change();
  const { at = [], missing } = await contestant.hall.receipts();
  const p99 = quantile(at, 0.99);
  return {
    p50: quantile(at, 0.5) - decidedAt,
    p99: p99 - decidedAt,
    last: quantile(at, 1) - decidedAt,
    pressToP99: pressedAt === null ? null : p99 - pressedAt,
    cpuPerBroadcast: cpuMs,
    lost: missing,
  };
}

function overRounds(rows: readonly BroadcastRow[]): BroadcastRow {
  const middle = (of: (row: BroadcastRow) => number): number => median(rows.map(of));
  return {
    p50: middle((row) => row.p50),
    p99: middle((row) => row.p99),
    last: middle((row) => row.last),
    pressToP99: rows[0]?.pressToP99 === null ? null : middle((row) => row.pressToP99 ?? Number.NaN),
    cpuPerBroadcast: middle((row) => row.cpuPerBroadcast),
    lost: rows.reduce((sum, row) => sum + row.lost, 0),
  };
}
