import { peopleOf } from '@lapwing/shared/event/room-change';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { tableId } from '@lapwing/shared/kernel/ids';
import { milliseconds } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import type { LogEntry, RepairOffer } from '@lapwing/shared/protocol/api';
import { PLAIN_LOOK } from '@lapwing/shared/protocol/messages';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { at, moment, NINETEEN, person, table } from './builders.ts';
import { type Asked, openLive, presses } from './open-live.tsx';

beforeAll(() => {
  // loaded once, so that the first dialog of a test does not wait for its code
  return import('../../../client/src/organiser/live/LiveDialogs.tsx');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const here = { checkedInAt: NINETEEN };
const ada = person('Ada Lo', here);
const ben = person('Ben Ray', here);
const mia = person('Mia Roe', { role: 'mentor', ...here });
const maya = person('Maya Lind', { checkedInAt: at(38) });
const SCHEDULE: Schedule = {
  rounds: Array.from({ length: 6 }, () => ({ t1: { students: [ada.id, ben.id], mentors: [mia.id] } })),
};
const ROOM = { people: [ada, ben, mia], schedule: SCHEDULE, tables: [table(1), table(2), table(12)] };

const offerFor = (change: RepairOffer['change'], planVersion = 5): RepairOffer => ({
  ...{ planVersion, kind: 'fewest-moves', change, lost: [], gained: [], fromRound: 3, moreRepeats: 0, moreSitOuts: 0 },
  seats: peopleOf(change).map((one) => ({ round: 3, person: one, from: null, to: tableId('t1') })),
  sizes: { least: 3, most: 3 },
});
/** A server that has an offer for every change and refuses every press. */
const offers = ({ path, body }: Asked): object | null =>
  path.endsWith('/repairs') ? [offerFor((body as { change: RepairOffer['change'] }).change)] : null;
const card = (name: RegExp | string): HTMLElement => screen.getByRole('heading', { name }).closest('li') as HTMLElement;

describe('Needs you', () => {
  it('has nothing to say while nothing needs a decision', () => {
    openLive(ROOM);
    expect(screen.getByText('Nothing needs you.')).toBeTruthy();
  });

  it('shows the consequence before the button, and one press makes it so', async () => {
    const { asked } = openLive({ ...ROOM, people: [...ROOM.people, maya], answer: offers });
    const apply = await within(card('Maya Lind is here and has no table')).findByRole('button', { name: 'Apply' });
    await screen.findByText('Maya Lind: table 1, now. Nobody else moves. All tables 3.');
    expect(apply.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(await screen.findByRole('button', { name: 'Apply' }));
    const change = { kind: 'arrived', people: [maya.id] };
    expect(presses(asked)).toEqual([{ kind: 'replan', planVersion: 5, change }]);
  });

  it('its number puts the focus on its first button', async () => {
    openLive({ ...ROOM, people: [...ROOM.people, maya], answer: offers });
    await screen.findByText(/Nobody else moves/u);
    fireEvent.keyDown(document.body, { key: '1' });
    expect(document.activeElement?.textContent).toBe('Apply');
  });

  it('asks again by itself when the room moved on under the offer', async () => {
    let asks = 0;
    const { asked } = openLive({
      ...{ ...ROOM, people: [...ROOM.people, maya] },
      answer: ({ path, body }) =>
        path.endsWith('/repairs') ? [offerFor((body as { change: RepairOffer['change'] }).change, ++asks)] : null,
    });
    await screen.findByText(/Nobody else moves/u);
    vi.stubGlobal('fetch', wrapped(asked, 'plan-outdated'));
    fireEvent.click(await screen.findByRole('button', { name: 'Apply' }));
    await screen.findByText(/new price/u);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('a mentor who leaves: a reserve steps in before anything closes', async () => {
    const calls = [{ person: mia.id, kind: 'leaving', minutes: 0, at: at(39) }] as const;
    const noa = person('Noa Kim', { role: 'mentor', standing: 'waiting', checkedInAt: NINETEEN });
    const { asked } = openLive({ ...ROOM, people: [...ROOM.people, noa], calls, answer: offers });
    const buttons = within(card('Mia Roe leaves now')).getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Noa Kim steps in', 'Has left', 'Done']);
    fireEvent.click(buttons[0] as HTMLElement);
    await screen.findByRole('button', { name: 'Apply' });
    await waitFor(() => {
      fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
      const change = { kind: 'replaced', mentor: mia.id, by: noa.id };
      expect(presses(asked)).toContainEqual({ kind: 'replan', planVersion: 5, change });
    });
  });

  it('a call from a phone is answered, and put aside at once', () => {
    const calls = [{ person: ben.id, kind: 'lost', minutes: 0, at: at(39) }] as const;
    const { asked } = openLive({ ...ROOM, calls });
    const lost = card('Ben Ray cannot find the table');
    expect(lost.textContent).toContain('Table 1');
    fireEvent.click(within(lost).getByRole('button', { name: 'Done' }));
    expect(asked.at(-1)).toMatchObject({
      ...{ method: 'PUT', path: '/api/events/e1/calls/ben-ray/lost', body: { answered: true } },
    });
    expect(screen.getByText('Nothing needs you.')).toBeTruthy();
  });

  it('a mentor who is not here: somebody steps in, or the table closes', async () => {
    const noa = person('Noa Kim', { role: 'mentor', standing: 'waiting', ...here });
    const people = [ada, ben, { ...mia, checkedInAt: null }, noa];
    const { asked } = openLive({ ...ROOM, people, answer: offers });
    fireEvent.click(within(card('Mia Roe is not here')).getByRole('button', { name: 'Noa Kim steps in' }));
    await waitFor(() =>
      expect(asked.at(-1)?.body).toEqual({ change: { kind: 'replaced', mentor: mia.id, by: noa.id } }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(within(card('Mia Roe is not here')).getByRole('button', { name: 'Close table 1' })).toBeTruthy();
  });

  it('time that the machine slept through can be given back', () => {
    const { asked } = openLive({ ...ROOM, staff: { slept: { from: at(30), until: at(33) } } });
    fireEvent.click(screen.getByRole('button', { name: 'Give the time back' }));
    expect(presses(asked)).toEqual([{ kind: 'giveBack', milliseconds: 180_000 }]);
  });

  it('an evening that runs late can be shortened', () => {
    const late: Moment = {
      ...moment({ kind: 'talking', round: 3, startsAt: at(34), endsAt: at(58) }),
      begun: [at(0), at(17), at(34)],
    };
    const { asked } = openLive({ ...ROOM, moment: late });
    fireEvent.click(screen.getByRole('button', { name: /^Rounds of 12 min, ends/u }));
    expect(presses(asked)).toEqual([{ kind: 'roundLength', minutes: 12 }]);
  });
});

/** The same server, which now refuses every press with this code. */
function wrapped(asked: readonly Asked[], code: string): typeof fetch {
  const before = globalThis.fetch;
  return async (...args) => {
    const answer = await before(...args);
    if (!asked.at(-1)?.path.endsWith('/live')) return answer;
    return new Response(JSON.stringify({ error: { code } }), { status: 409 });
  };
}

describe('the clock', () => {
  it('everything stops with one press, and Resume is the next step then', () => {
    const { asked } = openLive(ROOM);
    fireEvent.click(screen.getByRole('button', { name: 'Stop everything' }));
    expect(presses(asked)).toEqual([{ kind: 'stopAll', text: '' }]);
    cleanup();
    const stopped: Moment = {
      ...moment({
        ...{ kind: 'paused', remaining: milliseconds(60_000), since: at(39) },
        of: { kind: 'talking', round: 3, startsAt: at(34), endsAt: at(49) },
      }),
      announcement: { kind: 'stop', text: '', whole: true, since: at(39), until: null },
    };
    openLive({ ...ROOM, moment: stopped });
    expect(screen.getByText('Everything stands still. All screens say so.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Resume' }).getAttribute('aria-disabled')).toBe('false');
  });

  it.each([
    ['r', { kind: 'restartRound' }],
    ['s', { kind: 'skip', round: 4 }],
    ['b', { kind: 'blank', on: true }],
    ['e', { kind: 'endRound' }],
  ])('the key %s', (key, command) => {
    const { asked } = openLive(ROOM);
    fireEvent.keyDown(document.body, { key });
    expect(presses(asked)).toEqual([command]);
  });

  it('the rarer acts wait behind one button', () => {
    const { asked } = openLive(ROOM);
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    fireEvent.click(screen.getByRole('button', { name: 'Back to round 2' }));
    expect(presses(asked)).toEqual([{ kind: 'back' }]);
  });

  it('while the room moves, it says at how many tables all are here', () => {
    const moving = moment({ kind: 'moving', round: 4, startsAt: at(39), endsAt: at(41) });
    openLive({ ...ROOM, moment: moving, facts: { allHere: { round: 4, tables: 7, of: 10 } } });
    expect(screen.getByText('All here: 7 of 10 tables')).toBeTruthy();
  });

  it('says who pressed first, and what', async () => {
    const first: LogEntry = {
      ...{ version: 7, at: at(40), by: 'Jo', command: { kind: 'pause' }, undone: false, undoable: true },
      phase: { kind: 'doors' },
    };
    const { asked } = openLive({ ...ROOM, log: [first] });
    vi.stubGlobal('fetch', wrapped(asked, 'version-conflict'));
    fireEvent.keyDown(document.body, { key: 'n' });
    expect((await screen.findByRole('alert')).textContent).toContain('Jo pressed first: Paused.');
  });
});

describe('dialogs', () => {
  it('a message goes to all screens, 80 characters at most', async () => {
    const { asked } = openLive(ROOM);
    fireEvent.keyDown(document.body, { key: 'm' });
    const field = await screen.findByLabelText('Message');
    fireEvent.input(field, { target: { value: 'x'.repeat(81) } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    expect(presses(asked)).toEqual([]);
    expect(screen.getByText('Error: at most 80 characters.')).toBeTruthy();
    fireEvent.input(field, { target: { value: ' Cake at the back ' } });
    fireEvent.click(screen.getByLabelText('Over the whole screen'));
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    expect(presses(asked)).toEqual([{ kind: 'message', text: 'Cake at the back', whole: true }]);
  });

  it('T and a number open a table: who sits there, and what can be done', async () => {
    const { asked } = openLive({ ...ROOM, answer: offers });
    fireEvent.keyDown(document.body, { key: 't' });
    fireEvent.keyDown(document.body, { key: '2' });
    const dialog = await screen.findByRole('dialog', { name: 'Table 2, Bittern' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close table 2' }));
    await waitFor(() => expect(asked.at(-1)?.body).toEqual({ change: { kind: 'tableClosed', table: tableId('t2') } }));
  });

  it('somebody at a table has left, or moves by hand', async () => {
    const { asked } = openLive({ ...ROOM, answer: offers });
    fireEvent.click(screen.getByRole('button', { name: 'Open table 1, Avocet' }));
    fireEvent.click(await screen.findByRole('button', { name: /^Ada Lo/u }));
    fireEvent.click(await screen.findByRole('button', { name: 'Move to a table' }));
    fireEvent.change(screen.getByLabelText('To table'), { target: { value: 't12' } });
    await waitFor(() =>
      expect(asked.at(-1)?.body).toEqual({
        change: { kind: 'moved', person: ada.id, round: 3, table: tableId('t12') },
      }),
    );
  });

  it('a name typed at once after W presses nothing, even before the dialog is drawn', () => {
    const { asked } = openLive(ROOM);
    for (const key of ['w', 'e', 's', 'n']) fireEvent.keyDown(document.body, { key });
    expect(presses(asked)).toEqual([]);
  });

  it('a walk-in: a name and Enter, the seat at once, Enter, and the address for their phone', async () => {
    let sam = person('Sam Lee');
    const { asked } = openLive({
      ...ROOM,
      answer: (question) => {
        if (question.path.endsWith('/people')) sam = { ...sam, ...(question.body as { id: typeof sam.id }) };
        if (question.path.endsWith('/people')) return sam;
        if (question.path.endsWith('/presence')) return { attendee: { ...sam, checkedInAt: at(40) }, firstTable: null };
        if (question.path.endsWith('/link')) return { url: 'http://lapwing.test/me/sam#x' };
        return offers(question);
      },
    });
    fireEvent.keyDown(document.body, { key: 'w' });
    const name = await screen.findByLabelText('Name');
    fireEvent.input(name, { target: { value: 'Sam Lee' } });
    fireEvent.submit(name.closest('form') as HTMLFormElement);
    const dialog = await screen.findByRole('dialog', { name: 'Sam Lee is here' });
    await within(dialog).findByText(/Nobody else moves/u);
    expect(asked.map(({ path }) => path)).toContain(`/api/events/e1/people/${sam.id}/presence`);
    expect(sam.id).toMatch(/^[A-Za-z0-9_-]{12}$/u);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Apply'));
    expect(within(dialog).getByRole('img', { name: /QR code/u })).toBeTruthy();
  });

  it('displays are named, told apart, and forgotten when lost', async () => {
    const state = { sound: false, voice: false, board: null } as const;
    const displays = [
      { ...PLAIN_LOOK, id: 'd1', name: 'Display 1', lostSince: null, state },
      { ...PLAIN_LOOK, id: 'd2', name: 'Left wall', layout: 'map', lostSince: at(20), state: null },
    ] as const;
    const { asked } = openLive({ ...ROOM, staff: { displays } });
    fireEvent.keyDown(document.body, { key: 'd' });
    const dialog = await screen.findByRole('dialog', { name: 'Displays' });
    fireEvent.change(within(dialog).getAllByLabelText('Shows')[0] as HTMLElement, { target: { value: 'clock' } });
    expect(asked.at(-1)).toMatchObject({
      ...{ method: 'PUT', path: '/api/events/e1/displays/d1', body: { name: 'Display 1', layout: 'clock' } },
    });
    const put = { method: 'PUT', path: '/api/events/e1/displays/d1' };
    fireEvent.change(within(dialog).getAllByLabelText('Ground')[0] as HTMLElement, { target: { value: 'bright' } });
    expect(asked.at(-1)).toMatchObject({ ...put, body: { name: 'Display 1', layout: 'auto', theme: 'bright' } });
    fireEvent.click(within(dialog).getAllByLabelText('Says aloud what is announced')[0] as HTMLElement);
    expect(asked.at(-1)).toMatchObject({ ...put, body: { layout: 'auto', speaks: true } });
    expect(within(dialog).getAllByText(/^Sound off/u), 'of a lost one nothing is known').toHaveLength(1);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Forget display Left wall' }));
    expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/events/e1/displays/d2' });
    const press = (name: string): boolean => fireEvent.click(within(dialog).getByRole('button', { name }));
    const before = asked.length;
    press('Take back Display 1');
    press('Cancel');
    press('Take back Display 1');
    expect(asked, 'asked twice').toHaveLength(before);
    press('Take back');
    expect(asked.at(-1)).toMatchObject({ method: 'POST', path: '/api/events/e1/displays/d1/take-back' });
    press('New link for all displays');
    expect(asked).toHaveLength(before + 1);
    press('New link for all displays');
    expect(asked.at(-1)).toMatchObject({ method: 'POST', path: '/api/events/e1/display-link/renew' });
  });

  it('an organiser’s phone signs in with an address that works once', async () => {
    openLive({ ...ROOM, answer: { url: 'http://lapwing.test/#once', validUntil: at(45), maySignIn: true } });
    fireEvent.click(screen.getByRole('button', { name: 'Use my phone' }));
    expect(await screen.findByText(/until 19:45/u)).toBeTruthy();
  });
});

it('a latecomer who is checked in sees the seat at once', async () => {
  const late = person('Lea Orr');
  openLive({
    ...{ ...ROOM, people: [...ROOM.people, late] },
    answer: (question) =>
      question.path.endsWith('/presence')
        ? { attendee: { ...late, checkedInAt: at(40) }, firstTable: null }
        : offers(question),
  });
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'lea' } });
  fireEvent.submit(screen.getByRole('searchbox').closest('form') as HTMLFormElement);
  await waitFor(() => expect(document.querySelector('.result-seat')?.textContent).toContain('Nobody else moves'));
});
