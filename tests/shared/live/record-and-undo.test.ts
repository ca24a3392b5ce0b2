import { UNDO_DEPTH } from '@lapwing/shared/live/state';
import { describe, expect, test } from 'vitest';
import { add, at, Evening, publish, start, started } from './evening.ts';

describe('the record', () => {
  test('L24 every accepted command makes the next version; a refusal leaves nothing behind', () => {
    const evening = new Evening();
    expect(evening.press('start').night.version).toBe(1);
    expect(evening.wait(700).night.version).toBe(2);
    expect(evening.press('undo').press('undo').night.version).toBe(4);
    const { night } = evening;
    expect(evening.refusal('undo')).toBe('nothing-to-undo');
    expect(evening.night).toBe(night);
  });

  test('L28 the plan people follow changes by publish, start and their undo, and then cards are sent', () => {
    const evening = new Evening().press(publish(4));
    expect(evening.last?.effects).toContainEqual({ kind: 'cards' });
    evening.press(start(5));
    expect(evening.last?.effects).toContainEqual({ kind: 'cards' });
    for (const act of [add(1), 'pause', 'resume', 'next', 'undo', 'endRound', 'finish', 'undo'] as const) {
      evening.press(act);
      expect(evening.night.moment.planVersion).toBe(5);
      expect(evening.last?.effects).not.toContainEqual({ kind: 'cards' });
    }
    for (let acts = evening.night.undoable.length; acts > 1; acts--) evening.press('undo');
    expect(evening.phase.kind).toBe('doors');
    expect(evening.night.moment.planVersion).toBe(4);
    expect(evening.last?.effects).toContainEqual({ kind: 'cards' });
  });

  test('L28 start with the plan that is published sends no cards again', () => {
    expect(new Evening().press(publish(4)).press(start(4)).last?.effects).not.toContainEqual({ kind: 'cards' });
  });

  test('L29 every accepted command is published and sets the next alarm', () => {
    const evening = new Evening().press('start');
    expect(evening.last?.effects).toEqual([{ kind: 'publish' }, { kind: 'wake', at: at(602.5) }, { kind: 'cards' }]);
    expect(evening.wait(602.5).last?.effects).toEqual([{ kind: 'publish' }, { kind: 'wake', at: at(722.5) }]);
    expect(evening.press('pause').last?.effects).toEqual([{ kind: 'publish' }, { kind: 'wake', at: null }]);
  });
});

describe('undo', () => {
  test('L26 undo of plus a minute leaves the clock where it would have been', () => {
    const evening = started().wait(100).press(add(3)).wait(200).press('undo');
    expect(evening.phase).toEqual({ kind: 'talking', round: 1, startsAt: at(0), endsAt: at(600) });
  });

  test('L26 undo of next puts people back with the time that passed', () => {
    const evening = started().wait(300).press('next').wait(400).press('undo');
    expect(evening.phase).toEqual({ kind: 'talking', round: 1, startsAt: at(0), endsAt: at(600) });
    const late = started().wait(599).press('next').wait(603).press('undo');
    expect(late.phase).toEqual({ kind: 'moving', round: 2, startsAt: at(600), endsAt: at(720) });
  });

  test('L26 undo of a pause: the time went on; undo of resume: paused again with the same time left', () => {
    expect(started().wait(100).press('pause').wait(200).press('undo').phase).toMatchObject({ endsAt: at(600) });
    expect(started().wait(100).press('pause').wait(1_000).press('undo').phase).toMatchObject({
      kind: 'talking',
      round: 2,
      startsAt: at(720),
    });
    const evening = started().wait(100).press('pause').wait(200).press('resume').wait(300).press('undo');
    expect(evening.phase).toMatchObject({ kind: 'paused', remaining: 500_000 });
  });

  test('L26 undo of start opens the doors again, undo of finish goes on', () => {
    const evening = new Evening().press(start(2)).wait(1).press('undo');
    expect(evening.phase).toEqual({ kind: 'doors' });
    expect(evening.night.moment).toMatchObject({ planVersion: 0, begun: [], before: null });
    expect(started().wait(100).press('finish').wait(150).press('undo').phase).toMatchObject({ endsAt: at(600) });
  });

  test('L27 act by act, newest first, each with who pressed and when', () => {
    const evening = started().wait(10).press(add(1)).wait(20).press(add(2));
    expect(
      evening.night.undoable.map(({ command, at: pressed, by, version }) => [command.kind, pressed, by, version]),
    ).toEqual([
      ['start', at(-2.5), 'Ada', 1],
      ['addMinutes', at(10), 'Ada', 2],
      ['addMinutes', at(20), 'Ada', 3],
    ]);
    expect(evening.press('undo').phase).toMatchObject({ endsAt: at(660) });
    expect(evening.press('undo').phase).toMatchObject({ endsAt: at(600) });
    expect(evening.press('undo').phase).toEqual({ kind: 'doors' });
    expect(evening.refusal('undo')).toBe('nothing-to-undo');
  });

  test('L27 the last 50 acts can be taken back', () => {
    const evening = started();
    for (let act = 0; act < UNDO_DEPTH; act++) evening.press(add(act % 2 === 0 ? 1 : -1));
    expect(UNDO_DEPTH).toBe(50);
    for (let act = 0; act < UNDO_DEPTH; act++) evening.press('undo');
    expect(evening.phase).toMatchObject({ kind: 'talking', endsAt: at(600) });
    expect(evening.refusal('undo')).toBe('nothing-to-undo');
  });

  test('L27 the end of a talk by the clock can be taken back: the room is in time up and gets its minutes', () => {
    const evening = started().wait(100).press(add(-5)).wait(350);
    expect(evening.phase).toMatchObject({ kind: 'moving', round: 2 });
    expect(evening.press('undo').phase).toEqual({ kind: 'timeUp', round: 1, since: at(300) });
    expect(evening.press(add(1)).phase).toMatchObject({ kind: 'talking', round: 1, endsAt: at(410) });
    expect(evening.press('undo').press('undo').phase).toMatchObject({ kind: 'talking', round: 1, endsAt: at(600) });
  });

  test('L27 the end of a changeover by the clock is no act', () => {
    const evening = started().wait(300).press('next').wait(500);
    expect(evening.phase).toMatchObject({ kind: 'talking', round: 2 });
    expect(evening.press('undo').phase).toMatchObject({ kind: 'talking', round: 1 });
  });
});
