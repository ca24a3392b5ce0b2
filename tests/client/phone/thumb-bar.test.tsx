// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { PHONE_STATES } from '../../../client/src/gallery/phone-states.tsx';

type Name = keyof typeof PHONE_STATES;

function show(name: Name): string[] {
  const State = PHONE_STATES[name];
  render(<State />);
  const bar = screen.queryByRole('navigation');
  return bar
    ? within(bar)
        .getAllByRole('button')
        .map((button) => button.textContent ?? '')
    : [];
}

it.each<[Name, string[]]>([
  ['p-now', ['Notes', 'Help']],
  ['p-mentor', []],
  ['p-paused', ['Notes', 'Help']],
  ['p-time-up', ['Notes', 'Help']],
  ['p-pick-two', ['Notes', 'Help']],
  ['p-no-mentor', ['My evening', 'Help']],
  ['p-out', ['My evening', 'Help']],
  ['p-stay', ['My evening', 'Help']],
  ['p-break', ['My evening', 'Help']],
  ['p-move', []],
  ['p-stop', []],
  ['p-before', []],
  ['p-first', []],
  ['p-gone', []],
  ['p-no-seat', []],
  ['p-after', []],
])('%s has what leads somewhere: %j', (name, buttons) => {
  expect(show(name)).toEqual(buttons);
});

it('leads to the evening where nobody sits in front', () => {
  show('p-out');
  fireEvent.click(screen.getByRole('button', { name: 'My evening' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'My evening' }));
});

it('leads to the note, and to what can be told to the desk', async () => {
  show('p-now');
  fireEvent.click(screen.getByRole('button', { name: 'Notes' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note about Priya' }));
  fireEvent.click(screen.getByRole('button', { name: 'Help' }));
  await new Promise((done) => requestAnimationFrame(done));
  expect(screen.getByRole('button', { name: 'I am lost' })).toBeTruthy();
  expect(document.activeElement?.closest('footer')).toBe(
    screen.getByRole('button', { name: 'I am lost' }).closest('footer'),
  );
});
