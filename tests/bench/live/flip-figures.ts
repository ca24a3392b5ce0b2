import { badRelay, type Relay } from './bad-relay.ts';
import type { Figure } from './figures.ts';
import { type FlipPhone, flipPhone } from './flip-phone.ts';
import { enterThroughLinks } from './link-door.ts';
import { type Product, startProduct } from './product-contestant.ts';
import { pause, quantile, seeded } from './statistics.ts';

const PHONES = 100;
const TOGETHER_MS = 100;
const OUTAGE_MS = 3_000;
/** Clocks settle: the opening burst and some of the exchanges that follow. */
const SETTLE_MS = 10_000;
/** The lead, and whoever is late. */
const AFTER_PRESS_MS = 6_500;
const BETWEEN_MS = 1_500;

/** After the press the outage begins so late; null for none. The third covers the flip itself, the last the news of it. */
const CHANGES = [null, null, 1_000, null, null] as const;
const WORST = 0;

interface Seen {
  readonly together: number;
  readonly of: number;
  readonly spread: number;
  readonly heardP99: number;
}

/** A round changes on a hundred phones behind a bad network: do they flip together? In real time, with the real server. */
export async function flipFigures(seed: number): Promise<{ figures: Figure[]; lost: number }> {
  const random = seeded(seed);
  const product = await startProduct(PHONES);
  const relay = await badRelay(product.port, random);
  try {
    const doors = await enterThroughLinks(product.port, product.evening.students);
    const phones = doors.map((door) => flipPhone({ ...door, port: relay.port }, random));
    await pause(SETTLE_MS);
    const seen: Seen[] = [];
    for (const outage of CHANGES) seen.push(await change(product, relay, phones, outage));
    const worst = await change(product, relay, phones, WORST);
    const lost = phones.filter((phone) => !phone.connected()).length;
    for (const phone of phones) phone.close();
    return { figures: asFigures(seen, worst), lost };
  } finally {
    relay.close();
    await product.stop();
  }
}

async function change(
  product: Product,
  relay: Relay,
  phones: readonly FlipPhone[],
  outage: number | null,
): Promise<Seen> {
  await product.settle();
  await pause(BETWEEN_MS);
  if (outage !== null) setTimeout(() => relay.outage(OUTAGE_MS), outage);
  const { pressedAt } = await product.change();
  await pause(AFTER_PRESS_MS);
  const version = product.version();
  const known = (at: number | undefined): at is number => at !== undefined;
  const flips = phones
    .map((phone) => phone.flippedAt(version))
    .filter(known)
    .sort((one, other) => one - other);
  const heard = phones.map((phone) => phone.heardAt(version)).filter(known);
  return {
    together: mostWithin(flips, TOGETHER_MS),
    of: phones.length,
    spread: (flips.at(-1) ?? 0) - (flips[0] ?? 0),
    heardP99: quantile(heard, 0.99) - (pressedAt ?? 0),
  };
}

/** The most flips that lie within `width` of each other. */
function mostWithin(sorted: readonly number[], width: number): number {
  let most = 0;
  for (let from = 0, to = 0; to < sorted.length; to++) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) > width) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

function asFigures(seen: readonly Seen[], worst: Seen): Figure[] {
  const sum = (of: (one: Seen) => number): number => seen.reduce((all, one) => all + of(one), 0);
  const share = (sum(({ together }) => together) / sum(({ of }) => of)) * 100;
  const explained = (name: string, unit: Figure['unit'], value: number): Figure => ({
    name,
    unit,
    value,
    goal: null,
    product: value,
  });
  return [
    {
      name: `flips within ${TOGETHER_MS} ms of each other, %, ${PHONES} phones, 300 ms, 5 % loss, a 3 s outage`,
      unit: '%',
      value: share,
      goal: { atLeast: 99 },
      product: share,
    },
    explained(
      'the same: ms between the first flip and the last, worst change',
      'ms',
      Math.max(...seen.map(({ spread }) => spread)),
    ),
    explained(
      'the same: press of Next to p99 receipt, ms, worst change',
      'ms',
      Math.max(...seen.map(({ heardP99 }) => heardP99)),
    ),
    explained('flips together, %, when the outage begins with the press', '%', (worst.together / worst.of) * 100),
  ];
}
