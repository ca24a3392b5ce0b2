import { instant, milliseconds } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';
import {
  clockText,
  countdownText,
  dateText,
  decimalText,
  overText,
  percentText,
} from '../../../client/src/kit/figures.ts';
// without a catalogue there is no language to change to
import '../../../client/src/kit/kit-words.ts';
import { speak } from '../../../client/src/kit/words.ts';

describe('figures', () => {
  it('writes decimals and percentages as the language of the page does', async () => {
    const written = () => [
      decimalText(98),
      decimalText(97.64),
      decimalText(5, 0),
      decimalText(3.25, 0),
      percentText(35),
    ];
    expect(written()).toEqual(['98.0', '97.6', '5', '3.3', '35%']);
    await speak('de');
    expect(written()).toEqual(['98,0', '97,6', '5', '3,3', '35\u00a0%']);
    await speak('en');
  });

  it.each([
    [402_000, '6:42'],
    [401_001, '6:42'],
    [720_000, '12:00'],
    [1, '0:01'],
    [0, '0:00'],
    [-5_000, '0:00'],
    [3_900_000, '1:05:00'],
  ])('%d ms left read %s', (left, text) => {
    expect(countdownText(milliseconds(left))).toBe(text);
  });

  it('counts up from the moment something was due', () => {
    expect(overText(milliseconds(32_900))).toBe('+0:32');
    expect(overText(milliseconds(0))).toBe('+0:00');
  });

  it('writes times in the zone of the event, on 24 hours', () => {
    const at = instant(Date.UTC(2026, 5, 25, 18, 36));
    expect(clockText(at, 'Europe/London')).toBe('19:36');
    expect(clockText(at, 'America/New_York')).toBe('14:36');
    expect(clockText(instant(Date.UTC(2026, 0, 1, 0, 5)), 'UTC')).toBe('00:05');
    expect(dateText(at, 'Europe/London')).toBe('Thursday 25 June');
  });
});
