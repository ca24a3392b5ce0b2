import type { LogEntry } from '@lapwing/shared/protocol/api';
import type { RoomFrame } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { makeEvening, type Size, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const MINUTE = 60_000;

/** A night that was brought to some point, and then the server goes away and comes back. */
async function nightUpTo(
  then: (t: TestApp, evening: TestEvening, ada: Caller) => Promise<unknown>,
  size: Size = {},
): Promise<{ t: TestApp; evening: TestEvening; ada: Caller; goneFor(ms: number): Promise<After> }> {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, size);
  await evening.start(ada);
  await then(t, evening, ada);
  return {
    t,
    evening,
    ada,
    async goneFor(ms) {
      const before = evening.version();
      await t.close();
      t.clock.jumpTo(t.clock.now() + ms);
      const again = await testApp({ dataDir: t.dataDir, clock: t.clock });
      const organiser = await again.organiser('Bo');
      const room = async (): Promise<RoomFrame> => (await organiser.get(evening.url)).json<{ room: RoomFrame }>().room;
      const undo = async (): Promise<number> => {
        const { v } = await room();
        const command = { kind: 'undo' };
        const key = `undo-after-restart-${v}`;
        return (await organiser.post(`${evening.url}/live`, { key, expectedVersion: v, command })).statusCode;
      };
      return { again, organiser, before, room, undo };
    },
  };
}

interface After {
  again: TestApp;
  organiser: Caller;
  before: number;
  room(): Promise<RoomFrame>;
  undo(): Promise<number>;
}

describe('a server that comes back', () => {
  it('in the middle of a round: the countdown is where it would have been', async () => {
    const night = await nightUpTo(async (t) => t.clock.advance(4 * MINUTE));
    const ends = night.evening.moment().phase;
    const { room, before } = await night.goneFor(90_000);
    expect(await room()).toMatchObject({ v: before, moment: { phase: ends } });
  });

  it('over the end of a round: the next one has begun, with nobody’s name in the log', async () => {
    const night = await nightUpTo(async (t) => t.clock.advance(9 * MINUTE));
    const { room, before, organiser } = await night.goneFor(4 * MINUTE);
    const { v, moment } = await room();
    expect(moment.phase).toMatchObject({ kind: 'talking', round: 2 });
    expect(v).toBe(before + 1);
    const log = (await organiser.get(`${night.evening.url}/log`)).json<LogEntry[]>();
    expect(log.map(({ by, command }) => `${by} ${command.kind}`)).toEqual([' timeUp', 'Ada start', 'Ada publish']);
  });

  it('in the 2.5 seconds before a start: round 1 begins at the announced instant', async () => {
    const night = await nightUpTo(async (t) => t.clock.advance(1_000));
    const { phase } = night.evening.moment();
    const { room, again } = await night.goneFor(500);
    expect((await room()).moment).toMatchObject({ phase, before: { kind: 'doors' } });
    again.clock.advance(10 * MINUTE + 1_000);
    expect((await room()).moment.phase).toMatchObject({ kind: 'moving', round: 2 });
  });

  it('in the break, paused, when time is up, and after the end: the night stands as it stood', async () => {
    const withBreak: Size = { settings: { breakAfterRound: 1 } };
    const hold: Size = { settings: { boundary: 'hold' } };
    const points: [Size, (t: TestApp, e: TestEvening, ada: Caller) => Promise<unknown>, string][] = [
      [withBreak, async (t) => t.clock.advance(12 * MINUTE), 'agenda'],
      [{}, async (_t, e, ada) => e.press(ada, { kind: 'pause' }), 'paused'],
      [hold, async (t) => t.clock.advance(12 * MINUTE), 'timeUp'],
      [{}, async (_t, e, ada) => e.press(ada, { kind: 'finish' }), 'finished'],
    ];
    for (const [size, then, kind] of points) {
      const night = await nightUpTo(then, size);
      const moment = night.evening.moment();
      expect(moment.phase.kind).toBe(kind);
      const { room, before } = await night.goneFor(60_000);
      expect(await room(), kind).toMatchObject({ v: before, moment });
    }
  });

  it('can still undo what was done before, and never gives a version twice', async () => {
    const night = await nightUpTo(async (t, e, ada) => {
      t.clock.advance(MINUTE);
      await e.press(ada, { kind: 'pause' });
    });
    const { undo, room, before } = await night.goneFor(MINUTE);
    expect([await undo(), await undo(), await undo(), await undo()]).toEqual([200, 200, 200, 409]);
    expect(await room()).toMatchObject({ v: before + 3, moment: { phase: { kind: 'doors' }, planVersion: 0 } });
  });

  it('can undo also what an organiser without a first name had published', async () => {
    const t = await testApp();
    const nameless = await t.organiser('');
    const evening = await makeEvening(t, { published: false });
    await nameless.post(`${evening.url}/plan`, { basis: 'expected' });
    expect((await nameless.post(`${evening.url}/plan/1/publish`)).statusCode).toBe(200);
    await t.close();
    const again = await testApp({ dataDir: t.dataDir, clock: t.clock });
    const engine = again.services.evenings.engine(evening.id);
    expect(engine?.night.undoable.map((act) => [act.command.kind, act.by])).toEqual([['publish', 'Organiser']]);
  });

  it('is another epoch, so that screens take its frames even if its clock was put back', async () => {
    const night = await nightUpTo(async (t) => t.clock.advance(4 * MINUTE));
    const epoch = (await night.ada.get(night.evening.url)).json<{ room: RoomFrame }>().room.epoch;
    const { room, organiser, before } = await night.goneFor(-5 * 3_600_000);
    const after = await room();
    expect(after.epoch).not.toBe(epoch);
    expect(after.v).toBe(before);
    // The organiser can bring the night back to the hour: pause and resume keep what is left.
    for (const kind of ['pause', 'resume']) {
      const body = { key: `clock-was-put-back-${kind}`, expectedVersion: (await room()).v, command: { kind } };
      expect((await organiser.post(`${night.evening.url}/live`, body)).statusCode).toBe(200);
    }
    expect((await room()).moment.phase).toMatchObject({ kind: 'talking', round: 1 });
  });

  it('by hours too late: the evening is over, and undo brings it back to the round it stood in', async () => {
    const night = await nightUpTo(async (t) => t.clock.advance(4 * MINUTE));
    const { room, undo } = await night.goneFor(20 * 3_600_000);
    expect((await room()).moment.phase.kind).toBe('finished');
    expect(await undo()).toBe(200);
    expect((await room()).moment.phase).toMatchObject({ kind: 'timeUp', round: 1 });
  });

  it('has the same acts to take back as before, with what the clock did among them', async () => {
    const night = await nightUpTo(async (t, e, ada) => {
      for (const kind of ['pause', 'resume', 'undo', 'next', 'endRound', 'next'] as const) {
        t.clock.advance(MINUTE);
        await e.press(ada, { kind });
      }
      t.clock.advance(15 * MINUTE);
    });
    const engine = (t: TestApp) => t.services.evenings.engine(night.evening.id);
    const before = engine(night.t)?.night;
    const { again } = await night.goneFor(0);
    expect(engine(again)?.night).toEqual(before);
  });

  it('knows the keys of yesterday: a press sent again over the restart has one effect', async () => {
    const key = 'pressed-before-the-crash';
    const command = { kind: 'pause' } as const;
    const night = await nightUpTo(async (t, e, ada) => {
      t.clock.advance(MINUTE);
      await e.press(ada, command, { key });
    });
    const { organiser, room, before } = await night.goneFor(1_000);
    const again = { key, expectedVersion: before - 1, command };
    expect((await organiser.post(`${night.evening.url}/live`, again)).statusCode).toBe(200);
    expect(
      (await organiser.post(`${night.evening.url}/live`, { ...again, command: { kind: 'finish' } })).statusCode,
    ).toBe(422);
    expect((await room()).v).toBe(before);
  });

  it('still knows links and cookies', async () => {
    const night = await nightUpTo(async () => undefined);
    const [person] = night.evening.students;
    if (!person) throw new Error('no student');
    const phone = await night.evening.phone(person);
    const link = (await night.ada.get(`${night.evening.url}/people/${person.id}/link`)).json<{ url: string }>().url;
    const { again, organiser } = await night.goneFor(1_000);
    const other = again.stranger();
    for (const [name, value] of phone.cookies) other.cookies.set(name, value);
    expect((await other.get(`/me/${person.id}/opening`)).statusCode).toBe(200);
    const now = (await organiser.get(`${night.evening.url}/people/${person.id}/link`)).json<{ url: string }>().url;
    expect(now).toBe(link);
    const secret = new URL(link).hash.slice(1);
    expect((await again.stranger().post(`/me/${person.id}/session`, { secret })).statusCode).toBe(200);
  });
});

describe('two servers on one folder, by mistake', () => {
  it('never do a thing twice: the second finds the version taken, reads again and says that it does not know', async () => {
    const one = await testApp({ mayLogErrors: true });
    const ada = await one.organiser();
    const evening = await makeEvening(one);
    const two = await testApp({ dataDir: one.dataDir, clock: one.clock, mayLogErrors: true });
    const bo = await two.organiser('Bo');
    const command = { kind: 'start', planVersion: 1 };
    const press = (key: string) => bo.post(`${evening.url}/live`, { key, expectedVersion: 1, command });
    await evening.start(ada);
    expect((await press('pressed-on-the-second')).json()).toMatchObject({
      error: { code: 'storage-failed' },
      room: { v: 2 },
    });
    expect((await press('pressed-on-the-second')).json()).toMatchObject({ error: { code: 'version-conflict' } });
    one.clock.advance(11 * MINUTE);
    for (const caller of [ada, bo]) {
      const log = (await caller.get(`${evening.url}/log`)).json<LogEntry[]>();
      expect(log.map((entry) => entry.command.kind)).toEqual(['timeUp', 'start', 'publish']);
      expect((await caller.get(evening.url)).json()).toMatchObject({
        room: { v: 3, moment: { phase: { kind: 'moving' } } },
      });
    }
  });
});
