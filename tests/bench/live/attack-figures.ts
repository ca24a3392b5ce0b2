import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { AttackOrder, AttackReport } from './attackers-process.ts';
import { measure } from './broadcasts.ts';
import type { Figure } from './figures.ts';
import { enterThroughLinks } from './link-door.ts';
import { startProduct } from './product-contestant.ts';
import { median, pause } from './statistics.ts';

const ROUNDS = 15;
const WARM_UP = 3;
const ATTACKERS = 10;
/** By then the attack is in full swing, or over. */
const TURN_MS = 1_500;
const GOAL = 1.2;

export interface AttackFigures {
  readonly figures: readonly Figure[];
  readonly lost: number;
}

/** Round changes in turns of peace and of attack, on one server: what everybody else hears of it. */
export async function attackFigures(phones: number, log: (line: string) => void): Promise<AttackFigures> {
  const product = await startProduct(phones + ATTACKERS);
  const attackers = fork(join(import.meta.dirname, 'attackers-process.ts'), [], { execArgv: ['--import', 'tsx'] });
  const order = (wanted: AttackOrder): Promise<AttackReport> =>
    new Promise((done) => {
      attackers.once('message', (report: AttackReport) => done(report));
      attackers.send(wanted);
    });
  try {
    log(`${phones} phones in peace and under attack …`);
    const { students } = product.evening;
    await product.hall.enter(product.port, students.slice(0, phones));
    const doors = await enterThroughLinks(product.port, students.slice(phones));
    let lost = await product.hall.fill(phones, true);
    const seen = { peace: [] as number[], attack: [] as number[] };
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const state of ['peace', 'attack'] as const) {
        await order({ on: state === 'attack', doors });
        await pause(TURN_MS);
        const row = await measure(product);
        if (round < 0) continue;
        seen[state].push(row.p99);
        lost += row.lost;
      }
      await product.hall.beat();
    }
    const { slow, cut, guesses } = await order({ on: false, doors });
    log(`attacked with ${slow} requests that never end, ${cut} sockets cut for what they sent, ${guesses} guesses`);
    if (slow === 0 || cut === 0 || guesses === 0) throw new Error('There was no attack.');
    const [attack, peace] = [median(seen.attack), median(seen.peace)];
    const name = `p99 receipt of a round change, ms: under attack / in peace, at ${phones}`;
    return {
      figures: [{ name, unit: 'ratio', value: attack / peace, goal: { atMost: GOAL }, product: attack, plain: peace }],
      lost,
    };
  } finally {
    attackers.kill();
    await product.stop();
  }
}
