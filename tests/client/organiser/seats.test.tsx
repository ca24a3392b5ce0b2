import type { Attendee } from '@lapwing/shared/event/roster';
import { eventId } from '@lapwing/shared/kernel/ids';
import { NO_PAIRS, type PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import { computed, signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { eventApi } from '../../../client/src/organiser/console-api.ts';
import type { EventStore } from '../../../client/src/organiser/event-store.ts';
import { AskedPrivately } from '../../../client/src/organiser/people/AskedPrivately.tsx';
import { PersonDialog } from '../../../client/src/organiser/people/PersonDialog.tsx';
import { metAgainLines } from '../../../client/src/organiser/plan/report-sentences.ts';
import { say } from '../../../client/src/organiser/words.ts';
import { person, settings, table } from './builders.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ASKED = { ...person('Aisha Karim').registration, company: 'not with Ben, please' };
const AISHA = person('Aisha Karim', { access: 'wheelchair', registration: ASKED });
const BEN = person('Ben Ode');
const ZOE = person('Zoe Ray', { role: 'mentor' });

/** A server that keeps people and rules of two. */
function openStore(everybody: readonly Attendee[] = [AISHA, BEN, ZOE]) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  const people = signal(everybody);
  const company = signal<PeopleInPairs>(NO_PAIRS);
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    const method = init.method ?? 'GET';
    asked.push({ method, path, body });
    const [, one = '', other = ''] = /company\/([^/]+)\/([^/]+)/u.exec(path) ?? [];
    const rule = { one: one as Attendee['id'], other: other as Attendee['id'] };
    if (one !== '') {
      const pairs = method === 'PUT' ? [{ ...rule, kind: body.kind }] : [];
      return new Response(JSON.stringify({ ...NO_PAIRS, pairs }));
    }
    const who = people.value.find(({ id }) => path.endsWith(`/${id}`));
    return new Response(JSON.stringify({ ...who, ...body?.details }));
  });
  const store = {
    id: eventId('e1'),
    api: eventApi(eventId('e1')),
    detail: signal({ settings: settings(), tables: [table(1, { quiet: true }), table(2)] }),
    people,
    company,
    byId: computed(() => new Map(people.value.map((one) => [one.id, one]))),
    putPerson: (changed: Attendee) => {
      people.value = people.value.map((one) => (one.id === changed.id ? changed : one));
    },
  };
  return { asked, store: store as unknown as EventStore };
}

const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));

it('makes a rule of what somebody asked with one press, or ticks it off, and takes it back', async () => {
  const { asked, store } = openStore();
  render(<AskedPrivately store={store} onEdit={() => {}} />);
  expect(screen.getByText('1 person asked for something')).toBeTruthy();
  expect(screen.getByText(/not with Ben, please/u).textContent).toContain('wheelchair');
  press('Step-free table for Aisha Karim');
  expect(await screen.findByText('Aisha Karim: dealt with.')).toBeTruthy();
  expect(screen.getByText('Nothing is waiting for you')).toBeTruthy();
  const heard = 'not with Ben, please\nwheelchair';
  const needs = { stepFree: true, quiet: false, staysAt: null, heard };
  expect(asked.at(-1)).toMatchObject({ method: 'PUT', body: { details: { needs } } });
  press('Undo');
  expect(await screen.findByText('1 person asked for something')).toBeTruthy();
  press('Dealt with what Aisha Karim asked');
  expect(await screen.findByText('Aisha Karim: dealt with.')).toBeTruthy();
  expect(asked.at(-1)?.body).toEqual({ details: { needs: { ...needs, stepFree: false } } });
});

it('keeps apart or together in the dialog of a person; a mentor can only be kept apart; a removed rule comes back', async () => {
  const { asked, store } = openStore();
  render(<PersonDialog store={store} person={BEN} onClose={() => {}} />);
  const find = (text: string): void =>
    void fireEvent.input(screen.getByLabelText('Find somebody to keep apart or together'), { target: { value: text } });
  find('zoe');
  expect(screen.queryByRole('button', { name: 'Together with Zoe Ray' })).toBeNull();
  press('Keep apart from Zoe Ray');
  expect(await screen.findByText('Kept apart from')).toBeTruthy();
  expect(asked.at(-1)).toMatchObject({ method: 'PUT', body: { kind: 'apart' } });
  press('Remove the rule about Zoe Ray');
  expect(await screen.findByText('No longer kept apart from Zoe Ray.')).toBeTruthy();
  press('Undo');
  expect(await screen.findByText('Kept apart from')).toBeTruthy();
  find('aisha');
  expect(screen.getByRole('button', { name: 'Together with Aisha Karim' })).toBeTruthy();
  find('nobody of this name');
  expect(screen.getByText('Nobody of this name.')).toBeTruthy();
});

it('saves needs and hours only where they were changed, and shows words that count as a rule', async () => {
  const { asked, store } = openStore();
  const closed = vi.fn();
  const { unmount } = render(<PersonDialog store={store} person={AISHA} onClose={closed} />);
  const stepFree = screen.getByLabelText<HTMLInputElement>('Only step-free tables');
  expect(stepFree.checked, 'she names a wheelchair').toBe(true);
  press('Save');
  await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  expect(JSON.stringify(asked.at(-1)?.body)).not.toContain('needs');
  unmount();
  const again = render(<PersonDialog store={store} person={AISHA} onClose={closed} />);
  fireEvent.click(screen.getByLabelText('Only quiet tables'));
  fireEvent.change(screen.getByLabelText('Stays at one table'), { target: { value: 't1' } });
  press('Save');
  await vi.waitFor(() => expect(asked.at(-1)?.body).toMatchObject({ details: { needs: { quiet: true } } }));
  const needs = { stepFree: true, quiet: true, staysAt: 't1', heard: 'not with Ben, please\nwheelchair' };
  expect(asked.at(-1)?.body).toMatchObject({ details: { needs } });
  again.unmount();
  render(<PersonDialog store={store} person={ZOE} onClose={closed} />);
  fireEvent.input(screen.getByLabelText('Goes at'), { target: { value: '20:30' } });
  press('Save');
  const leavesAt = settings().startsAt + 90 * 60_000;
  await vi.waitFor(() => expect(asked.at(-1)?.body).toMatchObject({ details: { registration: { leavesAt } } }));
});

it('R104 says how many meet again from earlier evenings, and why', () => {
  const told = (again: Parameters<typeof metAgainLines>[0]): string => metAgainLines(again).map(say).join(' ');
  expect(told({ known: 12, mentors: 0, unavoidable: 0, students: 0 })).toBe(
    '12 pairs met at an earlier evening. None of them meets again.',
  );
  expect(told({ known: 12, mentors: 5, unavoidable: 3, students: 1 })).toBe(
    'From earlier evenings: 5 meetings with mentors again, 1 pair of students again. 3 meetings with mentors must be: these students know nearly all mentors here.',
  );
  expect(told({ known: 12, mentors: 0, unavoidable: 0, students: 2 })).toContain(
    'no student meets a mentor again, 2 pairs',
  );
});
