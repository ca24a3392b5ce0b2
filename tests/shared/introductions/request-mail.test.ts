import { isRequestMailDue, requestMailSlot } from '@lapwing/shared/introductions/request-mail';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';

const LONDON = 'Europe/London';
const on = (day: number, hour: number, minute = 0): Instant => instant(Date.UTC(2026, 10, day, hour, minute));
const BELL = on(26, 20, 30);
const slot = (now: Instant) => requestMailSlot(BELL, LONDON, now);

describe('H18 when a mail about requests goes out', () => {
  it('an hour after the last bell, then at nine there', () => {
    expect(slot(on(26, 21, 29))).toBeNull();
    expect(slot(on(26, 21, 30))).toBe(on(26, 21, 30));
    expect(slot(on(27, 8, 59))).toBe(on(26, 21, 30));
    expect(slot(on(27, 9))).toBe(on(27, 9));
    expect(slot(on(30, 8))).toBe(on(29, 9));
  });

  it('by the clocks of the evening, also where they change', () => {
    const bell = instant(Date.UTC(2026, 9, 24, 19));
    const sunday = instant(Date.UTC(2026, 9, 25, 9));
    expect(requestMailSlot(bell, LONDON, sunday), 'summer ended in the night').toBe(sunday);
    expect(requestMailSlot(bell, LONDON, instant(sunday - 1))).toBe(bell + 3_600_000);
    expect(requestMailSlot(BELL, 'America/New_York', on(27, 14))).toBe(on(27, 14));
  });

  it('never before the hour is over, however early it rang', () => {
    const early = on(26, 8, 30);
    expect(requestMailSlot(early, LONDON, on(26, 9, 15))).toBeNull();
    expect(requestMailSlot(early, LONDON, on(26, 9, 45))).toBe(on(26, 9, 30));
  });

  it('only where something waits that came since the last one', () => {
    const first = on(26, 21, 30);
    expect(isRequestMailDue([], first, null)).toBe(false);
    expect(isRequestMailDue([BELL], null, null)).toBe(false);
    expect(isRequestMailDue([BELL], first, null)).toBe(true);
    expect(isRequestMailDue([BELL], first, first), 'it went out').toBe(false);
    expect(isRequestMailDue([BELL], on(27, 9), first), 'nothing new').toBe(false);
    expect(isRequestMailDue([BELL, on(26, 23)], on(27, 9), first)).toBe(true);
    expect(isRequestMailDue([on(26, 23)], first, null), 'that one waits for the morning').toBe(false);
  });
});
