import { makeClock } from '@lapwing/shared/clock/offset';
import type { Figure } from './figures.ts';
import { BAD_300_MS, type Way, wayThrough } from './networks.ts';
import { quantile, seeded } from './statistics.ts';

/** How far two screens may be apart in 99 of 100 pairs, so many ms after they joined. */
const LOOKS = [
  { after: 5_000, atMost: 100 },
  { after: 60_000, atMost: 50 },
] as const;
const PHONES = 1_000;
const PAIRS = 50_000;
/** Crystals are off by up to 50 millionths in practice. */
const CRYSTAL = 50e-6;
/** The caller spreads the clock’s own waits, as the page does. */
const SPREAD = 0.2;
const SERVER_THINKS_MS = 1;

interface Look {
  /** Estimate less truth. */
  readonly error: number;
  readonly bound: number;
}

/** Simulated phones on a simulated bad network, no waiting: only the product’s own clock is real. */
export function clockFigures(seed: number): Figure[] {
  const random = seeded(seed);
  const phones = Array.from({ length: PHONES }, () => phoneThatLooks(random));
  const looks = phones.flat();
  const honest = looks.filter(({ error, bound }) => Math.abs(error) <= bound).length;
  return [
    ...LOOKS.map(({ after, atMost }, index): Figure => {
      const errors = phones.map((all) => all[index]?.error ?? Number.NaN);
      const skew = quantile(skews(errors, random), 0.99);
      return {
        name: `skew of two screens, p99, ms, bad 300 ms, ${after / 1_000} s after joining (simulated)`,
        unit: 'ms',
        value: skew,
        goal: { atMost },
        product: skew,
      };
    }),
    {
      name: 'clock: looks in which the truth lies within the bound, % (simulated)',
      unit: '%',
      value: (honest / looks.length) * 100,
      goal: { atLeast: 100 },
      product: (honest / looks.length) * 100,
    },
  ];
}

function skews(errors: readonly number[], random: () => number): number[] {
  const any = (): number => errors[Math.floor(random() * errors.length)] ?? Number.NaN;
  return Array.from({ length: PAIRS }, () => Math.abs(any() - any()));
}

/** One phone from joining to the last look. All times are true ones; what the phone sees runs through its crystal. */
function phoneThatLooks(random: () => number): Look[] {
  const [up, down] = [wayThrough(BAD_300_MS, random), wayThrough(BAD_300_MS, random)];
  const rate = 1 + (random() * 2 - 1) * CRYSTAL;
  const begun = random() * 1e9;
  const own = (truth: number): number => begun + truth * rate;
  const clock = makeClock();
  const answers = exchanges(clock.delay, up, down, random);
  return LOOKS.map(({ after }) => {
    while ((answers[0]?.back ?? Number.POSITIVE_INFINITY) <= after) {
      const answer = answers.shift();
      if (answer) clock.sample({ t0: own(answer.sent), t1: answer.came, t2: answer.left, t3: own(answer.back) });
    }
    const now = own(after);
    return { error: now + (clock.offset(now) ?? Number.NaN) - after, bound: clock.bound(now) ?? 0 };
  });
}

/** Every exchange until the last look, in the order in which the answers come in. */
function exchanges(delay: (k: number) => number, up: Way, down: Way, random: () => number) {
  const last = Math.max(...LOOKS.map(({ after }) => after));
  const all: { sent: number; came: number; left: number; back: number }[] = [];
  let sent = 0;
  for (let k = 0; ; k++) {
    sent += delay(k) * (1 + (random() * 2 - 1) * SPREAD);
    if (sent > last) break;
    const came = sent + up();
    const left = came + SERVER_THINKS_MS;
    all.push({ sent, came, left, back: left + down() });
  }
  return all.sort((one, other) => one.back - other.back);
}
