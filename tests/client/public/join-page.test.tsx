// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { FORM_STATES } from '../../../client/src/gallery/form-states.tsx';
import { JOIN_STATES } from '../../../client/src/gallery/join-states.tsx';

const text = (name: keyof typeof JOIN_STATES): string => {
  const State = JOIN_STATES[name];
  return render(<State />).container.textContent ?? '';
};

describe('page behind the code', () => {
  it('says which evening, when and where, and how to get in', () => {
    const found = text('j-found');
    for (const words of ['Careers Night', 'Thursday 26 November, 19:00 GMT', 'King’s Hall', 'Open your personal link'])
      expect(found).toContain(words);
    expect(found).toContain('a helper opens your page with a QR code');
  });

  it('says what to do with a code that opens nothing', () => {
    expect(text('j-unknown')).toContain('This code does not open an event.');
    expect(text('j-held-back')).toContain('Wait ten minutes, or turn Wi-Fi off and scan the QR code once more.');
  });

  it('says that it is still trying', () => {
    expect(text('j-silent')).toContain('No answer yet.');
  });

  it('tells the programme, the mentors who agreed and whom to write to', () => {
    const found = text('j-found');
    for (const words of ['19:10', '3 rounds of 10 minutes', 'Priya Raman', 'Software & internet', 'mei@example.org'])
      expect(found).toContain(words);
    expect(text('j-bare')).not.toMatch(/Mentors|Questions|What it is/u);
  });

  it('leads to the forms that are open', () => {
    const links = (name: keyof typeof JOIN_STATES): string[] => {
      const State = JOIN_STATES[name];
      const { container } = render(<State />);
      return [...container.querySelectorAll('a.join-button')].map((link) => link.getAttribute('href') ?? '');
    };
    expect(links('j-found')).toEqual(['/e/KQ4T/student', '/e/KQ4T/mentor']);
    expect(links('j-full')).toEqual(['/e/KQ4T/student', '/e/KQ4T/mentor']);
    expect(text('j-full')).toContain('Join the waitlist');
    expect(links('j-closed')).toEqual(['/e/KQ4T/mentor']);
    expect(links('j-running')).toEqual([]);
    expect(text('j-running')).toContain('It has begun');
  });

  it.each(['j-student-closed', 'j-mentor-closed'] as const)('%s asks for nothing', (name) => {
    const State = FORM_STATES[name];
    const { container } = render(<State />);
    expect(container.textContent).toContain('Nobody can register for this evening any more.');
    expect(container.textContent).toContain('mei@example.org');
    expect(container.querySelectorAll('main :is(input, textarea, select, button)')).toHaveLength(0);
  });
});
