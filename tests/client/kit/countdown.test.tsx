// @vitest-environment happy-dom
import { milliseconds } from '@lapwing/shared/kernel/time';
import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Countdown, spokenLeft } from '../../../client/src/kit/Countdown.tsx';

describe('countdown', () => {
  it('changes what a screen reader hears four times a minute', () => {
    const spoken = Array.from({ length: 61 }, (_, second) => spokenLeft(milliseconds((420 - second) * 1_000)));
    expect(new Set(spoken).size).toBe(5);
    expect(spokenLeft(milliseconds(402_000))).toBe('6 minutes 45 seconds left');
    expect(spokenLeft(milliseconds(60_000))).toBe('1 minute left');
    expect(spokenLeft(milliseconds(0))).toBe('No time left');
    expect(spokenLeft(milliseconds(3_600_000))).toBe('1 hour left');
  });

  it('is a timer that does not speak by itself, and says when it stands still', () => {
    render(<Countdown left={milliseconds(402_000)} running={false} />);
    const timer = screen.getByRole('timer');
    expect(timer.getAttribute('aria-live')).toBe('off');
    expect(timer.textContent).toContain('6:42');
    expect(timer.textContent).toContain('Paused');
  });
});
