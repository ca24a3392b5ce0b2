import { alternate, type BroadcastRow, roundsFor } from './broadcasts.ts';
import type { Name, Restartable } from './contestants.ts';
import type { Figure } from './figures.ts';
import { type Floor, startFloor } from './floor-contestant.ts';
import type { Part } from './options.ts';
import { startPlain } from './plain-contestant.ts';
import { type Product, startProduct } from './product-contestant.ts';
import { pause, seeded } from './statistics.ts';
import { type StormRow, storms } from './storms.ts';
import type { Usage } from './watched-process.ts';

/** What is to be reached (issue “The night that cannot be lost”); between two sizes the goal of the smaller one holds. */
const P99_GOALS = [
  { from: 10_000, atMost: 1.4 },
  { from: 1_000, atMost: 1.6 },
] as const;
const CPU_GOAL = { from: 10_000, atMost: 1.5 } as const;
const PRESS_GOAL = { upTo: 1_000, atMost: 1.3 } as const;
const KB_GOAL = 25;
const STORM_GOAL = 1.5;
const STORM_SIZES = [1_000, 5_000] as const;
const REST_MS = 1_500;
const WARM_UP_PHONES = 25;

export interface Measured {
  readonly figures: readonly Figure[];
  readonly lost: number;
  readonly floorKind: Floor['kind'];
}

interface Hall3 {
  readonly product: Product;
  readonly plain: Restartable;
  readonly floor: Floor;
}

/** Everything that needs servers and a hall of phones: all three are up all the time. */
export async function wireFigures(
  phones: number,
  parts: readonly Part[],
  seed: number,
  log: (line: string) => void,
): Promise<Measured> {
  log(`making an evening of ${phones} people and opening their links …`);
  const product = await startProduct(phones);
  const texts = await product.texts();
  const plain = await startPlain(texts, phones);
  const floor = await startFloor(texts.room, phones, log);
  const all = { product, plain, floor };
  try {
    await product.enterAll();
    const random = seeded(seed);
    const wire = parts.includes('wire') ? await broadcastFigures(all, phones, random, log) : NOTHING;
    const storm = parts.includes('storm') ? await stormFigures(all, phones, random, log) : NOTHING;
    return {
      figures: [...wire.figures, ...storm.figures],
      lost: wire.lost + storm.lost,
      floorKind: floor.kind,
    };
  } finally {
    await product.stop();
    await plain.stop();
    floor.stop();
  }
}

interface Found {
  readonly figures: readonly Figure[];
  readonly lost: number;
}
const NOTHING: Found = { figures: [], lost: 0 };

async function broadcastFigures(all: Hall3, phones: number, random: () => number, log: Log): Promise<Found> {
  const levels = phones >= 5_000 ? [1_000, phones] : [phones];
  const figures: Figure[] = [];
  let lost = 0;
  const before = { product: await fresh(all.product), plain: await fresh(all.plain) };
  for (const level of levels) {
    log(`${level} phones on each of three servers …`);
    for (const one of Object.values(all)) lost += await one.hall.fill(level, one.snapshot);
    await pause(REST_MS);
    const after = { product: await all.product.usage(), plain: await all.plain.usage() };
    const kb = (name: 'product' | 'plain'): number => (after[name].rss - before[name].rss) / level / 1_024;
    figures.push(memoryFigure(level, kb('product'), kb('plain')));
    const rows = await alternate(Object.values(all), roundsFor(level), random);
    figures.push(...rowFigures(level, rows));
    lost += rows.product.lost + rows.plain.lost + rows.floor.lost;
  }
  return { figures, lost };
}

type Log = (line: string) => void;

/**
 * What a server weighs that was just started and has seen a few phones: opening ten thousand links leaves room in the heap
 * that would hide what the phones themselves take.
 */
async function fresh(server: Restartable): Promise<Usage> {
  await server.kill9();
  await server.startAgain();
  await server.hall.fill(WARM_UP_PHONES, true);
  await server.hall.fill(0, true);
  await pause(REST_MS);
  return server.usage();
}

const memoryFigure = (level: number, product: number, plain: number): Figure => ({
  name: `server memory per connected phone, KB, at ${level}`,
  unit: 'KB',
  value: product,
  goal: { atMost: KB_GOAL },
  product,
  plain,
  ratio: product / plain,
});

function rowFigures(level: number, rows: Readonly<Record<Name, BroadcastRow>>): Figure[] {
  const { product, plain, floor } = rows;
  const p99Goal = P99_GOALS.find(({ from }) => level >= from);
  const against = (name: string, of: (row: BroadcastRow) => number, goal: Figure['goal']): Figure => {
    const ratio = of(product) / of(floor);
    return { name, unit: 'ratio', value: ratio, goal, product: of(product), floor: of(floor), plain: of(plain), ratio };
  };
  const press = (product.pressToP99 ?? Number.NaN) / (plain.pressToP99 ?? Number.NaN);
  return [
    against(
      `p99 receipt of a round change / C floor, at ${level}`,
      (row) => row.p99,
      p99Goal ? { atMost: p99Goal.atMost } : null,
    ),
    against(`p50 receipt of a round change / C floor, at ${level}`, (row) => row.p50, null),
    against(
      `server CPU ms per broadcast / C floor, at ${level}`,
      (row) => row.cpuPerBroadcast,
      level >= CPU_GOAL.from ? { atMost: CPU_GOAL.atMost } : null,
    ),
    {
      name: `press of Next to p99 receipt / plain Fastify, at ${level}`,
      unit: 'ratio',
      value: press,
      goal: level <= PRESS_GOAL.upTo ? { atMost: PRESS_GOAL.atMost } : null,
      ...(product.pressToP99 === null ? {} : { product: product.pressToP99 }),
      ...(plain.pressToP99 === null ? {} : { plain: plain.pressToP99 }),
      ratio: press,
    },
  ];
}

async function stormFigures(all: Hall3, phones: number, random: () => number, log: Log): Promise<Found> {
  const sizes = STORM_SIZES.filter((size) => size <= phones);
  const figures: Figure[] = [];
  let lost = 0;
  await all.floor.hall.fill(0, false);
  for (const size of sizes.length > 0 ? sizes : [phones]) {
    log(`kill -9 and restart with ${size} phones …`);
    const rows = await storms([all.product, all.plain], size, size > 1_000 ? 3 : 4, random);
    const [product, plain] = [rows.get(all.product), rows.get(all.plain)];
    if (!product || !plain) throw new Error('A storm went unmeasured.');
    lost += product.lost + plain.lost;
    const back = (1 - product.lost / size) * 100;
    const pair = (name: string, unit: Figure['unit'], of: (row: StormRow) => number, goal: Figure['goal']) => {
      const ratio = of(product) / of(plain);
      return { name, unit, value: ratio, goal, product: of(product), plain: of(plain), ratio };
    };
    figures.push(
      {
        name: `kill -9, restart: phones back with a snapshot, %, of ${size}`,
        unit: '%',
        value: back,
        goal: { atLeast: 100 },
        product: back,
      },
      pair(`kill -9, restart: server CPU µs per phone / plain Fastify, at ${size}`, 'ratio', (row) => row.cpuPerPhone, {
        atMost: STORM_GOAL,
      }),
      pair(`the same, with the start of the server, at ${size}`, 'ratio', (row) => row.cpuPerPhoneWithStart, null),
      pair(`kill -9, restart: ms from listening to all back, at ${size}`, 'ratio', (row) => row.allBack, null),
    );
  }
  return { figures, lost };
}
