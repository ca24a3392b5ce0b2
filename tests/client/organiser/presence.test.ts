import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { eventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import { afterEach, expect, it } from 'vitest';
import type { ApiAnswer } from '../../../client/src/kit/api.ts';
import { verdictBefore } from '../../../client/src/organiser/check-in/check-in-result.ts';
import { keptWords, type WalkIn } from '../../../client/src/organiser/check-in/kept-words.ts';
import { createPresenceQueue } from '../../../client/src/organiser/check-in/presence-queue.ts';
import { at, NINETEEN, person } from './builders.ts';

afterEach(() => localStorage.clear());

const aisha = person('Aisha Karim');
const SILENCE: ApiAnswer<never> = { ok: false, refusal: { code: 'no-answer' } };
const SIGNED_OUT: ApiAnswer<never> = { ok: false, refusal: { code: 'not-signed-in' } };
const GONE: ApiAnswer<never> = { ok: false, refusal: { code: 'not-found' } };
const IN: ApiAnswer<PresenceAnswer> = {
  ok: true,
  value: { attendee: { ...aisha, checkedInAt: NINETEEN }, firstTable: null },
};
const EVENT = eventId('e1');

interface Sent {
  readonly who: AttendeeId;
  readonly here: boolean;
  readonly at: Instant | null;
  answer(answer: ApiAnswer<PresenceAnswer>): void;
}

/** A page of the desk; another one on the same device is a reload of it. */
function desk(now: Instant = at(-20)) {
  const sent: Sent[] = [];
  const added: { who: AttendeeId; walkIn: WalkIn; answer: (answer: ApiAnswer<typeof aisha>) => void }[] = [];
  const later: (() => void)[] = [];
  const heard: PresenceAnswer[] = [];
  const queue = createPresenceQueue({
    send: (who, here, said) => new Promise((answer) => sent.push({ who, here, at: said, answer })),
    add: (who, walkIn) => new Promise((answer) => added.push({ who, walkIn, answer })),
    later: (_, run) => later.push(run),
    now: () => now,
    kept: keptWords(EVENT),
    heard: (answer) => heard.push(answer),
  });
  const told: string[] = [];
  const note = (answer: ApiAnswer<PresenceAnswer> | null): void => {
    told.push(answer === null ? 'kept' : answer.ok ? 'ok' : answer.refusal.code);
  };
  return { queue, sent, added, later, heard, told, note };
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

it('shows a check-in at once and forgets it when the server answers', async () => {
  const { queue, sent, told, heard, note } = desk();
  queue.say(aisha.id, true, note);
  expect(queue.pending.value.get(aisha.id)).toBe(true);
  expect(sent[0]?.at, 'said just now').toBeNull();
  sent[0]?.answer(IN);
  await settled();
  expect(told).toEqual(['ok']);
  expect(heard).toHaveLength(1);
  expect(queue.pending.value.size).toBe(0);
});

it('keeps a check-in through silence and sends it again with the time at which it was said', async () => {
  const { queue, sent, later, told, note } = desk(at(-20));
  queue.say(aisha.id, true, note);
  sent[0]?.answer(SILENCE);
  await settled();
  expect(told).toEqual(['kept']);
  expect(queue.pending.value.get(aisha.id)).toBe(true);
  later[0]?.();
  expect(sent[1]).toMatchObject({ here: true, at: at(-20) });
  sent[1]?.answer(IN);
  await settled();
  expect(told).toEqual(['kept', 'ok']);
  expect(queue.pending.value.size).toBe(0);
});

it('keeps it also while the desk is signed out, and drops it when the person is gone', async () => {
  const { queue, sent, later, told, note } = desk();
  queue.say(aisha.id, true, note);
  sent[0]?.answer(SIGNED_OUT);
  await settled();
  later[0]?.();
  sent[1]?.answer(GONE);
  await settled();
  expect(told).toEqual(['kept', 'not-found']);
  expect(queue.pending.value.size).toBe(0);
});

it('a newer word about the same person replaces the one on its way', async () => {
  const { queue, sent, later, told, note } = desk();
  queue.say(aisha.id, true, note);
  queue.say(aisha.id, false, note);
  sent[0]?.answer(SILENCE);
  await settled();
  later[0]?.();
  expect(queue.pending.value.get(aisha.id)).toBe(false);
  expect(sent.map(({ here }) => here)).toEqual([true, false]);
  sent[1]?.answer(IN);
  await settled();
  expect(told).toEqual(['ok']);
});

it('does not send an old word again once there is a newer one', async () => {
  const { queue, sent, later, note } = desk();
  queue.say(aisha.id, true, note);
  sent[0]?.answer(SILENCE);
  await settled();
  queue.say(aisha.id, false, note);
  later[0]?.();
  await settled();
  expect(sent.map(({ here }) => here)).toEqual([true, false]);
});

it('survives a reload: says how many wait, sends them by itself, and another event does not see them', async () => {
  const before = desk(at(-20));
  before.queue.say(aisha.id, true, before.note);
  before.sent[0]?.answer(SILENCE);
  await settled();
  expect(keptWords(eventId('e2')).all()).toEqual([]);
  const after = desk(at(5));
  expect([...after.queue.pending.value]).toEqual([[aisha.id, true]]);
  expect(after.sent[0]).toMatchObject({ who: aisha.id, here: true, at: at(-20) });
  after.sent[0]?.answer(IN);
  await settled();
  expect(after.heard[0]?.attendee.id).toBe(aisha.id);
  expect(desk().queue.pending.value.size).toBe(0);
});

it('a walk-in made offline is added under the same id before it is checked in, and is not added twice', async () => {
  const wanda = person('Wanda');
  const walkIn: WalkIn = { name: 'Wanda', role: 'student' };
  const { queue, sent, added, later, note } = desk();
  queue.sayNew(wanda.id, walkIn, note);
  added[0]?.answer(SILENCE);
  await settled();
  expect(sent).toEqual([]);
  queue.say(wanda.id, false, note);
  expect(added[1], 'taken back before the server knew her').toMatchObject({ who: wanda.id, walkIn });
  added[1]?.answer({ ok: true, value: wanda });
  await settled();
  expect(sent.map(({ who, here }) => [who, here])).toEqual([[wanda.id, false]]);
  later[0]?.();
  expect(added).toHaveLength(2);
});

it('knows the verdict before asking: already in, on the waitlist, or simply in', () => {
  expect(verdictBefore(aisha, false)).toBeNull();
  expect(verdictBefore({ ...aisha, checkedInAt: NINETEEN }, true)).toMatchObject({ kind: 'already', at: NINETEEN });
  expect(verdictBefore({ ...aisha, standing: 'waiting' }, false)).toMatchObject({
    kind: 'not-expected',
    standing: 'waiting',
  });
});
