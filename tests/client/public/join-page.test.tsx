// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { JOIN_STATES } from '../../../client/src/gallery/join-states.tsx';

const text = (name: keyof typeof JOIN_STATES): string => {
  const State = JOIN_STATES[name];
  return render(<State />).container.textContent ?? '';
};

describe('page behind the code', () => {
  it('says which evening, when and where, and how to get in', () => {
    const found = text('j-found');
    for (const words of ['Careers Night', 'Thursday 26 November, 19:00', 'King’s Hall', 'Open your personal link'])
      expect(found).toContain(words);
    expect(found).toContain('a helper opens your page with a QR code');
  });

  it('says what to do with a code that opens nothing', () => {
    expect(text('j-unknown')).toContain('This code does not open an event.');
  });

  it('says that it is still trying', () => {
    expect(text('j-silent')).toContain('No answer yet.');
  });
});
