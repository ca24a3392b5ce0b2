import type { Attendee } from '@lapwing/shared/event/roster';
import { eventId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';
import { type Channel, createHub } from '../../../server/src/fanout/hub.ts';
import { phonePlaces } from '../../../server/src/services/socket-places.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';
import type { TestSocket } from '../../support/test-socket.ts';

async function house(mostPhones?: number) {
  const t = await testApp(mostPhones === undefined ? {} : { mostPhones });
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [ann, bob, cy, dee] = evening.students as [Attendee, Attendee, Attendee, Attendee];
  const live = (person: Attendee, caller: Caller): Promise<TestSocket> => t.socket(`/me/${person.id}/live`, caller);
  const page = async (person: Attendee): Promise<TestSocket> => {
    const socket = await live(person, await evening.phone(person));
    await Promise.race([socket.settled(), socket.closed]);
    return socket;
  };
  const isOpen = ({ socket }: TestSocket): boolean => socket.readyState === socket.OPEN;
  return { t, ada, evening, ann, bob, cy, dee, live, page, isOpen };
}
const FULL = { code: 1013, reason: 'full' };

describe('S4 places for phones', () => {
  it('where all are taken one more is sent away politely, and its evening still comes over HTTP', async () => {
    const { evening, ann, bob, cy, live, page, isOpen, t } = await house(2);
    const pages = [await page(ann), await page(bob)];
    const phone = await evening.phone(cy);
    const late = await live(cy, phone);
    expect(await late.closed).toEqual(FULL);
    expect((await phone.get(`/me/${cy.id}/opening`)).statusCode).toBe(200);
    expect(pages.map(isOpen)).toEqual([true, true]);
    pages[0]?.socket.terminate();
    await pages[0]?.closed;
    // the server has seen it go
    while (t.services.hub.total('phone') > 1) await new Promise((soon) => setTimeout(soon, 2));
    expect(isOpen(await page(cy))).toBe(true);
  });

  it('whoever has none gets the place of somebody’s further page; whoever has one gets no further', async () => {
    const { ann, bob, cy, dee, page, isOpen } = await house(3);
    const anns = [await page(ann), await page(ann), await page(ann)];
    const bobs = await page(bob);
    expect(await anns[0]?.closed).toEqual(FULL);
    expect(await (await page(bob)).closed, 'no further page while others wait').toEqual(FULL);
    const cys = await page(cy);
    expect(await anns[1]?.closed).toEqual(FULL);
    expect([anns[2], bobs, cys].map((one) => one && isOpen(one))).toEqual([true, true, true]);
    expect(await (await page(ann)).closed, 'no further page').toEqual(FULL);
    expect(await (await page(dee)).closed, 'everybody has one').toEqual(FULL);
    expect([anns[2], bobs, cys].map((one) => one && isOpen(one))).toEqual([true, true, true]);
  });

  it('consoles and displays come in whatever the phones do', async () => {
    const { t, ada, evening, ann, page, isOpen } = await house(1);
    await page(ann);
    const console = await t.socket(`${evening.url}/socket`, ada);
    const wall = await t.socket(`${evening.displayUrl()}/live`, await evening.display());
    await console.settled();
    await wall.settled();
    expect([isOpen(console), isOpen(wall)]).toEqual([true, true]);
  });

  it('are by themselves one and a half for each person of the events that listen, and never fewer than 500', async () => {
    const { t, evening, ann, page } = await house();
    expect(phonePlaces(t.services, evening.id)).toBe(500);
    const large = await makeEvening(t, { students: 400, tables: 60, seats: 8, published: false });
    const people = t.services.evenings.get(large.id)?.people.size ?? 0;
    expect(phonePlaces(t.services, large.id)).toBe(Math.ceil(people * 1.5));
    await page(ann);
    expect(phonePlaces(t.services, large.id)).toBe(Math.ceil((people + 9) * 1.5));
  });
});

describe('S4 places for displays and helpers', () => {
  const places = { most: 6, ofOne: 4, first: false, mayGo: (hash: string) => !hash.startsWith('ours') };

  function hall() {
    const hub = createHub();
    const closed: string[] = [];
    const come = (event: string, sessionHash: string, more: Partial<typeof places> = {}): boolean => {
      const id = eventId(event);
      if (!hub.admitsTo(id, 'display', { ...places, ...more })) return false;
      const close = (): void => void closed.push(sessionHash);
      const channel = { send: () => {}, close, cut: close } as unknown as Channel;
      hub.join({
        ...{ eventId: id, audience: 'display', attendeeId: null, sessionHash, channel },
        lastHeardAt: instant(0),
      });
      return true;
    };
    return { come, closed };
  }

  it('one event takes so many and no more, and none of the places that others need', () => {
    const { come, closed } = hall();
    expect([1, 2, 3, 4, 5].map((n) => come('flooded', `flood ${n}`))).toEqual([true, true, true, true, false]);
    expect([1, 2, 3].map((n) => come('calm', `calm ${n}`))).toEqual([true, true, true]);
    expect(closed, 'the newest of the fullest goes for it').toEqual(['flood 4']);
    expect(come('calm', 'calm 4'), 'but not in turn for ever').toBe(false);
    expect(come('third', 'third 1')).toBe(true);
    expect(closed).toHaveLength(2);
  });

  it('what an organiser confirmed comes in where its event is full, for one that nobody knows', () => {
    const { come, closed } = hall();
    for (const n of [1, 2, 3, 4]) come('flooded', `flood ${n}`);
    for (const n of [1, 2]) expect(come('flooded', `ours ${n}`, { first: true })).toBe(true);
    expect(closed).toEqual(['flood 4', 'flood 3']);
    expect(come('flooded', 'flood 5')).toBe(false);
  });

  it('of real displays, in the real house', async () => {
    const { t, evening, isOpen } = await house();
    const link = await evening.display();
    await t.socket(`${evening.displayUrl()}/live`, link);
    const many = Array.from({ length: 55 }, async () =>
      t.socket(`${evening.displayUrl()}/live`, await evening.display()),
    );
    const sockets = await Promise.all(many);
    await Promise.all(sockets.map((one) => Promise.race([one.settled(), one.closed])));
    expect(sockets.filter(isOpen)).toHaveLength(49);
    const other = await makeEvening(t);
    const wall = await t.socket(`${other.displayUrl()}/live`, await other.display());
    await Promise.race([wall.settled(), wall.closed]);
    expect(isOpen(wall)).toBe(true);
  });
});
