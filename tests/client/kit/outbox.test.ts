// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionStatus } from '../../../client/src/kit/connection.ts';
import { createOutbox, type Outbox } from '../../../client/src/kit/outbox.ts';

const status = signal<ConnectionStatus>('live');
let outbox: Outbox;
let answers: (() => Promise<Response>)[];
let asked: string[];
const done = async () => new Response(null, { status: 204 });
const dead = () => Promise.reject(new TypeError('failed'));
const refusedWith = (code: string) => async () => Response.json({ error: { code } }, { status: 409 });

const open = (more: Partial<Parameters<typeof createOutbox>[0]> = {}) => createOutbox({ key: 'box', status, ...more });

beforeEach(() => {
  vi.useFakeTimers();
  status.value = 'live';
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
    asked.push(`${path} ${body}`);
    return (answers.shift() ?? done)();
  });
});
afterEach(() => {
  outbox.stop();
  localStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('outbox', () => {
  it('sends in the order in which things were said, one after the other', async () => {
    outbox = open();
    outbox.post({ path: '/a', body: 1 });
    outbox.post({ path: '/b', body: 2 });
    expect(asked).toEqual(['/a 1']);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['/a 1', '/b 2']);
    expect(outbox.waiting.value).toEqual([]);
  });

  it('asks again when nobody knows whether it was heard', async () => {
    answers = [dead, refusedWith('storage-failed')];
    outbox = open();
    outbox.post({ path: '/a', body: 1 });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(outbox.waiting.value.length).toBe(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked.length).toBe(3);
    expect(outbox.waiting.value).toEqual([]);
  });

  it('asks at once when the server answers again', async () => {
    answers = [dead];
    status.value = 'offline';
    outbox = open();
    outbox.post({ path: '/a', body: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    status.value = 'live';
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.waiting.value).toEqual([]);
  });

  it('says only the newest word for a path, also when the older one is under way', async () => {
    outbox = open();
    outbox.post({ path: '/a', body: 1 });
    outbox.post({ path: '/a', body: 2 });
    outbox.post({ path: '/a', body: 3 });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['/a 1', '/a 3']);
    expect(outbox.waiting.value).toEqual([]);
  });

  it('keeps what waits over a closed tab', async () => {
    answers = [dead];
    outbox = open();
    outbox.post({ path: '/a', body: 1 });
    await vi.advanceTimersByTimeAsync(0);
    outbox.stop();
    outbox = open();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['/a 1', '/a 1']);
  });

  it('gives up what is refused and says so, and what is stale without a word', async () => {
    const refused: string[] = [];
    answers = [refusedWith('not-now')];
    outbox = open({ onRefused: ({ path }) => refused.push(path), isStale: ({ path }) => path === '/old' });
    outbox.post({ path: '/a', body: 1 });
    outbox.post({ path: '/old', body: 2 });
    await vi.advanceTimersByTimeAsync(0);
    expect(refused).toEqual(['/a']);
    expect(asked).toEqual(['/a 1']);
    expect(outbox.waiting.value).toEqual([]);
  });
});
