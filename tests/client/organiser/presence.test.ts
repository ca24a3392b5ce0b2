import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import { expect, it } from 'vitest';
import type { ApiAnswer } from '../../../client/src/kit/api.ts';
import { verdictBefore } from '../../../client/src/organiser/live/check-in-result.ts';
import { createPresenceQueue } from '../../../client/src/organiser/people/presence-queue.ts';
import { NINETEEN, person } from './builders.ts';

const aisha = person('Aisha Karim');
const SILENCE: ApiAnswer<PresenceAnswer> = { ok: false, refusal: { code: 'no-answer' } };
const IN: ApiAnswer<PresenceAnswer> = {
  ok: true,
  value: { attendee: { ...aisha, checkedInAt: NINETEEN }, firstTable: null },
};

function desk() {
  const sent: { who: AttendeeId; here: boolean; answer: (answer: ApiAnswer<PresenceAnswer>) => void }[] = [];
  const later: (() => void)[] = [];
  const queue = createPresenceQueue({
    send: (who, here) => new Promise((answer) => sent.push({ who, here, answer })),
    later: (_, run) => later.push(run),
  });
  const told: string[] = [];
  const note = (answer: ApiAnswer<PresenceAnswer> | null): void => {
    told.push(answer === null ? 'kept' : answer.ok ? 'ok' : answer.refusal.code);
  };
  return { queue, sent, later, told, note };
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

it('shows a check-in at once and forgets it when the server answers', async () => {
  const { queue, sent, told, note } = desk();
  queue.say(aisha.id, true, note);
  expect(queue.pending.value.get(aisha.id)).toBe(true);
  sent[0]?.answer(IN);
  await settled();
  expect(told).toEqual(['ok']);
  expect(queue.pending.value.size).toBe(0);
});

it('keeps a check-in through silence and sends it again', async () => {
  const { queue, sent, later, told, note } = desk();
  queue.say(aisha.id, true, note);
  sent[0]?.answer(SILENCE);
  await settled();
  expect(told).toEqual(['kept']);
  expect(queue.pending.value.get(aisha.id)).toBe(true);
  later[0]?.();
  sent[1]?.answer(IN);
  await settled();
  expect(told).toEqual(['kept', 'ok']);
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

it('knows the verdict before asking: already in, on the waitlist, or simply in', () => {
  expect(verdictBefore(aisha, false)).toBeNull();
  expect(verdictBefore({ ...aisha, checkedInAt: NINETEEN }, true)).toMatchObject({ kind: 'already', at: NINETEEN });
  expect(verdictBefore({ ...aisha, standing: 'waiting' }, false)).toMatchObject({
    kind: 'not-expected',
    standing: 'waiting',
  });
});
