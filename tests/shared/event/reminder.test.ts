import { isReminderDue, remindAt, wantsReminder } from '@lapwing/shared/event/reminder';
import { instant } from '@lapwing/shared/kernel/time';
import { linkMail, reminderMail } from '@lapwing/shared/mails/evening-mails';
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

const FACTS = {
  eventName: 'Careers Night',
  place: 'King’s Hall',
  startsAt: START,
  timeZone: 'Europe/London',
  firstName: 'Aisha',
  contactName: 'Mei Tan',
  contactEmail: 'mei@example.org',
};

it.each([
  ['link', linkMail],
  ['reminder', reminderMail],
])('the %s mail names the person, the evening in its own time, the link and whom to write to', (_what, write) => {
  for (const role of ['student', 'mentor'] as const) {
    const { subject, body } = write(FACTS, role);
    expect(subject).toContain('Careers Night');
    for (const part of ['Hello Aisha,', 'Thursday 26 November 2026, 18:30', 'King’s Hall', 'mei@example.org'])
      expect(body).toContain(part);
    expect(body.match(/\{link\}/gu)?.length).toBe(1);
  }
  expect(write(FACTS, 'student').body).not.toBe(write(FACTS, 'mentor').body);
});
