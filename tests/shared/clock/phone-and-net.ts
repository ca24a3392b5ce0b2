import { type Clock, type Exchange, makeClock } from '@lapwing/shared/clock/offset';
import { type Random, seededRandom } from '@lapwing/shared/kernel/random';

/** One-way delays in ms, up and down, at true time `at`. */
export type Net = (random: Random, at: number) => readonly [up: number, down: number];

const share = (random: Random): number => random.below(1_000_000) / 1_000_000;
const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - share(random));

export const NETS = {
  wired: (random) => [1 + exponential(random, 2), 1 + exponential(random, 2)],
  wifi: (random) => [5 + exponential(random, 12), 5 + exponential(random, 12)],
  'bad 300 ms': (random) => {
    const way = () => 20 + exponential(random, 110) + (random.below(20) === 0 ? 200 + 400 * share(random) : 0);
    return [way(), way()];
  },
  'filling uplink': (random, at) => [10 + 140 * (1 + Math.sin(at / 3_200)) + exponential(random, 10), 10],
  lopsided: (random) => [150 + exponential(random, 10), 20 + exponential(random, 10)],
} satisfies Readonly<Record<string, Net>>;

export interface PhoneOptions {
  readonly seed: number;
  readonly net: Net;
  /** Share of answers that never come. */
  readonly lost?: number;
  /** The server takes up to so many ms between receipt and answer. */
  readonly busy?: number;
}

/** A simulated phone with a crystal of its own, off by up to 50 ppm; `look` is called every 100 ms of true time. */
export function runPhone(
  { seed, net, lost = 0, busy = 1 }: PhoneOptions,
  lasting: number,
  look: (at: number, clock: Clock, local: number) => void,
): void {
  const random = seededRandom(seed);
  const rate = 1 + (share(random) - 0.5) * 100e-6;
  const zero = random.below(1_000_000_000);
  const local = (at: number): number => zero + at * rate;
  const clock = makeClock();
  const answers: { arrives: number; exchange: Exchange }[] = [];
  for (let k = 0, at = 0; at < lasting; k++, at += clock.delay(k)) {
    const [up, down] = net(random, at);
    const held = busy * share(random);
    const arrives = at + up + held + down;
    if (share(random) < lost) continue;
    answers.push({ arrives, exchange: { t0: local(at), t1: at + up, t2: at + up + held, t3: local(arrives) } });
  }
  answers.sort((a, b) => a.arrives - b.arrives);
  for (let at = 0; at <= lasting; at += 100) {
    for (; answers[0] && answers[0].arrives <= at; answers.shift()) clock.sample(answers[0].exchange);
    look(at, clock, local(at));
  }
}
