import { isDeepStrictEqual } from 'node:util';
import { nightBeforeDoors, timingsOf } from '@lapwing/shared/live/state';
import { advance } from '@lapwing/shared/live/timeline';
import { transition } from '@lapwing/shared/live/transition';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from './evening.ts';
import { NightModel } from './night-model.ts';
import { anyPresses, anySettings, replay } from './random-night.ts';

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

describe('random nights', () => {
  test('L24 L25 any presses at any time get an answer; accepted ones make the next version, others leave nothing', () => {
    let steps = 0;
    const property = fc.property(anySettings, anyPresses(60), (from, presses) => {
      let night = nightBeforeDoors(from, 0);
      let now = 0;
      for (const { gap, command } of presses) {
        steps++;
        now += gap;
        const answer = transition(deepFreeze(night), command, at(now / 1_000), 'Ada');
        if (!answer.ok) {
          expect(answer.refusal.code).not.toBe('');
          continue;
        }
        expect(answer.value.night.version).toBe(night.version + 1);
        night = answer.value.night;
      }
    });
    fc.assert(property, { numRuns: 150 });
    expect(steps).toBeGreaterThan(2_000);
  });

  test('L26 the night follows an independent model through every press, undo included', () => {
    let steps = 0;
    const property = fc.property(anySettings, anyPresses(90), (from, presses) => {
      const model = new NightModel(timingsOf(from));
      const end = replay(from, presses, ({ before, command, now, answer }) => {
        steps++;
        expect(answer.ok, `${command.kind} in ${before.moment.phase.kind}`).toBe(model.press(command, now));
        const { moment } = answer.ok ? answer.value.night : before;
        expect(moment.phase).toMatchObject(model.phase);
        const { planVersion: plan, timings: t, announcement: words, blank } = moment;
        expect({ plan, t, words, blank }).toEqual(model.rest);
      });
      expect(end.undoable.length).toBeLessThanOrEqual(50);
    });
    fc.assert(property, { numRuns: 300 });
    expect(steps).toBeGreaterThan(10_000);
  });

  test('L26 after undo the night is the one before the act, run on by the clock', () => {
    const property = fc.property(anySettings, anyPresses(40), (from, presses) => {
      replay(from, presses, ({ before, command, now, answer }) => {
        if (command.kind !== 'undo' || !answer.ok) return;
        const act = before.undoable.at(-1);
        expect(act && advance(act.moment, now)).toEqual(answer.value.night.moment);
        expect(answer.value.night.undoable).toEqual(before.undoable.slice(0, -1));
      });
    });
    fc.assert(property, { numRuns: 150 });
  });

  test('L28 the plan changes with publish, start, replan and undo alone, and cards are sent exactly then', () => {
    const property = fc.property(anySettings, anyPresses(40), (from, presses) => {
      replay(from, presses, ({ before, command, answer }) => {
        if (!answer.ok) return;
        const { night, effects } = answer.value;
        const changed = night.moment.planVersion !== before.moment.planVersion;
        if (changed) expect(['publish', 'start', 'replan', 'undo']).toContain(command.kind);
        expect(effects.some(({ kind }) => kind === 'cards')).toBe(changed);
      });
    });
    fc.assert(property, { numRuns: 100 });
  });

  test('L32 a night written down and read back is the same', () => {
    const property = fc.property(anySettings, anyPresses(60), (from, presses) => {
      const night = replay(from, presses, () => undefined);
      expect(isDeepStrictEqual(JSON.parse(JSON.stringify(night)), night)).toBe(true);
    });
    fc.assert(property, { numRuns: 200 });
  });
});
