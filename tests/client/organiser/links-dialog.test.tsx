import { eventId } from '@lapwing/shared/kernel/ids';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { LinksDialog } from '../../../client/src/organiser/outbox/LinksDialog.tsx';
import { outboxApi } from '../../../client/src/organiser/outbox/outbox-api.ts';
import './builders.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(counts: object) {
  const sent: unknown[] = [];
  const links = { people: 0, had: 0, stopped: 0, refused: 0, withoutAddress: 0, origin: '', reach: 'everywhere' };
  vi.stubGlobal('fetch', async (_url: string, { method, body }: { method: string; body?: string }) => {
    if (method === 'POST') sent.push(JSON.parse(body ?? 'null'));
    const value = method === 'POST' ? { queued: 1 } : { ...links, example: null, ...counts };
    return new Response(JSON.stringify(value));
  });
  render(<LinksDialog api={outboxApi(eventId('e1'))} sends onClose={() => {}} />);
  return sent;
}
const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name, hidden: true });

it('counts apart whom a mail did not reach, and writes to the same addresses only when that is ticked', async () => {
  const sent = open({ had: 4, refused: 3 });
  await screen.findByText(/^3 could not be delivered\./u);
  expect(screen.getByText('4 had it already.')).toBeDefined();
  expect((await button('Send 0 mails')).disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('Try the same addresses once more'));
  fireEvent.click(await button('Send 3 mails'));
  await waitFor(() => expect(sent).toEqual([{ again: true }]));
});

it('leaves those out who are not ticked', async () => {
  const sent = open({ people: 1, refused: 3 });
  fireEvent.click(await button('Send 1 mail'));
  await waitFor(() => expect(sent).toEqual([{ again: false }]));
});

it('says nothing of it where every mail arrived', async () => {
  open({ people: 2 });
  await screen.findByText('2 people get a mail each.');
  expect(screen.queryByRole('checkbox', { hidden: true })).toBeNull();
});
