import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { at, moment, NINETEEN, person } from './builders.ts';
import { openLive, presses } from './open-live.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says the time left, the round and the one next step', () => {
  openLive();
  expect(screen.getByRole('timer').textContent).toContain('9:00');
  expect(screen.getByRole('heading', { name: 'Round 3 of 6' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Move now' }).getAttribute('aria-disabled')).toBe('false');
  expect(screen.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true');
});

it('leads to no start that would be refused: the button gives up the signal colour, and stays', async () => {
  openLive({ moment: moment({ kind: 'doors' }) });
  const start = screen.getByRole('button', { name: 'Start round 1' });
  await waitFor(() => expect(start.className).toContain('refused'));
  expect(start.getAttribute('aria-disabled')).toBe('false');
});

it('presses by button and by key, each with the version on the screen', () => {
  const { asked } = openLive();
  fireEvent.click(screen.getByRole('button', { name: '1 min more' }));
  expect(asked.at(-1)).toMatchObject({ path: '/api/events/e1/live', body: { expectedVersion: 7 } });
  expect(presses(asked)).toEqual([{ kind: 'addMinutes', minutes: 1 }]);
  expect(screen.getByRole('button', { name: '1 min more' }).getAttribute('aria-busy')).toBe('true');
});

it('takes single keys on the page, and none while somebody types', () => {
  const { asked } = openLive();
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'n' });
  expect(presses(asked)).toEqual([]);
  fireEvent.keyDown(document.body, { key: 'n' });
  expect(presses(asked)).toEqual([{ kind: 'next' }]);
});

it('a mouse click gives the focus back, a click by keyboard keeps it', () => {
  openLive();
  const pause = screen.getByRole('button', { name: 'Pause' });
  pause.focus();
  fireEvent.click(pause, { detail: 0 });
  expect(document.activeElement).toBe(pause);
  fireEvent.click(pause, { detail: 1 });
  expect(document.activeElement).not.toBe(pause);
});

it('the clock keys are off while the server is silent', () => {
  const { asked } = openLive({ status: 'offline' });
  expect(screen.getByText(/clock keys are off/u)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Move now' }));
  fireEvent.keyDown(document.body, { key: 'p' });
  expect(presses(asked)).toEqual([]);
});

it('finds somebody without accents; Enter checks in who is not here yet', async () => {
  const people = [person('Zoë Adams', { checkedInAt: NINETEEN }), person('Zoë Ng')];
  const answer = { attendee: { ...person('Zoë Ng'), checkedInAt: at(40) }, firstTable: { number: 8, name: 'Heron' } };
  const { asked } = openLive({ people, answer });
  const field = screen.getByRole('searchbox');
  fireEvent.input(field, { target: { value: 'zoe' } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  expect(asked.at(-1)).toEqual({
    method: 'PUT',
    path: '/api/events/e1/people/zoë-ng/presence'.replace('ë', '%C3%AB'),
    body: { here: true },
  });
  expect(await screen.findByText('Table 8, Heron')).toBeTruthy();
  expect((field as HTMLInputElement).value).toBe('');
  expect(document.activeElement).toBe(field);
});

it('offers an unknown name as a walk-in', () => {
  openLive();
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'Sam Lee' } });
  expect(screen.getByRole('button', { name: 'Add Sam Lee as a walk-in student' })).toBeTruthy();
});
