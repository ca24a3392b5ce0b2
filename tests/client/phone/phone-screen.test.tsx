// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { PHONE_STATES } from '../../../client/src/gallery/phone-states.tsx';
import { dataOf } from '../data-of.ts';

type Name = keyof typeof PHONE_STATES;

function show(name: Name) {
  const State = PHONE_STATES[name];
  const { container } = render(<State />);
  const root = container.querySelector<HTMLElement>('.phone');
  if (!root) throw new Error('no phone page');
  return { root, data: dataOf(root), text: root.textContent ?? '' };
}

describe('phone', () => {
  it.each<[Name, string, string, string, string, string]>([
    ['p-first', 'doors', '', '5', '12', 'page'],
    ['p-now', 'talking', '3', '8', '3', 'page'],
    ['p-move', 'moving', '4', '3', '10', 'move'],
    ['p-stay', 'moving', '4', '8', '8', 'page'],
    ['p-out', 'talking', '3', '', '3', 'page'],
    ['p-out-next', 'talking', '3', '8', '10', 'page'],
    ['p-move-out', 'moving', '4', '', '10', 'move'],
    ['p-break', 'agenda', '4', '3', '10', 'page'],
    ['p-time-up', 'timeUp', '3', '8', '3', 'page'],
    ['p-paused-move', 'paused', '4', '3', '10', 'page'],
    ['p-finished', 'finished', '', '', '', 'page'],
  ])('%s tells phase, round, table, next table and ground', (name, phase, round, table, nextTable, ground) => {
    expect(show(name).data).toMatchObject({ phase, round, table, nextTable, ground, version: '41' });
  });

  it.each<[Name, string]>([
    ['p-finding', 'Finding your table'],
    ['p-wrong', 'This link does not open an event.'],
    ['p-before', 'Your tables appear here when the evening starts.'],
    ['p-first', 'Your first table is 5, Egret. We start at 19:00.'],
    ['p-first', 'You are checked in.'],
    ['p-first-desk', 'Tell the desk that you are here.'],
    ['p-no-seat', 'You are here, but have no seat yet. Ask at the desk.'],
    ['p-now', 'Next: table 3, Crane'],
    ['p-now', 'Tom Achebe, Civil engineer'],
    ['p-minute', '1 minute left. Swap last questions.'],
    ['p-last-round', 'This is the last round'],
    ['p-move', 'Front row, third from the left'],
    ['p-move-out', 'Back at 19:48, table 10.'],
    ['p-out', 'You sit this one out. Back at 19:36, table 3.'],
    ['p-stay', 'Stay at table 8'],
    ['p-stay', 'Next: Tom Achebe'],
    ['p-mentor', 'Wants to ask: Do you need maths for product work?'],
    ['p-paused', 'Paused. Stay where you are.'],
    ['p-time-up', 'Time is up. Finish your sentence.'],
    ['p-finished', 'You met 6 mentors.'],
    ['p-offline', 'If the big screen differs, follow the screen.'],
    ['p-offline-old', 'Last heard 14 minutes ago.'],
    ['p-offline-old', 'about 19:34'],
  ])('%s says "%s"', (name, words) => {
    expect(show(name).text).toContain(words);
  });

  it('lists the whole evening below the card, with the round that runs', () => {
    const { root } = show('p-now');
    expect(root.querySelectorAll('.evening li').length).toBe(6);
    expect(root.querySelector('.evening [aria-current]')?.textContent).toContain('Priya Raman');
  });

  it('shows tables without a time while it does not know the time', () => {
    const { data, root } = show('p-now-clockless');
    expect(data).toMatchObject({ table: '8', leftMs: '' });
    expect(root.querySelector('[role=timer]')).toBeNull();
  });

  it('swaps the questions for others', () => {
    show('p-now');
    const questions = () => [...document.querySelectorAll('.lines li')].map((item) => item.textContent);
    const before = questions();
    fireEvent.click(screen.getByRole('button', { name: 'Other questions' }));
    expect(questions().length).toBe(3);
    expect(questions().some((question) => before.includes(question))).toBe(false);
  });

  it('names nobody but the mentor to a student', () => {
    const { text } = show('p-two-mentors');
    expect(text).toContain('Ask Oluwaseun and Tom');
    expect(text).not.toContain('Ben');
  });
});
