import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { DeskCalls } from '@lapwing/shared/protocol/api';
import { type OwnDisplay, PLAIN_LOOK, type Staff } from '@lapwing/shared/protocol/messages';
import type { Pairing } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import { makeEvening, type Size } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const MINUTE = 60_000;

async function night(size: Size = {}) {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 15, tables: 5, seats: 4, settings: { rounds: 4 }, ...size });
  const [ann] = evening.students;
  if (!ann) throw new Error('a student is needed');
  const phone = await evening.phone(ann);
  return { t, ada, evening, ann, phone };
}

describe('a call to the desk', () => {
  it('is heard once however often it is sent, shown on the phone, and answered', async () => {
    const { t, ada, evening, ann, phone } = await night();
    const page = await t.socket(`/me/${ann.id}/live`, phone);
    for (let time = 0; time < 3; time++) {
      const said = await phone.put(`/me/${ann.id}/calls/late`, { calling: true, minutes: 10 });
      expect(said.statusCode).toBe(204);
    }
    await page.until('card', ({ calls }) => calls.includes('late'));
    await page.settled();
    expect(page.all('card')).toHaveLength(2);
    const calls = (await ada.get(`${evening.url}/calls`)).json<DeskCalls>();
    expect(calls).toMatchObject([{ person: ann.id, kind: 'late', minutes: 10 }]);
    const version = evening.version();
    await ada.put(`${evening.url}/calls/${ann.id}/late`, { answered: true });
    await page.until('card', (card) => card.calls.length === 0 && page.all('card').length === 3);
    expect((await ada.get(`${evening.url}/calls`)).json()).toEqual([]);
    expect(evening.version()).toBe(version);
    await ada.put(`${evening.url}/calls/${ann.id}/late`, { answered: false });
    expect((await ada.get(`${evening.url}/calls`)).json()).toHaveLength(1);
    await phone.put(`/me/${ann.id}/calls/late`, { calling: false });
    expect((await ada.get(`${evening.url}/calls`)).json()).toEqual([]);
    expect((await ada.put(`${evening.url}/calls/${ann.id}/late`, { answered: true })).statusCode).toBe(404);
  });

  it('whoever leaves says after which round, may think of another one, and is told no more once it is taken back', async () => {
    const { ada, evening, ann, phone } = await night();
    const say = (body: object) => phone.put(`/me/${ann.id}/calls/leaving`, body);
    const open = async () => (await ada.get(`${evening.url}/calls`)).json<DeskCalls>();
    await say({ calling: true, minutes: 30, afterRound: 3 });
    await say({ calling: true, minutes: 30, afterRound: 3 });
    expect(await open()).toMatchObject([{ kind: 'leaving', minutes: 30, afterRound: 3 }]);
    await say({ calling: true, minutes: 30, afterRound: 2 });
    expect(await open()).toMatchObject([{ afterRound: 2 }]);
    await say({ calling: true, minutes: 5 });
    expect(await open()).toMatchObject([{ afterRound: null }]);
    await say({ calling: false });
    expect(await open()).toEqual([]);
    expect((await say({ calling: true, afterRound: 21 })).statusCode).toBe(400);
  });

  it('said anew after it was answered is open again, and other words are refused', async () => {
    const { ada, evening, ann, phone } = await night();
    await phone.put(`/me/${ann.id}/calls/lost`, { calling: true });
    await ada.put(`${evening.url}/calls/${ann.id}/lost`, { answered: true });
    await phone.put(`/me/${ann.id}/calls/lost`, { calling: true });
    expect((await ada.get(`${evening.url}/calls`)).json()).toHaveLength(1);
    for (const [kind, minutes] of [
      ['bored', 0],
      ['late', 241],
      ['late', -1],
    ])
      expect((await phone.put(`/me/${ann.id}/calls/${kind}`, { calling: true, minutes })).statusCode).toBe(400);
  });
});

describe('all here', () => {
  it('fills the meter once a table, raises no version, and begins the talk when four of five tables said so', async () => {
    const { t, ada, evening } = await night();
    evening.checkIn(...evening.students);
    await evening.start(ada);
    t.clock.advance(3_000);
    t.clock.advance(10 * MINUTE);
    const staff = await t.socket(`${evening.url}/socket`, ada);
    expect(evening.moment().phase).toMatchObject({ kind: 'moving', round: 2 });
    const plan = t.services.evenings.plan(evening.id);
    const tables = Object.values(plan?.schedule.rounds[1] ?? {}).map(({ students }) => students);
    const say = async (id: AttendeeId | undefined, round = 2) => {
      const student = evening.students.find((one) => one.id === id);
      if (!student) throw new Error('nobody');
      const caller = await evening.phone(student);
      return (await caller.put(`/me/${student.id}/all-here`, { round })).statusCode;
    };
    const version = evening.version();
    expect(await say(tables[0]?.[0])).toBe(204);
    expect(await say(tables[0]?.[1])).toBe(204);
    expect(await say(tables[1]?.[0], 3), 'another round means nothing').toBe(204);
    await staff.until('facts', ({ allHere }) => allHere?.tables === 1 && allHere.of === 5);
    for (const seated of tables.slice(1, 4)) await say(seated[0]);
    expect(evening.version()).toBe(version);
    expect(evening.moment().phase.kind, 'not before people had the time to get up').toBe('moving');
    t.clock.advance(21_000);
    expect(evening.moment().phase).toMatchObject({ kind: 'talking', round: 2 });
    expect(evening.version()).toBe(version + 1);
    await staff.until('facts', ({ allHere }) => allHere === null);
  });
});

describe('all here, on the second way to a round', () => {
  it('is asked anew after Back, and begins the talk again', async () => {
    const { t, ada, evening } = await night();
    evening.checkIn(...evening.students);
    await evening.start(ada);
    t.clock.advance(3_000);
    t.clock.advance(10 * MINUTE);
    const everybody = await Promise.all(
      evening.students.map(async (student) => ({ student, caller: await evening.phone(student) })),
    );
    const sayAll = async (): Promise<void> => {
      for (const { student, caller } of everybody) await caller.put(`/me/${student.id}/all-here`, { round: 2 });
      t.clock.advance(24_000);
    };
    await sayAll();
    expect(evening.moment().phase).toMatchObject({ kind: 'talking', round: 2 });
    await evening.press(ada, { kind: 'back' });
    t.clock.advance(3_000);
    await evening.press(ada, { kind: 'next' });
    t.clock.advance(3_000 + 10 * MINUTE);
    expect(evening.moment().phase).toMatchObject({ kind: 'moving', round: 2 });
    expect(t.services.evenings.facts(evening.id)?.allHere).toMatchObject({ round: 2, tables: 0 });
    await sayAll();
    expect(evening.moment().phase).toMatchObject({ kind: 'talking', round: 2 });
  });

  it('is not forgotten in a pause, nor when a talk that began too early is undone', async () => {
    const { t, ada, evening, ann, phone } = await night();
    evening.checkIn(...evening.students);
    await evening.start(ada);
    t.clock.advance(3_000);
    t.clock.advance(10 * MINUTE);
    const said = () => t.services.evenings.facts(evening.id)?.allHere?.tables;
    await phone.put(`/me/${ann.id}/all-here`, { round: 2 });
    expect(said()).toBe(1);
    for (const kind of ['pause', 'resume'] as const) await evening.press(ada, { kind });
    expect(said()).toBe(1);
    await evening.press(ada, { kind: 'next' });
    t.clock.advance(5_000);
    await evening.press(ada, { kind: 'undo' });
    expect(said()).toBe(1);
  });
});

describe('displays', () => {
  it('are listed, named, told what to show, flashed, lost and forgotten', async () => {
    const { t, ada, evening } = await night();
    const console = await t.socket(`${evening.url}/socket`, ada);
    const page = await t.socket(`${evening.displayUrl()}/live`, await evening.display());
    expect(page.last('display')).toEqual({ ...PLAIN_LOOK, t: 'display', name: 'Display 1', flashedAt: null });
    t.clock.advance(1_000);
    await console.until('staff', ({ displays }) => displays[0]?.lostSince === null);
    const id = (console.last('staff') as Staff).displays[0]?.id;
    const url = `${evening.url}/displays/${id}`;
    expect((await ada.put(url, { name: ' Left wall ', layout: 'map' })).statusCode).toBe(204);
    await page.until('display', (own: OwnDisplay) => own.name === 'Left wall' && own.layout === 'map');
    await ada.post(`${url}/flash`);
    await page.until('display', (own: OwnDisplay) => own.flashedAt !== null);
    page.socket.close();
    await page.closed;
    t.clock.advance(1_000);
    await console.until(
      'staff',
      ({ displays }) => displays[0]?.lostSince !== null && displays[0]?.name === 'Left wall',
    );
    expect((await ada.send({ method: 'DELETE', url })).statusCode).toBe(204);
    t.clock.advance(1_000);
    await console.until('staff', ({ displays }) => displays.length === 0);
    expect((await ada.put(url, { name: 'x', layout: 'map' })).statusCode).toBe(404);
    expect((await ada.put(url, { name: ' ', layout: 'map' })).statusCode).toBe(400);
  });

  it('are set up where they stand, and tell consoles whether they can be heard', async () => {
    const { t, ada, evening } = await night();
    const console = await t.socket(`${evening.url}/socket`, ada);
    const own = await evening.display();
    const page = await t.socket(`${evening.displayUrl()}/live`, own);
    t.clock.advance(1_000);
    await console.until('staff', ({ displays }) => displays[0]?.state === null);
    const look = { layout: 'clock', theme: 'bright', light: false, speaks: true } as const;
    for (let time = 0; time < 2; time++)
      expect((await own.put(`${evening.displayUrl()}/look`, look)).statusCode).toBe(204);
    await page.until('display', ({ theme, speaks, layout }) => theme === 'bright' && speaks && layout === 'clock');
    const state = { sound: true, voice: true, board: null };
    expect((await own.put(`${evening.displayUrl()}/state`, state)).statusCode).toBe(204);
    t.clock.advance(1_000);
    const staff = await console.until('staff', ({ displays }) => displays[0]?.state?.sound === true);
    expect(staff.displays[0]).toMatchObject({ ...look, state });
    page.socket.close();
    await page.closed;
    t.clock.advance(1_000);
    await console.until('staff', ({ displays }) => displays[0]?.state === null && displays[0]?.lostSince !== null);
    for (const odd of [{ ...look, layout: 'wall' }, { ...look, name: 'Mine' }, { layout: 'map' }])
      expect((await own.put(`${evening.displayUrl()}/look`, odd)).statusCode).toBe(400);
    expect((await own.put(`${evening.displayUrl()}/state`, { sound: 'loud' })).statusCode).toBe(400);
  });

  it('show names only when an organiser sets them to, and forget nobody who is gone', async () => {
    const { t, ada, evening, ann } = await night();
    const own = await evening.display();
    const page = await t.socket(`${evening.displayUrl()}/live`, own);
    const other = await t.socket(`${evening.displayUrl()}/live`, await evening.display());
    await evening.start(ada);
    const look = { ...PLAIN_LOOK, layout: 'names' };
    expect((await own.put(`${evening.displayUrl()}/look`, look)).statusCode, 'not its own to take').toBe(403);
    const [mine] = t.services.evenings.staff(evening.id).displays;
    await ada.put(`${evening.url}/displays/${mine?.id}`, { name: 'Left wall', layout: 'names' });
    const board = await page.until('names');
    expect(board.people).toBe(evening.students.length);
    expect(board.lines).toHaveLength(board.people);
    expect(board.lines[0]?.tables).toHaveLength(4);
    expect((await own.get(`${evening.displayUrl()}/opening`)).json()).toMatchObject({
      names: { people: board.people },
    });
    await page.settled();
    page.forget();
    await ada.send({ method: 'DELETE', url: `${evening.url}/people/${ann.id}` });
    await page.until('names', ({ people }) => people === board.people - 1);
    expect((await own.put(`${evening.displayUrl()}/look`, { ...look, theme: 'bright' })).statusCode).toBe(204);
    expect((await own.put(`${evening.displayUrl()}/look`, PLAIN_LOOK)).statusCode).toBe(204);
    await page.settled();
    page.forget();
    await ada.put(`${evening.url}/people/${evening.students[1]?.id}`, { details: { name: 'New Name' } });
    await page.settled();
    await other.settled();
    expect(page.all('names'), 'it does not show them any more').toEqual([]);
    expect(other.all('names'), 'and no other display ever did').toEqual([]);
    expect((await own.get(`${evening.displayUrl()}/opening`)).json()).toMatchObject({ names: null });
  });

  it('poll where sockets are cut', async () => {
    const { evening } = await night();
    const display = await evening.display();
    const opening = await display.get(`${evening.displayUrl()}/opening`);
    expect(opening.json()).toMatchObject({
      ...{ room: { t: 'room' }, hall: { t: 'hall' }, facts: { t: 'facts' }, display: { t: 'display' } },
    });
  });
});

describe('several hands', () => {
  it('an organiser’s phone is paired once and within five minutes, and consoles of several people see each other by name', async () => {
    const { t, ada, evening } = await night();
    const { url } = (await ada.post('/api/console/pairing')).json<Pairing>();
    const secret = new URL(url).hash.slice(1);
    const phone = t.stranger();
    expect((await phone.post('/api/console/session', { secret })).statusCode).toBe(204);
    expect((await t.stranger().post('/api/console/session', { secret })).statusCode).not.toBe(204);
    expect((await phone.get('/api/console/door')).json()).toMatchObject({ me: { firstName: 'Ada' } });
    const mei = await t.organiser('Mei');
    const sockets = [await t.socket(`${evening.url}/socket`, ada), await t.socket(`${evening.url}/socket`, mei)];
    t.clock.advance(1_000);
    for (const socket of sockets) await socket.until('staff', ({ controllers }) => controllers.join() === 'Ada,Mei');
    const late = new URL((await ada.post('/api/console/pairing')).json<Pairing>().url).hash.slice(1);
    t.clock.advance(5 * MINUTE + 1);
    expect((await t.stranger().post('/api/console/session', { secret: late })).statusCode).toBe(410);
  });

  it('a machine that slept goes on where the clock is, and says so; the time can be given back', async () => {
    const { t, ada, evening } = await night();
    await evening.start(ada);
    t.clock.advance(3_000);
    const console = await t.socket(`${evening.url}/socket`, ada);
    t.clock.sleep(4 * MINUTE);
    await console.until('staff', ({ slept }) => slept !== null && slept.until - slept.from === 4 * MINUTE);
    const { phase } = evening.moment();
    expect(phase).toMatchObject({ kind: 'talking', round: 1 });
    t.clock.sleep(8 * MINUTE);
    expect(evening.moment().phase, 'nobody has to look').toMatchObject({ kind: 'talking', round: 2 });
    await evening.press(ada, { kind: 'giveBack', milliseconds: 8 * MINUTE });
    const before = evening.moment().phase;
    expect(before).toMatchObject({ kind: 'talking', round: 2 });
  });
});
