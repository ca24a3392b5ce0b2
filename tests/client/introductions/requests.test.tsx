// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { COLLEAGUES, REQUESTS, TOM } from '../../../client/src/gallery/pick-fixture.ts';
import { type RequestShown, Requests, type RequestsProps } from '../../../client/src/introductions/Requests.tsx';

const shown = (more: Partial<RequestShown> = {}): RequestShown[] =>
  REQUESTS.map((one, index) => ({ ...one, to: null, note: '', sent: false, ...(index === 0 ? more : {}) }));
let said: unknown[];
const show = (more: Partial<RequestsProps> = {}) =>
  render(
    <Requests
      title="Requests"
      requests={shown()}
      limit={{ perMonth: 2, taken: 1 }}
      colleagues={COLLEAGUES}
      none="No requests yet."
      onAnswer={(...words) => said.push(words)}
      onPerMonth={(perMonth) => said.push(perMonth)}
      {...more}
    />,
  );
const answersTo = (name: string) => within(screen.getByRole('group', { name: `Your answer to ${name}` }));

beforeEach(() => {
  said = [];
});

describe('requests', () => {
  it('are cards with who asks, from where, why, and one’s own note', () => {
    show({ requests: shown({ note: 'Wants to see the office' }) });
    const card = screen.getAllByRole('listitem')[0];
    for (const words of [
      ...['Aisha', 'Economics, year 2', 'Round 3', 'How did you get from support to product?'],
      'Your note: Wants to see the office',
    ])
      expect(card?.textContent).toContain(words);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('are answered with one tap, and taken back or changed with another', () => {
    show({ requests: shown({ answer: 'introduce' }) });
    expect(answersTo('Aisha').getByRole('button', { name: 'Yes' }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(answersTo('Aisha').getByRole('button', { name: 'Yes' }));
    fireEvent.click(answersTo('Ben').getByRole('button', { name: 'Not now' }));
    expect(said).toEqual([
      ['Aisha', null, null],
      ['Ben', 'not-now', null],
    ]);
  });

  it('H13 are passed on to nobody in particular at first, and to a colleague by choice', () => {
    show({ requests: shown({ answer: 'pass-on', to: TOM.id }) });
    fireEvent.click(answersTo('Ben').getByRole('button', { name: 'Pass it on' }));
    const field = screen.getByRole('combobox', { name: 'Who may help Aisha more?' }) as HTMLSelectElement;
    expect(field.value).toBe(TOM.id);
    fireEvent.change(field, { target: { value: 'GraceLindqvist' } });
    fireEvent.change(field, { target: { value: '' } });
    expect(said).toEqual([
      ['Ben', 'pass-on', null],
      ['Aisha', 'pass-on', 'GraceLindqvist'],
      ['Aisha', 'pass-on', null],
    ]);
  });

  it('H13 are not passed on by students', () => {
    show({ limit: null });
    expect(screen.queryByRole('button', { name: 'Pass it on' })).toBeNull();
  });

  it('H11 leave nothing to choose once the introduction is out', () => {
    show({ requests: shown({ answer: 'introduce', sent: true, stands: 'Sent: look in your mail.' }) });
    expect(screen.queryByRole('group', { name: 'Your answer to Aisha' })).toBeNull();
    expect(screen.getByText('Sent: look in your mail.')).toBeTruthy();
  });

  it('H10 count against the limit, which can be raised where it is reached', () => {
    const { unmount } = show({ limit: { perMonth: 2, taken: 1 } });
    expect(screen.getByText('1 of 2 this month')).toBeTruthy();
    unmount();
    show({ limit: { perMonth: 2, taken: 2 } });
    expect(screen.getByText('You have reached 2 this month. The rest wait, or you can raise the limit.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'One more' }));
    fireEvent.click(screen.getByRole('button', { name: 'One less' }));
    expect(said).toEqual([3, 1]);
  });

  it('H10 know the ends of what can be said', () => {
    const { unmount } = show({ limit: { perMonth: 20, taken: 0 } });
    fireEvent.click(screen.getByRole('button', { name: 'One more' }));
    unmount();
    show({ limit: { perMonth: 0, taken: 0 } });
    fireEvent.click(screen.getByRole('button', { name: 'One less' }));
    expect(said).toEqual([]);
  });

  it('say so where there are none', () => {
    show({ requests: [] });
    expect(screen.getByText('No requests yet.')).toBeTruthy();
  });
});
