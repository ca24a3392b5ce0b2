import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Door } from './light-socket.ts';
import { enterThroughLinks, type LinkHolder } from './link-door.ts';

/** What the hall can be asked to do. */
export type PhonesRequest = { readonly id: number } & (
  | { readonly verb: 'enter'; readonly doors: readonly Door[] }
  | { readonly verb: 'anonymous'; readonly port: number; readonly count: number }
  | { readonly verb: 'fill'; readonly count: number; readonly snapshot: boolean }
  | { readonly verb: 'beat' }
  | { readonly verb: 'arm' }
  | { readonly verb: 'receipts'; readonly deadlineMs: number }
  | { readonly verb: 'back'; readonly deadlineMs: number }
);

export interface PhonesAnswer {
  /** Phones that did not get what they waited for. */
  readonly missing: number;
  /** Instants of the machine's time, in ms. */
  readonly at?: readonly number[];
}

/** A hall of phones in a process of its own. */
export interface Hall {
  /** Opens everybody's personal link as a page does, and keeps the cookies. */
  enter(port: number, people: readonly LinkHolder[]): Promise<void>;
  /** Phones of a server that has no doors. */
  anonymous(port: number, count: number): Promise<void>;
  /** Connects or disconnects until `count` are there, each with its snapshot where the server sends one. */
  fill(count: number, snapshot: boolean): Promise<number>;
  /** One clock exchange of everybody. */
  beat(): Promise<number>;
  /** From now on the first room frame of each phone counts. */
  arm(): Promise<void>;
  /** Waits until everybody heard it. */
  receipts(): Promise<PhonesAnswer>;
  /** After a server was killed: waits until everybody is back with a snapshot. */
  back(): Promise<PhonesAnswer>;
  leave(): void;
}

const RECEIPTS_WITHIN_MS = 15_000;
const BACK_WITHIN_MS = 60_000;

type Wish = PhonesRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

export function openHall(): Hall {
  const child: ChildProcess = fork(join(import.meta.dirname, 'phones-process.ts'), [], {
    execArgv: ['--import', 'tsx'],
  });
  const waiting = new Map<number, { done: (answer: PhonesAnswer) => void; failed: (error: Error) => void }>();
  let asked = 0;
  child.on('message', (answer: PhonesAnswer & { id: number; error?: string }) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error === undefined) asker?.done(answer);
    else asker?.failed(new Error(answer.error));
  });
  child.on('exit', (code) => {
    for (const { failed } of waiting.values()) failed(new Error(`The phones’ process ended with ${code}.`));
    waiting.clear();
  });
  const ask = (wish: Wish): Promise<PhonesAnswer> =>
    new Promise((done, failed) => {
      asked += 1;
      waiting.set(asked, { done, failed });
      child.send({ ...wish, id: asked });
    });
  const all = async (wish: Wish): Promise<void> => {
    const { missing } = await ask(wish);
    if (missing > 0) throw new Error(`${wish.verb}: ${missing} phones were left out.`);
  };
  return {
    // not in the phones’ own process: what is left of ten thousand requests would slow down its reading
    enter: async (port, people) => all({ verb: 'enter', doors: await enterThroughLinks(port, people) }),
    anonymous: (port, count) => all({ verb: 'anonymous', port, count }),
    fill: async (count, snapshot) => (await ask({ verb: 'fill', count, snapshot })).missing,
    beat: async () => (await ask({ verb: 'beat' })).missing,
    arm: () => all({ verb: 'arm' }),
    receipts: () => ask({ verb: 'receipts', deadlineMs: RECEIPTS_WITHIN_MS }),
    back: () => ask({ verb: 'back', deadlineMs: BACK_WITHIN_MS }),
    leave: () => void child.kill(),
  };
}
