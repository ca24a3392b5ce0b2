import { describe, expect, it } from 'vitest';
import { createServerClock } from '../../../client/src/kit/server-clock.ts';

/** A device whose two clocks the test moves. */
function device() {
  const clocks = { page: 1_000, wallAt: 50_000 };
  return {
    clocks,
    pass(time: number) {
      clocks.page += time;
      clocks.wallAt += time;
    },
    read: { monotonic: () => clocks.page, wall: () => clocks.wallAt },
  };
}

describe('server clock', () => {
  it('knows nothing before the first exchange', () => {
    const clock = createServerClock(device().read);
    expect(clock.now()).toBeNull();
    expect(clock.bound()).toBeNull();
  });

  it('shows server time after one exchange', () => {
    const { read, pass } = device();
    const clock = createServerClock(read);
    clock.sample({ t0: 990, t1: 70_995, t2: 70_995, t3: 1_000 });
    pass(500);
    expect(clock.now()).toBeCloseTo(71_500, 0);
  });

  it('goes on with the last estimate after a reset', () => {
    const { read, pass } = device();
    const clock = createServerClock(read);
    clock.sample({ t0: 1_000, t1: 71_000, t2: 71_000, t3: 1_000 });
    clock.now();
    clock.reset();
    pass(2_000);
    expect(clock.now()).toBeCloseTo(73_000, 0);
  });

  it('adds the time the device slept while its own clock stood still, and asks for new exchanges', () => {
    const { read, clocks } = device();
    const clock = createServerClock(read);
    clock.sample({ t0: 1_000, t1: 71_000, t2: 71_000, t3: 1_000 });
    clock.now();
    expect(clock.needsBurst()).toBe(false);
    clocks.wallAt += 600_000;
    expect(clock.now()).toBeCloseTo(671_000, 0);
    expect(clock.needsBurst()).toBe(true);
  });

  it('does not follow a wall clock that was set back', () => {
    const { read, clocks } = device();
    const clock = createServerClock(read);
    clock.sample({ t0: 1_000, t1: 71_000, t2: 71_000, t3: 1_000 });
    clock.now();
    clocks.wallAt -= 600_000;
    expect(clock.now()).toBeCloseTo(71_000, 0);
  });

  it('guesses from the wall clock only until it knows better', () => {
    const { read } = device();
    const clock = createServerClock(read);
    clock.guess();
    expect(clock.now()).toBe(50_000);
    clock.sample({ t0: 1_000, t1: 50_100, t2: 50_100, t3: 1_000 });
    expect(clock.now()).toBeCloseTo(50_100, 0);
    clock.guess();
    expect(clock.now()).toBeCloseTo(50_100, 0);
  });

  it('guesses better when it knows how far ahead the server was, and tells it only once it was measured', () => {
    const { read } = device();
    const clock = createServerClock(read);
    clock.guess(300);
    expect(clock.now()).toBe(50_300);
    expect(clock.ahead()).toBeNull();
    clock.sample({ t0: 1_000, t1: 50_100, t2: 50_100, t3: 1_000 });
    clock.now();
    expect(clock.ahead()).toBeCloseTo(100, 0);
  });
});
