import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../support/real-server.ts';
import type { Contestant } from './contestants.ts';
import { openHall } from './phones.ts';
import type { Decision } from './watched-process.ts';

export interface Floor extends Contestant {
  readonly kind: 'C' | 'Node net';
  stop(): void;
}

/** The least that a broadcast can cost on this machine: in C where there is a compiler, else Node's bare sockets. */
export async function startFloor(text: string, phones: number, log: (line: string) => void): Promise<Floor> {
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-floor-'));
  const binary = join(folder, 'floor');
  const source = join(import.meta.dirname, 'floor.c');
  const compiled = spawnSync('cc', ['-O2', '-o', binary, source], { encoding: 'utf8' });
  const kind = compiled.status === 0 ? 'C' : 'Node net';
  if (kind !== 'C') {
    log(
      '!!! NO C COMPILER: the floor is Node net, 1.2 to 1.4 times as dear as C. The ratios below look BETTER than they are.',
    );
  }
  const port = await freePort();
  const [command, words] =
    kind === 'C'
      ? [binary, [String(port)]]
      : [process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'floor-in-node.ts'), String(port)]];
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = linesOf(child);
  await lines.next();
  const hall = openHall();
  await hall.anonymous(port, phones);
  return {
    name: 'floor',
    kind,
    hall,
    snapshot: false,
    async change() {
      child.stdin.write(`B ${text}\n`);
      const answer = JSON.parse(await lines.next()) as Decision & { failed: number };
      if (answer.failed > 0) throw new Error(`The floor failed to write to ${answer.failed} phones.`);
      return { ...answer, pressedAt: null };
    },
    settle: async () => {},
    stop() {
      hall.leave();
      child.stdin.end();
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The child's lines, one at a time. */
function linesOf(child: ChildProcess): { next(): Promise<string> } {
  if (!child.stdout) throw new Error('The floor has no output.');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async next() {
      const { value, done } = await lines.next();
      if (done) throw new Error('The floor ended.');
      return String(value);
    },
  };
}
