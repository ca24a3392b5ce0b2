// @vitest-environment happy-dom
import { instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import { PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { momentWith, studentCard, withRound } from '../../../client/src/gallery/fixtures.ts';
import { createLiveModel, type LiveModel } from '../../../client/src/kit/live-model.ts';
import { forgetEvening, keepEvening, minutesSilent, readEvening } from '../../../client/src/phone/kept-evening.ts';
import { FakeSocket } from '../fake-socket.ts';

const ME = '/me/k3v9xq';
const AHEAD = 2_000_000;
const talking: Phase = { kind: 'talking', round: 1, startsAt: instant(AHEAD), endsAt: instant(AHEAD + 600_000) };
const room: RoomFrame = {
  ...{ t: 'room', protocol: PROTOCOL_VERSION, epoch: 'one', v: 1 },
  moment: momentWith(talking, 1),
};

let model: LiveModel;
let stop: () => void;
beforeEach(() => {
  FakeSocket.install();
  model = createLiveModel(`${ME}/live`, 15_000, { room, card: studentCard() });
  stop = keepEvening(model, ME);
});
afterEach(() => {
  stop();
  model.close();
  localStorage.clear();
  FakeSocket.remove();
});

async function hears(): Promise<void> {
  FakeSocket.last.opens();
  FakeSocket.last.answers(AHEAD);
  await vi.advanceTimersByTimeAsync(200);
}

describe('the evening on the phone', () => {
  it('is kept once the server is heard, whole, with first names alone', async () => {
    expect(readEvening(ME)).toBeNull();
    await hears();
    const kept = readEvening(ME);
    expect(kept?.card.name).toBe('Aisha');
    expect(kept?.card.rounds.map(({ meets }) => meets[0]?.name)).toEqual([
      'Grace',
      'Samuel',
      'Priya',
      'Tom',
      'Ines',
      'Hal',
    ]);
    expect(kept?.card.rounds[2]?.meets[0]?.line).toBe('Product manager, Northlamp');
    expect(kept?.card.tables).toHaveLength(12);
    const seen = kept?.card.rounds.flatMap(({ meets }) => meets.map(({ id: _, ...rest }) => rest));
    expect(JSON.stringify(seen)).not.toMatch(/Lindqvist|Raman|Okafor/u);
    expect(kept?.room).toEqual(room);
    // how far the server is ahead of the wall clock, so that a page that opens alone knows the time
    expect(kept?.ahead).toBeCloseTo(AHEAD - (Date.now() - performance.now()), -2);
  });

  it('follows what changes, and says now and then that the server is still heard', async () => {
    await hears();
    model.take(studentCard({ rounds: withRound(2, { table: 7 }) }));
    expect(readEvening(ME)?.card.rounds[1]?.table).toBe(7);
    const at = readEvening(ME)?.at ?? 0;
    for (let second = 0; second < 70; second++) {
      await vi.advanceTimersByTimeAsync(1_000);
      FakeSocket.last.answers(AHEAD);
    }
    expect((readEvening(ME)?.at ?? 0) - at).toBeGreaterThan(59_000);
  });

  it('counts the minutes of silence over a page that was closed', () => {
    expect(minutesSilent(0, instant(1_000_000), instant(1_000_000 + 14.5 * 60_000))).toBe(14);
    expect(minutesSilent(0, instant(1_000_000), instant(900_000))).toBe(0);
  });
});

describe('when the link ends', () => {
  const letters = [
    { path: `${ME}/notes/GraceLindqvist`, body: { text: 'Ask again' } },
    { path: `${ME}/picks/GraceLindqvist`, body: { star: true } },
    { path: `${ME}/calls/late`, body: { calling: true } },
  ];
  const keep = async (): Promise<void> => {
    await hears();
    for (const name of ['seats', 'calls', 'notes', 'device', 'conduct', 'also', 'picks', 'introductions', 'picked'])
      localStorage.setItem(`${name} ${ME}`, '{"a":1}');
    localStorage.setItem(`outbox ${ME}`, JSON.stringify(letters));
    localStorage.setItem('notes /me/other', '{"b":1}');
    stop();
  };
  const left = () => Object.keys(localStorage).filter((key) => key.includes(ME));

  it.each([null, 'notTheirs', 'ended'] as const)(
    'nothing stays on the phone (%s), and nothing of others goes',
    async (why) => {
      await keep();
      forgetEvening(ME, why);
      expect(left()).toEqual([]);
      expect(localStorage.getItem('notes /me/other')).not.toBeNull();
    },
  );

  it.each(['renewed', 'elsewhere'] as const)(
    'only notes and choices that were never sent wait for their writer (%s)',
    async (why) => {
      await keep();
      forgetEvening(ME, why);
      expect(left()).toEqual([`outbox ${ME}`]);
      expect(JSON.parse(localStorage.getItem(`outbox ${ME}`) ?? '')).toEqual(letters.slice(0, 2));
    },
  );
});
