import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { soundOf } from '../../../client/src/organiser/check-in/door-sounds.ts';
import { firstTables, rollOf } from '../../../client/src/organiser/check-in/roll.ts';
import { createSeenCodes } from '../../../client/src/organiser/check-in/seen-codes.ts';
import { at, moment, NINETEEN, person, table } from './builders.ts';
import { type Asked, openLive } from './open-live.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const doors = moment({ kind: 'doors' });
const aisha = person('Aisha Karim', { badgeCode: 'KQ4T7ACD' });
const presence = (asked: readonly Asked[]) => asked.filter(({ path }) => path.endsWith('/presence'));
const here = (one: typeof aisha, firstTable: object | null = null) => ({
  attendee: { ...one, checkedInAt: at(40) },
  firstTable,
});
const field = () => screen.getByRole('searchbox') as HTMLInputElement;
const enter = (text: string): void => {
  fireEvent.input(field(), { target: { value: text } });
  fireEvent.submit(field().closest('form') as HTMLFormElement);
};
const card = () => within(document.querySelector('.result') as HTMLElement);

describe('the field of the check-in', () => {
  it('takes a badge that a scanner types, and the id alone of a personal address', async () => {
    const { asked } = openLive({
      moment: doors,
      people: [aisha],
      answer: ({ path }) => (path.endsWith('/presence') ? here(aisha, { number: 8, name: 'Heron' }) : null),
    });
    enter('http://localhost:3000/b/KQ4T7ACD');
    await waitFor(() => expect(card().getByText('Table 8, Heron')).toBeTruthy());
    expect(card().getByText('In at 19:40')).toBeTruthy();
    expect(field().value).toBe('');
    enter(`https://evening.example/me/${aisha.id}#a-secret-of-hers`);
    await waitFor(() => expect(card().getByText(/Already in/u)).toBeTruthy());
    expect(JSON.stringify(asked)).not.toContain('a-secret-of-hers');
    expect(presence(asked)).toHaveLength(1);
  });

  it('prefers a name that looks like a code to a code that nobody has', async () => {
    const marta = person('Hannah Tyne');
    const { asked } = openLive({ moment: doors, people: [marta], answer: () => here(marta) });
    enter('Hannah T');
    await waitFor(() => expect(presence(asked)).toHaveLength(1));
  });

  it('says so for a code that nobody has, a badge of another event, and too many tries', async () => {
    let answer: object = { error: { code: 'unknown-code' } };
    openLive({ moment: doors, people: [aisha] });
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(answer), { status: 'error' in answer ? 422 : 200 }));
    enter('AAAACCCC');
    await waitFor(() => expect(card().getByText('No such code. Search by name')).toBeTruthy());
    answer = { error: { code: 'too-many-requests' } };
    enter('AAAACCCD');
    await waitFor(() => expect(card().getByText(/Too many tries/u)).toBeTruthy());
    answer = { attendee: null, elsewhere: { event: 'Spring evening', name: 'Bea', role: 'mentor' }, place: null };
    enter('AAAACCCE');
    await waitFor(() => expect(card().getByText('Wrong event. This is for Spring evening')).toBeTruthy());
    expect(card().getByRole('button', { name: 'Let in' })).toBeTruthy();
  });

  it('asks where on the waitlist somebody stands', async () => {
    const waiting = person('Wim Dekker', { standing: 'waiting' });
    openLive({
      moment: doors,
      people: [waiting],
      answer: ({ path }) => (path.endsWith('/scans') ? { attendee: waiting, elsewhere: null, place: 3 } : null),
    });
    enter('wim');
    await waitFor(() => expect(card().getByText('On the waitlist, place 3')).toBeTruthy());
  });
});

it('says already in when another desk was first and this page had not heard of it', async () => {
  openLive({
    moment: doors,
    people: [aisha],
    answer: () => ({ attendee: { ...aisha, checkedInAt: at(-19) }, firstTable: null }),
  });
  enter('aisha');
  await waitFor(() => expect(card().getByText('Already in since 18:41')).toBeTruthy());
});

it('asks for the name of a guest, once, and may do without', async () => {
  const guest = person('Guest of Ben', { unnamed: true });
  const { asked } = openLive({
    moment: doors,
    people: [guest],
    answer({ path, body }) {
      if (path.endsWith('/presence')) return here(guest);
      const { details } = body as { details?: object };
      return path.endsWith(`/people/${guest.id}`) ? { ...guest, ...details, unnamed: false } : null;
    },
  });
  enter('guest');
  fireEvent.input(await screen.findByLabelText('What is the guest’s name?'), { target: { value: ' Nia Obi ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the name' }));
  await waitFor(() => expect(card().getByText('Nia Obi')).toBeTruthy());
  expect(asked.at(-1)?.body).toEqual({ details: { name: 'Nia Obi' } });
  expect(screen.queryByLabelText('What is the guest’s name?')).toBeNull();
});

describe('phones that wait at the desk', () => {
  const waiting = (people: string[]) => ({
    number: '217',
    since: NINETEEN,
    validUntil: at(60),
    people: people as never,
  });

  it('are let in with one tap where the name is known, and their person is checked in', async () => {
    const { asked } = openLive({
      moment: doors,
      people: [aisha],
      waiting: [waiting([aisha.id])],
      answer: () => here(aisha),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Let in Aisha Karim, phone 217' }));
    await waitFor(() => expect(presence(asked)).toHaveLength(1));
    expect(asked.find(({ path }) => path.endsWith('/waiting/217'))?.body).toEqual({ person: aisha.id });
    expect(screen.queryByText('217')).toBeNull();
  });

  it('of unknown people go to whoever is checked in next, or to nobody', async () => {
    const { asked } = openLive({ moment: doors, people: [aisha], waiting: [waiting([])], answer: () => here(aisha) });
    fireEvent.click(screen.getByRole('button', { name: 'Choose whose phone 217 is' }));
    expect(screen.getByText('Phone 217 goes to whoever you check in next.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText(/goes to whoever/u)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Choose whose phone 217 is' }));
    enter('aisha');
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/waiting/217'))).toBe(true));
  });
});

it('reads out who is missing: mentors first, then by first table; a tap says here and can be taken back', async () => {
  const mia = person('Mia Mentor', { role: 'mentor' });
  const ben = person('Ben Ode');
  const here_ = person('Cleo Here', { checkedInAt: NINETEEN });
  const seats = { t1: { students: [ben.id], mentors: [mia.id] }, t2: { students: [aisha.id, here_.id], mentors: [] } };
  const { asked } = openLive({
    moment: doors,
    people: [aisha, ben, mia, here_],
    tables: [table(1), table(2)],
    schedule: { rounds: [seats] } as never,
    answer: ({ path, body }) =>
      path.endsWith('/presence')
        ? { attendee: { ...ben, checkedInAt: (body as { here: boolean }).here ? at(1) : null }, firstTable: null }
        : null,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Who is missing' }));
  const dialog = within(await screen.findByRole('dialog', {}, { timeout: 10_000 }));
  expect(dialog.getByRole('heading', { level: 2 }).textContent).toBe('3 are missing');
  expect(dialog.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
    'Mentors',
    'Table 1, Avocet',
    'Table 2, Bittern',
  ]);
  expect(dialog.queryByText('Cleo Here')).toBeNull();
  const tap = (): void => void fireEvent.click(dialog.getByRole('button', { name: 'Ben Ode is here' }));
  tap();
  await waitFor(() => expect(dialog.getByRole('heading', { level: 2 }).textContent).toBe('2 are missing'));
  tap();
  await waitFor(() => expect(presence(asked).map(({ body }) => body)).toEqual([{ here: true }, { here: false }]));
  fireEvent.click(dialog.getByRole('button', { name: 'Everybody' }));
  expect(dialog.getByText('Cleo Here')).toBeTruthy();
});

it('calls people without a plan, and at a table that is gone, at the end', () => {
  const lone = person('Lone Wolf');
  const gone = person('Gone Table');
  const schedule = { rounds: [{ t9: { students: [gone.id], mentors: [] } }] } as never;
  const groups = rollOf([lone, gone, aisha], firstTables(schedule, [table(1)]), [table(1)]);
  expect(groups.map(({ kind, people }) => [kind, people.length])).toEqual([['no-table', 3]]);
});

it('a code in sight is one code; it counts again after five seconds out of sight', () => {
  let now = 0;
  const isNew = createSeenCodes(() => now);
  const seen = (ms: number): boolean => {
    now += ms;
    return isNew('KQ4T7ACD');
  };
  expect([seen(0), seen(200), seen(4_900), seen(4_900), seen(5_001)]).toEqual([true, false, false, false, true]);
  expect(isNew('another')).toBe(true);
});

it('lets in, look and no be heard apart', () => {
  const base = { id: aisha.id, name: aisha.name };
  expect(soundOf({ ...base, kind: 'in', table: null, at: null, undoable: true })).toBe('high');
  expect(soundOf({ ...base, kind: 'kept' })).toBe('high');
  expect(soundOf({ ...base, kind: 'already', at: null })).toBe('two-low');
  expect(soundOf({ ...base, kind: 'elsewhere', event: 'x', role: 'student' })).toBe('two-low');
  expect(soundOf({ ...base, kind: 'unknown' })).toBe('long-low');
  expect(soundOf({ ...base, kind: 'checking' })).toBeNull();
});
