import type { PersonCommand } from '@lapwing/shared/live/state';
import { WITHOUT } from '../controls.ts';
import { audit } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { Relay } from '../machinery/relay.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';

const PARALLEL = 10;
const PATIENCE_MS = 1_500;

interface Ways {
  readonly [name: string]: (night: Night, command: PersonCommand, relay: Relay) => Promise<string[]>;
}

interface Sent {
  readonly status: number;
  readonly v: number;
  readonly code: string;
}

async function send(night: Night, body: object, patienceMs?: number): Promise<Sent> {
  const answer = await night.ada.call('POST', `/api/events/${night.eventId}/live`, body, patienceMs);
  const said = answer?.body as { room?: { v: number }; error?: { code: string } } | undefined;
  return { status: answer?.status ?? 0, v: said?.room?.v ?? 0, code: said?.error?.code ?? '' };
}

const differs = (what: string, first: Sent, others: readonly Sent[]): string[] =>
  others
    .filter(({ status, v }) => status !== first.status || v !== first.v)
    .map(({ status, v, code }) => `${what}: first ${first.status} v${first.v}, then ${status} v${v} ${code}`);

/** The ways in which one press reaches the server more than once. Each answers what went wrong. */
const WAYS: Ways = {
  async 'twice in a row'(night, command) {
    const body = bodyOf(night, command);
    return differs('twice in a row', await send(night, body), [await send(night, body)]);
  },
  async 'ten at once'(night, command) {
    const body = bodyOf(night, command);
    const [first, ...others] = await Promise.all(Array.from({ length: PARALLEL }, () => send(night, body)));
    return first ? differs('ten at once', first, others) : ['no answer'];
  },
  async 'a double click: two keys on one version'(night, command) {
    const bodies = [bodyOf(night, command), bodyOf(night, command)];
    const both = await Promise.all(bodies.map((body) => send(night, body)));
    const done = both.filter(({ status }) => status === 200).length;
    if (done !== 1) night.record.presses.at(-1);
    for (const [n, { status }] of both.entries()) remember(night, bodies[n], status === 200 ? 'done' : 'refused');
    return done === 1 ? [] : [`a double click was done ${done} times`];
  },
  async 'again after an answer that never came'(night, command, relay) {
    const body = bodyOf(night, command);
    night.ada.through(relay.port);
    relay.deaf = true;
    const lost = await send(night, body, PATIENCE_MS);
    relay.deaf = false;
    relay.breakLines();
    const again = await send(night, body);
    night.ada.through(night.port);
    const wrong = lost.status === 0 ? [] : [`an answer came through a deaf line: ${lost.status}`];
    return again.status === 200 ? wrong : [...wrong, `sent again it was answered ${again.status} ${again.code}`];
  },
  async 'one key for two different presses'(night, command) {
    const body = bodyOf(night, command);
    const first = await send(night, body);
    const other = await send(night, { ...body, command: { kind: 'finish' } });
    const wrong =
      other.status === 422 && other.code === 'key-reused' ? [] : [`another body: ${other.status} ${other.code}`];
    return first.status === 200 ? wrong : [...wrong, `the first was answered ${first.status}`];
  },
  async 'again after the server was killed'(night, command) {
    const body = bodyOf(night, command);
    const first = await send(night, body);
    await night.server.kill9();
    await night.server.start();
    return differs('after a kill', first, [await send(night, body)]);
  },
};

interface Body {
  readonly key: string;
  readonly expectedVersion: number;
  readonly command: PersonCommand;
}

function bodyOf(night: Night, command: PersonCommand): Body {
  return { key: night.ada.newKey(), expectedVersion: night.ada.room?.v ?? 0, command };
}

function remember(night: Night, body: Body | undefined, outcome: 'done' | 'refused'): void {
  if (body) night.record.presses.push({ ...body, by: 'Ada', outcome, wasUnknown: false, code: '', version: 0 });
}

async function doubles(tools: Tools, rounds: number, dist?: string): Promise<Finding> {
  const night = await openNight({ organisers: 1, ...(dist === undefined ? {} : { dist }) });
  const relay = await Relay.open(night.port, tools.random);
  const faults: string[] = [];
  const kept = night.record.presses.length;
  let keys = 0;
  let effects = 0;
  try {
    const names = Object.keys(WAYS);
    for (let round = 0; round < rounds; round++) {
      const way = WAYS[names[round % names.length] ?? ''];
      // Of the two that undo each other, whichever is possible now.
      const before = await night.look();
      const command = { kind: before.moment.phase.kind === 'paused' ? 'resume' : 'pause' } as const;
      faults.push(...((await way?.(night, command, relay)) ?? []));
      keys += 1;
      effects += (await night.look()).v - before.v;
    }
    if (effects !== keys) faults.push(`${keys} presses had ${effects} effects`);
    const { damage } = audit(night.dataDir, night.eventId, night.record);
    faults.push(...told('damages', damage));
    const figures = { presses: keys, effects, ways: names.length, kept, doubled: Math.max(0, effects - keys) };
    return { figures, faults };
  } finally {
    await relay.close();
    await night.close();
  }
}

export const doubleCommand: Trial = {
  id: 'T12',
  title: 'one press reaches the server again and again: twice, ten at once, after a lost answer, after a crash',
  short: true,
  run: (tools) => doubles(tools, tools.short ? 24 : 120),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.keys]);
    return { what: 'idempotency keys are not looked up', found: await doubles(tools, 6, dist) };
  },
};
