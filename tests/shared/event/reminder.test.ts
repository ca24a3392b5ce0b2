import { isReminderDue, remindAt, wantsReminder } from '@lapwing/shared/event/reminder';
import { instant } from '@lapwing/shared/kernel/time';
import { expect, it } from 'vitest';

const HOUR = 3_600_000;
const START = instant(Date.UTC(2026, 10, 26, 18, 30));
const before = (hours: number) => instant(START - hours * HOUR);

it('is due a day before, and not when everybody is on their way', () => {
  expect(remindAt(START)).toBe(before(24));
  const due = [25, 24, 10, 4.1, 4, 0, -1].map((hours) => isReminderDue(START, before(hours)));
  expect(due).toEqual([false, true, true, true, false, false, false]);
});

it('spares who has only just registered', () => {
  expect([48, 30.1, 30, 24, 5].map((hours) => wantsReminder(before(hours), START))).toEqual([
    ...[true, true, false, false, false],
  ]);
});
