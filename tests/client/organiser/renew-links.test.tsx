import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { EventStore } from '../../../client/src/organiser/event-store.ts';
import { RenewLinks } from '../../../client/src/organiser/people/RenewLinks.tsx';
import './builders.ts';

afterEach(cleanup);

function open(ok: boolean) {
  const renewAllLinks = vi.fn(async () =>
    ok ? { ok: true, value: { people: 3 } } : { ok: false, refusal: { code: 'no-answer' } },
  );
  const onDone = vi.fn();
  render(<RenewLinks store={{ api: { renewAllLinks } } as unknown as EventStore} person={null} onDone={onDone} />);
  return { renewAllLinks, onDone };
}
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));

it('takes nobody’s link back before it was asked twice', async () => {
  const { renewAllLinks, onDone } = open(true);
  press('New links for everybody');
  press('Cancel');
  press('New links for everybody');
  expect(renewAllLinks).not.toHaveBeenCalled();
  press('Take the old back');
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  expect(renewAllLinks).toHaveBeenCalledTimes(1);
});

it('says so where it did not happen, and can be asked again', async () => {
  const { onDone } = open(false);
  press('New links for everybody');
  press('Take the old back');
  await screen.findByRole('alert');
  expect(onDone).not.toHaveBeenCalled();
  press('Take the old back');
});
