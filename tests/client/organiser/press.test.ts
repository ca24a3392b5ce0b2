import type { LiveAnswer, LiveRequest, StartOffer } from '@lapwing/shared/protocol/api';
import type { RoomFrame } from '@lapwing/shared/protocol/messages';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiAnswer } from '../../../client/src/kit/api.ts';
import {
  createPress,
  NEXT_REST_MS,
  NO_ANSWER_AFTER_MS,
  SLOW_AFTER_MS,
} from '../../../client/src/organiser/live/press.ts';
import { startEvening } from '../../../client/src/organiser/live/start-flow.ts';
import { moment } from './builders.ts';

const frame = (v: number): RoomFrame => ({ t: 'room', protocol: 1, epoch: 'e', v, moment: moment({ kind: 'doors' }) });
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

function room() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  let keys = 0;
  const sent: { request: LiveRequest; answer: (answer: ApiAnswer<LiveAnswer>) => void }[] = [];
  const taken: number[] = [];
  const press = createPress({
    send: (request) => new Promise((answer) => sent.push({ request, answer })),
    version: () => 7,
    take: ({ v }) => taken.push(v),
    key: () => `key-${++keys}`,
    later(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  });
  const pass = (ms: number): void => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
  };
  return { press, sent, taken, pass };
}

let here: ReturnType<typeof room>;
beforeEach(() => {
  here = room();
});

describe('a press', () => {
  it('goes out with its own key and the version on the screen; the answer’s room is taken', async () => {
    const done = here.press.press({ kind: 'pause' });
    expect(here.press.state.value).toMatchObject({ kind: 'busy', slow: false });
    expect(here.sent[0]?.request).toEqual({ key: 'key-1', expectedVersion: 7, command: { kind: 'pause' } });
    here.sent[0]?.answer({ ok: true, value: { room: frame(8) } });
    expect(await done).toBe('done');
    expect(here.taken).toEqual([8]);
    expect(here.press.state.value).toEqual({ kind: 'idle' });
  });

  it('is slow after 400 ms and unanswered after 3 s', () => {
    void here.press.press({ kind: 'pause' });
    here.pass(SLOW_AFTER_MS - 1);
    expect(here.press.state.value).toMatchObject({ kind: 'busy', slow: false });
    here.pass(1);
    expect(here.press.state.value).toMatchObject({ kind: 'busy', slow: true });
    here.pass(NO_ANSWER_AFTER_MS - SLOW_AFTER_MS);
    expect(here.press.state.value).toMatchObject({ kind: 'no-answer' });
  });

  it('tries again with the same key and version', async () => {
    void here.press.press({ kind: 'pause' });
    here.pass(NO_ANSWER_AFTER_MS);
    const again = here.press.retry();
    expect(here.sent[1]?.request).toEqual(here.sent[0]?.request);
    here.sent[1]?.answer({ ok: true, value: { room: frame(8) } });
    expect(await again).toBe('done');
    here.sent[0]?.answer({ ok: false, refusal: { code: 'no-answer' } });
    await settled();
    expect(here.press.state.value).toEqual({ kind: 'idle' });
  });

  it('a late answer still counts', async () => {
    void here.press.press({ kind: 'pause' });
    here.pass(NO_ANSWER_AFTER_MS);
    here.sent[0]?.answer({ ok: true, value: { room: frame(8) } });
    await settled();
    expect(here.press.state.value).toEqual({ kind: 'idle' });
  });

  it('a conflict takes the newest room and says so', async () => {
    const done = here.press.press({ kind: 'pause' });
    here.sent[0]?.answer({ ok: false, refusal: { code: 'version-conflict' }, room: frame(9) });
    expect(await done).toBe('version-conflict');
    expect(here.taken).toEqual([9]);
    expect(here.press.state.value).toMatchObject({ kind: 'refused', code: 'version-conflict' });
    here.press.dismiss();
    expect(here.press.state.value).toEqual({ kind: 'idle' });
  });

  it('is ignored while another is on its way', async () => {
    void here.press.press({ kind: 'pause' });
    expect(await here.press.press({ kind: 'addMinutes', minutes: 1 })).toBe('ignored');
    expect(here.sent).toHaveLength(1);
  });

  it.each(['next', 'resume'] as const)('the next step is deaf for 2 s after %s, other keys are not', async (kind) => {
    void here.press.press({ kind }, true);
    here.sent[0]?.answer({ ok: true, value: { room: frame(8) } });
    await settled();
    expect(await here.press.press({ kind: 'next' })).toBe('ignored');
    void here.press.press({ kind: 'pause' });
    here.sent[1]?.answer({ ok: true, value: { room: frame(9) } });
    await settled();
    here.pass(NEXT_REST_MS);
    void here.press.press({ kind: 'next' });
    expect(here.sent).toHaveLength(3);
  });

  it('the next step is awake after a resume by another key', async () => {
    void here.press.press({ kind: 'resume' });
    here.sent[0]?.answer({ ok: true, value: { room: frame(8) } });
    await settled();
    void here.press.press({ kind: 'next' });
    expect(here.sent).toHaveLength(2);
  });

  it('a start with an old plan wakes it, so that the start can ask again by itself', async () => {
    void here.press.press({ kind: 'start', planVersion: 1 });
    here.sent[0]?.answer({ ok: false, refusal: { code: 'plan-outdated' } });
    await settled();
    void here.press.press({ kind: 'start', planVersion: 2 });
    expect(here.sent).toHaveLength(2);
  });
});

describe('the start', () => {
  const offer = (planVersion: number): StartOffer => ({
    planVersion,
    kind: 'healed',
    basis: 'here',
    students: 4,
    mentors: 1,
    tables: 1,
    moved: [],
    closed: [],
  });
  it('uses the offer on the screen', async () => {
    const started: number[] = [];
    const outcome = await startEvening({
      offer: () => offer(3),
      fetchOffer: () => Promise.reject(new Error('not asked for')),
      start: async (version) => {
        started.push(version);
        return 'done';
      },
    });
    expect([outcome, started]).toEqual(['done', [3]]);
  });

  it('asks again once when people changed meanwhile', async () => {
    const started: number[] = [];
    const outcome = await startEvening({
      offer: () => offer(3),
      fetchOffer: async () => ({ ok: true, value: offer(4) }),
      start: async (version) => {
        started.push(version);
        return 'plan-outdated';
      },
    });
    expect([outcome, started]).toEqual(['plan-outdated', [3, 4]]);
  });

  it('says why there is no offer', async () => {
    const outcome = await startEvening({
      offer: () => null,
      fetchOffer: async () => ({ ok: false, refusal: { code: 'no-students' } }),
      start: async () => 'done',
    });
    expect(outcome).toBe('no-students');
  });
});
