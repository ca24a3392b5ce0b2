import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import { ORIGIN } from '../../support/test-caller.ts';

const MINUTE = 60_000;

async function room() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [ann, bob] = evening.students;
  if (!ann || !bob) throw new Error('two students are needed');
  const [annsPhone, bobsPhone] = [await evening.phone(ann), await evening.phone(bob)];
  return {
    t,
    ada,
    evening,
    ann,
    bob,
    annsPhone,
    staff: () => t.socket(`${evening.url}/socket`, ada),
    display: async () => t.socket(`${evening.displayUrl()}/live`, await evening.display()),
    anns: () => t.socket(`/me/${ann.id}/live`, annsPhone),
    bobs: () => t.socket(`/me/${bob.id}/live`, bobsPhone),
  };
}

describe('on connecting', () => {
  it('a phone gets the room and its card, a display room, hall and facts, a console room, facts and staff', async () => {
    const { staff, display, anns, ann, evening } = await room();
    const heard: string[] = [];
    for (const connect of [staff, display, anns]) {
      const socket = await connect();
      await socket.settled();
      heard.push(socket.messages.map((message) => message.t).join(' '));
      expect(socket.last('room')).toMatchObject({ protocol: 2, v: evening.version(), moment: evening.moment() });
      if (socket.all('card').length > 0) expect(socket.last('card')).toMatchObject({ id: ann.id, planVersion: 1 });
    }
    expect(heard).toEqual(['room facts staff staff c', 'room hall facts display c', 'room card c']);
  });

  it('the console hears who listens', async () => {
    const { staff, display, anns } = await room();
    const console = await staff();
    const [wall, phone] = [await display(), await anns()];
    await console.until(
      'staff',
      ({ displays, phones }) => displays.filter(({ lostSince }) => lostSince === null).length === 1 && phones === 1,
    );
    console.forget();
    wall.socket.close();
    phone.socket.terminate();
    await console.until(
      'staff',
      ({ displays, phones }) => displays.every(({ lostSince }) => lostSince !== null) && phones === 0,
    );
  });
});

describe('a press', () => {
  it('reaches console, display and phones with the very same bytes, its start 2.5 seconds ahead', async () => {
    const { t, ada, evening, staff, display, anns, bobs } = await room();
    const sockets = [await staff(), await display(), await anns(), await bobs()];
    await evening.start(ada);
    const { v } = { v: evening.version() };
    const frames = await Promise.all(
      sockets.map(async (socket) => {
        await socket.until('room', (frame) => frame.v === v);
        return socket.texts.find((text) => text.includes('"t":"room"') && text.includes(`"v":${v},`));
      }),
    );
    expect(new Set(frames).size).toBe(1);
    const { phase, before } = evening.moment();
    expect(before).toEqual({ kind: 'doors' });
    expect(phase).toMatchObject({ kind: 'talking', round: 1, startsAt: Math.floor(t.clock.now()) + 2_500 });
    for (const kind of ['pause', 'resume', 'addMinutes'] as const) {
      await evening.press(ada, kind === 'addMinutes' ? { kind, minutes: 1 } : { kind });
      expect(evening.moment().before, `${kind} acts at once`).toBeNull();
    }
  });

  it('of the clock reaches them as well', async () => {
    const { t, ada, evening, anns } = await room();
    const phone = await anns();
    await evening.start(ada);
    for (let half = 0; half < 21; half++) {
      t.clock.advance(MINUTE / 2);
      await phone.settled();
    }
    expect((await phone.until('room', ({ moment }) => moment.phase.kind === 'moving')).v).toBe(evening.version());
  });

  it('that nobody made sends nothing: a refused one is silent', async () => {
    const { ada, evening, anns } = await room();
    const phone = await anns();
    await evening.press(ada, { kind: 'pause' });
    await phone.settled();
    expect(phone.all('room')).toHaveLength(1);
  });
});

describe('people and plans', () => {
  it('a check-in changes the counts, and only this person’s card', async () => {
    const { evening, staff, display, anns, bobs, ann } = await room();
    const [console, wall, hers, his] = [await staff(), await display(), await anns(), await bobs()];
    const before = console.last('staff').changes;
    evening.checkIn(ann);
    for (const screen of [console, wall]) await screen.until('facts', ({ studentsHere }) => studentsHere === 1);
    await hers.until('card', ({ checkedIn }) => checkedIn);
    await his.settled();
    expect(his.messages.map(({ t }) => t)).toEqual(['room', 'card', 'c']);
    await console.settled();
    expect(console.last('staff').changes).toBe(before + 1);
    expect(console.all('room'), 'no version rises').toHaveLength(1);
  });

  it('a published plan sends a card to whom it seats elsewhere or with others, and to nobody else', async () => {
    const { ada, evening, ann, anns, bobs } = await room();
    const phones = [await anns(), await bobs()];
    const changes = [{ round: 2, person: ann.id, table: null }];
    await ada.post(`${evening.url}/plan/1/edited`, { changes });
    await ada.post(`${evening.url}/plan/2/publish`);
    for (const phone of phones) await phone.settled();
    const told = phones.map((phone) => phone.all('card').filter(({ planVersion }) => planVersion === 2).length);
    expect(told).toEqual([1, 0]);
  });

  it('that do not concern a phone send it nothing: a walk-in, a draft, another table’s new name', async () => {
    const { ada, evening, anns, ann, annsPhone, t } = await room();
    const [phone, second] = [await anns(), await t.socket(`/me/${ann.id}/live`, annsPhone)];
    const { settings } = (await ada.get(evening.url)).json<{ settings: object }>();
    await ada.put(`${evening.url}/settings`, { ...settings, name: 'Renamed' });
    for (const page of [phone, second]) await page.until('card', ({ eventName }) => eventName === 'Renamed');
    phone.forget();
    await ada.post(`${evening.url}/people`, { details: { role: 'student', name: 'Walk In' } });
    await ada.post(`${evening.url}/plan`, { basis: 'expected' });
    await phone.settled();
    expect(phone.messages.map((message) => message.t)).toEqual(['c']);
    evening.checkIn(ann);
    await ada.post(`${evening.url}/people`, { details: { role: 'student', name: 'Another Walk In' } });
    await phone.settled();
    expect(phone.all('card'), 'the check-in, and nothing after it').toHaveLength(1);
    await ada.put(`${evening.url}/people/${ann.id}`, { details: { name: 'Ann Other' } });
    await phone.until('card', ({ name }) => name === 'Ann Other');
  });

  it('a new name of the evening reaches the display and the phones', async () => {
    const { ada, evening, display, anns } = await room();
    const [wall, phone] = [await display(), await anns()];
    const { settings } = (await ada.get(evening.url)).json<{ settings: object }>();
    await ada.put(`${evening.url}/settings`, { ...settings, name: 'Renamed' });
    await wall.until('hall', ({ eventName }) => eventName === 'Renamed');
    await phone.until('card', ({ eventName }) => eventName === 'Renamed');
  });
});

describe('the clock', () => {
  it('is told with the question’s own time, and when it came in and left', async () => {
    const { t, anns } = await room();
    const phone = await anns();
    const at = t.clock.now();
    phone.socket.send(JSON.stringify({ t: 'c', a: 1234.5678 }));
    const answer = await phone.until('c');
    expect(answer).toEqual({ t: 'c', a: 1234.5678, b: at, s: at });
  });
});

describe('the door', () => {
  it('is shut to other origins, to none at all, and without the right cookie', async () => {
    const { t, ada, evening, ann, bob, annsPhone } = await room();
    const phone = `/me/${ann.id}/live`;
    for (const origin of [
      'http://evil.example',
      'http://localhost:3000.evil.example',
      'http://localhost:30000',
      'null',
      '',
    ])
      await expect(t.socket(phone, annsPhone, { origin }), origin).rejects.toThrow('403');
    await expect(t.socket(phone, t.stranger())).rejects.toThrow('404');
    await expect(t.socket(phone, ada)).rejects.toThrow('404');
    await expect(t.socket(`/me/${bob.id}/live`, annsPhone)).rejects.toThrow('404');
    await expect(t.socket(`${evening.url}/socket`, annsPhone)).rejects.toThrow('401');
    await expect(t.socket(`${evening.displayUrl()}/live`, annsPhone)).rejects.toThrow('404');
    await expect(t.socket('/nowhere', annsPhone)).rejects.toThrow('404');
    const open = await t.socket(phone, annsPhone, { origin: ORIGIN });
    await open.settled();
  });
});
