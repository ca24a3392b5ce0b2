import { eventId } from '@lapwing/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { createSeldom } from '../../../server/src/fanout/seldom.ts';
import { fakeClock } from '../../support/fake-clock.ts';

const TONIGHT = eventId('tonight');

function seldom() {
  const clock = fakeClock();
  const done: string[] = [];
  const asked = createSeldom(clock, (id) => void done.push(id));
  return { clock, done, ...asked };
}

describe('what many ask for at once', () => {
  it('is done at once as long as it is seldom', () => {
    const { clock, done, ask } = seldom();
    for (let times = 1; times <= 50; times++) {
      ask(TONIGHT);
      expect(done).toHaveLength(times);
      clock.advance(1_000);
    }
  });

  it('is done a few times a second when a hall comes back, and once more after the last', () => {
    const { clock, done, ask } = seldom();
    for (let phone = 0; phone < 10_000; phone++) {
      ask(TONIGHT);
      clock.advance(0.3);
    }
    expect(done.length).toBeGreaterThan(20);
    expect(done.length).toBeLessThanOrEqual(20 + 3 * 4 + 1);
    const during = done.length;
    ask(TONIGHT);
    clock.advance(1_000);
    expect(done).toHaveLength(during + 1);
    clock.advance(60_000);
    expect(done, 'nobody asked again').toHaveLength(during + 1);
  });

  it('does not wait for another evening’s crowd', () => {
    const { done, ask } = seldom();
    for (let phone = 0; phone < 100; phone++) ask(eventId('full'));
    ask(TONIGHT);
    expect(done.at(-1)).toBe(TONIGHT);
  });

  it('is forgotten at the end', () => {
    const { clock, done, ask, stop } = seldom();
    for (let phone = 0; phone < 100; phone++) ask(TONIGHT);
    stop();
    expect(clock.nextAlarm).toBeNull();
    expect(done).toHaveLength(20);
  });
});
