import { plannedMinutes } from '@lapwing/shared/event/event';
import { expect, test } from 'vitest';
import { settings } from '../live/evening.ts';

test('rounds and the changeovers between them', () => {
  expect(plannedMinutes(settings({ rounds: 6, roundMinutes: 10, changeoverMinutes: 2 }))).toBe(70);
  expect(plannedMinutes(settings({ rounds: 1, roundMinutes: 10, changeoverMinutes: 2 }))).toBe(10);
  expect(plannedMinutes(settings({ rounds: 4, roundMinutes: 5, changeoverMinutes: 0 }))).toBe(20);
});

test('a break between rounds counts, one after the last round or before the first does not', () => {
  const six = { rounds: 6, roundMinutes: 10, changeoverMinutes: 2, breakMinutes: 15 };
  expect(plannedMinutes(settings({ ...six, breakAfterRound: 3 }))).toBe(85);
  expect(plannedMinutes(settings({ ...six, breakAfterRound: 5 }))).toBe(85);
  expect(plannedMinutes(settings({ ...six, breakAfterRound: 6 }))).toBe(70);
  expect(plannedMinutes(settings({ ...six, breakAfterRound: 0 }))).toBe(70);
});
