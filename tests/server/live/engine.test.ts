import { describe, expect, it } from 'vitest';
import { engineOn, LEAD_MS, memoryStore, TALK } from './test-engine.ts';

describe('one press, one effect', () => {
  it('a key sent again answers as before and does nothing', () => {
    const t = engineOn();
    const press = () => t.press('start', { key: 'the-same-key-again', expectedVersion: 0 });
    expect(Array.from({ length: 10 }, press)).toEqual(Array.from({ length: 10 }, () => 'ok'));
    expect(t.engine.night.version).toBe(1);
    expect(t.store.written).toHaveLength(1);
  });

  it('a key that comes with another body is refused', () => {
    const t = engineOn();
    t.press('start');
    expect(t.press('pause', { key: 'the-same-key-again', expectedVersion: 1 })).toBe('ok');
    expect(t.press('finish', { key: 'the-same-key-again', expectedVersion: 1 })).toBe('key-reused');
    expect(t.press('pause', { key: 'the-same-key-again', expectedVersion: 2 })).toBe('key-reused');
    expect(t.engine.night.moment.phase.kind).toBe('paused');
  });

  it('a refused press may be sent again with the same key', () => {
    const t = engineOn();
    expect(t.press('pause', { key: 'pressed-at-the-doors' })).toBe('not-now');
    t.press('start');
    t.clock.advance(LEAD_MS);
    expect(t.press('pause', { key: 'pressed-at-the-doors' })).toBe('ok');
  });

  it('of two presses that saw the same night one wins, whatever they are', () => {
    for (const [one, other] of [
      ['next', 'next'],
      ['next', 'pause'],
      ['undo', 'next'],
      ['pause', 'undo'],
    ] as const) {
      const t = engineOn();
      t.press('start');
      t.clock.advance(LEAD_MS);
      const expectedVersion = t.engine.night.version;
      const answers = [t.press(one, { expectedVersion }), t.press(other, { expectedVersion })];
      expect(answers, `${one} and ${other}`).toEqual(['ok', 'version-conflict']);
      expect(t.engine.night.version).toBe(expectedVersion + 1);
    }
  });

  it('a press that crosses the end of a round is refused: it was meant for what the organiser saw', () => {
    const t = engineOn();
    t.press('start');
    const seen = t.engine.night.version;
    t.clock.jumpTo(t.clock.now() + LEAD_MS + TALK);
    expect(t.press('next', { expectedVersion: seen })).toBe('version-conflict');
    expect(t.engine.night.moment.phase).toMatchObject({ kind: 'moving', round: 2 });
  });
});

describe('a disk that fails', () => {
  it('says that it is not known, and the same key settles it: not stored', () => {
    const t = engineOn();
    t.store.failNext('not stored');
    const key = 'pressed-on-a-bad-disk';
    expect(t.press('start', { key, expectedVersion: 0 })).toBe('storage-failed');
    expect(t.engine.night.version).toBe(0);
    expect(t.effects).toEqual([]);
    expect(t.press('start', { key, expectedVersion: 0 })).toBe('ok');
    expect(t.store.written).toHaveLength(1);
    expect(t.errors).toHaveLength(1);
  });

  it('says that it is not known, and the same key settles it: stored all the same', () => {
    const t = engineOn();
    t.store.failNext('stored');
    const key = 'pressed-on-a-bad-disk';
    expect(t.press('start', { key, expectedVersion: 0 })).toBe('storage-failed');
    expect(t.engine.night.version, 'what is on disk was read again').toBe(1);
    expect(t.effects).toContain('publish');
    expect(t.press('start', { key, expectedVersion: 0 })).toBe('ok');
    expect(t.store.written).toHaveLength(1);
  });

  it('does not stop the clock of a start that was stored all the same', () => {
    const t = engineOn();
    t.store.failNext('stored');
    t.press('start');
    t.clock.advance(LEAD_MS + TALK);
    expect(t.engine.night.moment.phase).toMatchObject({ kind: 'moving', round: 2 });
  });

  it('is tried again every second when the clock cannot write, and the night catches up', () => {
    const t = engineOn();
    t.press('start');
    t.store.failNext('not stored', 3);
    t.clock.advance(LEAD_MS + TALK + 2_000);
    expect(t.engine.night.moment.phase.kind).toBe('talking');
    t.clock.advance(1_000);
    expect(t.engine.night.moment.phase).toMatchObject({ kind: 'moving', round: 2 });
    expect(t.errors).toHaveLength(3);
  });

  it('cannot be read after all was stored: the same key settles it', () => {
    const t = engineOn();
    t.store.failNext('stored, then unreadable');
    const press = () => t.press('publish', { key: 'pressed-on-a-bad-disk', expectedVersion: 0 });
    expect(press()).toBe('storage-failed');
    t.store.unreadable = false;
    expect(press()).toBe('ok');
    expect(t.engine.night).toMatchObject({ version: 1, moment: { planVersion: 1 } });
  });

  it('cannot be read: the press is refused, nothing is lost when it can be again', () => {
    const t = engineOn();
    t.press('start');
    t.store.unreadable = true;
    expect(t.press('pause', { key: 'pressed-on-a-bad-disk' })).toBe('storage-failed');
    t.store.failNext('stored');
    t.clock.advance(LEAD_MS + TALK);
    t.store.unreadable = false;
    t.clock.advance(2_000);
    expect(t.engine.night.moment.phase).toMatchObject({ kind: 'moving', round: 2 });
    expect(t.store.written.map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe('the timer', () => {
  it('may ring early: nothing happens, and it rings again', () => {
    const t = engineOn();
    t.press('start');
    const due = t.clock.nextAlarm;
    t.clock.ringNext();
    expect(t.engine.night.version).toBe(1);
    expect(t.clock.nextAlarm).toBe(due);
    t.clock.advance(LEAD_MS + TALK);
    expect(t.engine.night.moment.phase.kind).toBe('moving');
  });

  it('may ring late: the phases join without a gap', () => {
    const t = engineOn();
    t.press('start');
    const end = Math.floor(t.clock.now()) + LEAD_MS + TALK;
    t.clock.jumpTo(end + 30_000);
    t.clock.ringNext();
    expect(t.engine.night.moment.phase).toMatchObject({ kind: 'moving', startsAt: end, endsAt: end + 120_000 });
  });

  it('runs the whole evening alone, each step in the log in nobody’s name', () => {
    const t = engineOn();
    t.press('start');
    t.clock.advance(3 * 3_600_000);
    expect(t.engine.night.moment.phase.kind).toBe('finished');
    expect(t.store.written.map(({ by, command, key }) => [by, command.kind, key === null])).toEqual([
      ['Ada', 'start', false],
      ...Array.from({ length: 5 }, () => ['', 'timeUp', true]),
    ]);
    expect(t.clock.nextAlarm).toBeNull();
  });

  it('is let go of with the engine', () => {
    const t = engineOn();
    t.press('start');
    t.engine.stop();
    expect(t.clock.nextAlarm).toBeNull();
  });
});

describe('an engine on a night that had begun', () => {
  it('stands at once where the clock says, and writes that down', () => {
    const store = memoryStore();
    const first = engineOn(store);
    first.press('start');
    first.engine.stop();
    first.clock.jumpTo(first.clock.now() + LEAD_MS + TALK + 60_000);
    const second = engineOn(store, first.clock);
    expect(second.engine.night.moment.phase).toMatchObject({ kind: 'moving', round: 2 });
    expect(second.engine.night.version).toBe(2);
    expect(store.written.at(-1)).toMatchObject({ by: '', version: 2 });
    expect(second.clock.nextAlarm).not.toBeNull();
  });

  it('opens also when the disk cannot be written yet, and goes on when it can', () => {
    const store = memoryStore();
    const first = engineOn(store);
    first.press('start');
    first.engine.stop();
    first.clock.jumpTo(first.clock.now() + LEAD_MS + TALK + 60_000);
    store.failNext('not stored', 2);
    const second = engineOn(store, first.clock);
    expect(second.engine.night.moment.phase.kind).toBe('talking');
    second.clock.advance(5_000);
    expect(second.engine.night.moment.phase).toMatchObject({ kind: 'moving', round: 2 });
  });

  it('goes on counting when the wall clock was put back by hours', () => {
    const store = memoryStore();
    const first = engineOn(store);
    first.press('start');
    first.engine.stop();
    first.clock.jumpTo(first.clock.now() - 2 * 3_600_000);
    const second = engineOn(store, first.clock);
    expect(second.engine.night.version).toBe(1);
    expect(second.press('pause')).toBe('ok');
    expect(second.press('resume')).toBe('ok');
    expect(second.engine.night.moment.phase).toMatchObject({ kind: 'talking', round: 1 });
    second.clock.advance(TALK);
    expect(second.engine.night.moment.phase).toMatchObject({ kind: 'moving', round: 2 });
  });
});

describe('new lengths', () => {
  it('are taken until the start and refused afterwards', () => {
    const t = engineOn();
    const timings = { ...t.engine.night.moment.timings, rounds: 2 };
    expect(t.engine.retime(timings, 'Rita').ok).toBe(true);
    t.press('start');
    expect(t.engine.retime(timings, 'Rita')).toMatchObject({ ok: false, refusal: { code: 'event-running' } });
    expect(t.engine.night.moment.timings.rounds).toBe(2);
  });
});
