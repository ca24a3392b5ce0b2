import { plannedEnd } from '@lapwing/shared/event/event';
import type { Attendee } from '@lapwing/shared/event/roster';
import { describe, expect, it } from 'vitest';
import { linkByMail, makeEvening, opened, partsOfLink, SETTINGS } from '../../support/evening-builder.ts';
import { stored } from '../../support/outbox.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const DAY = 86_400_000;

async function room() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [ann, bob] = evening.students as [Attendee, Attendee];
  const link = async (): Promise<string> =>
    (await ada.get(`${evening.url}/people/${ann.id}/link`)).json<{ url: string }>().url;
  const live = (caller: Caller) => t.socket(`/me/${ann.id}/live`, caller);
  /** What the page is told when it asks again: 200, or the refusal. */
  const says = async (caller: Caller, path = `/me/${ann.id}/opening`) => {
    const answer = await caller.get(path);
    return answer.statusCode === 200 ? 200 : answer.json<{ error: unknown }>().error;
  };
  const notMe = (caller: Caller) => caller.post(`/me/${ann.id}/not-me`);
  const calls = async () => (await ada.get(`${evening.url}/calls`)).json<{ kind: string; person: string }[]>();
  return { t, ada, evening, ann, bob, link, live, says, notMe, calls };
}
const over = (why: string) => ({ code: 'not-found', details: { why } });
const alsoIn = (texts: readonly string[]): string[] => texts.filter((text) => text.includes('"t":"also"'));

describe('S6 and L4 a device that is put out is told why', () => {
  it('opened elsewhere: at once where it listens, and when it asks again where it slept', async () => {
    const { evening, ann, live, says } = await room();
    const first = await evening.phone(ann);
    const socket = await live(first);
    for (let n = 0; n < 3; n++) await evening.phone(ann);
    expect(await socket.closed).toEqual({ code: 4401, reason: 'elsewhere' });
    expect(await says(first)).toEqual(over('elsewhere'));
  });

  it('renewed by the organiser; the old link says so too', async () => {
    const { t, ada, evening, ann, link, live, says } = await room();
    const [phone, old] = [await evening.phone(ann), await link()];
    const socket = await live(phone);
    await ada.post(`${evening.url}/links/renew`);
    expect(await socket.closed).toEqual({ code: 4401, reason: 'renewed' });
    expect(await says(phone)).toEqual(over('renewed'));
    const { path, secret } = partsOfLink(old);
    const again = await t.stranger().post(`${path}/session`, { secret });
    expect([again.statusCode, again.json()]).toEqual([
      404,
      { error: { code: 'link-invalid', details: { why: 'renewed' } } },
    ]);
  });

  it('ended by the clock', async () => {
    const { t, evening, ann, says } = await room();
    const phone = await evening.phone(ann);
    t.clock.leap(9 * DAY);
    expect(await says(phone)).toEqual(over('ended'));
  });

  it('ended by the clock while it listens: within two seconds, and not a second early', async () => {
    const { t, evening, ann, bob, live, notMe } = await room();
    const [phone, other] = [await evening.phone(ann), await evening.phone(ann)];
    const bobs = await evening.phone(bob);
    const end = plannedEnd(SETTINGS) + 7 * DAY;
    t.clock.leap(end - t.clock.now() - 1_000);
    // a link that was renewed a second before the end lives a week more
    expect((await notMe(phone)).statusCode).toBe(204);
    const [hers, his] = [await live(phone), await t.socket(`/me/${bob.id}/live`, bobs)];
    t.clock.advance(900);
    for (const socket of [hers, his]) await socket.settled();
    expect(his.socket.readyState).toBe(his.socket.OPEN);
    t.clock.advance(2_100);
    expect(await his.closed).toEqual({ code: 4401, reason: 'ended' });
    await hers.settled();
    expect(hers.socket.readyState).toBe(hers.socket.OPEN);
    expect((await other.get(`/me/${ann.id}/opening`)).statusCode).toBe(404);
  });

  it('a console whose sign-in merely grows old goes dark by itself', async () => {
    const { t, evening } = await room();
    const ole = await t.organiser('Ole');
    const week = t.clock.now() + 7 * DAY;
    while (week - t.clock.now() > 40_000_000) {
      t.clock.leap(39_000_000);
      expect((await ole.get('/api/events')).statusCode).toBe(200);
    }
    t.clock.leap(week - t.clock.now() - 1_000);
    const socket = await t.socket(`${evening.url}/socket`, ole);
    t.clock.advance(3_000);
    expect((await socket.closed).code).toBe(4401);
  });

  it('and nobody else learns anything: no stranger, no other person, nobody with a made-up cookie', async () => {
    const { t, ada, evening, ann, bob, says } = await room();
    const [bobs, anns] = [await evening.phone(bob), await evening.phone(ann)];
    await ada.post(`${evening.url}/links/renew`);
    const forged = t.stranger();
    forged.cookies.set(`lapwing_${ann.id}`, 'x'.repeat(43));
    const swapped = t.stranger();
    swapped.cookies.set(`lapwing_${ann.id}`, bobs.cookies.get(`lapwing_${bob.id}`) ?? '');
    for (const caller of [t.stranger(), forged, swapped]) expect(await says(caller)).toEqual({ code: 'not-found' });
    await ada.delete(evening.url);
    expect(await says(anns), 'of a deleted event neither').toEqual({ code: 'not-found' });
  });

  it('keeps no more than a few of those that were put out', async () => {
    const { t, evening, ann, says } = await room();
    const first = await evening.phone(ann);
    for (let n = 0; n < 30; n++) await evening.phone(ann);
    const rows = t.db.$client.prepare("SELECT count(*) FROM sessions WHERE kind = 'attendee'").pluck().get();
    expect(rows).toBe(3 + 8);
    expect(await says(first)).toEqual({ code: 'not-found' });
  });
});

describe('L4 opening on a new device shows on the old', () => {
  it('those that listen and those that come back, not the new one, not others, not the first', async () => {
    const { t, evening, ann, bob, live } = await room();
    const first = await evening.phone(ann);
    const [hers, bobs] = [await live(first), await t.socket(`/me/${bob.id}/live`, await evening.phone(bob))];
    await hers.settled();
    expect(alsoIn(hers.texts)).toEqual([]);
    const second = await evening.phone(ann);
    const new_ = await live(second);
    for (const socket of [hers, bobs, new_]) await socket.settled();
    const told = [JSON.stringify({ t: 'also', at: Math.floor(t.clock.now()) })];
    expect([alsoIn(hers.texts), alsoIn(bobs.texts), alsoIn(new_.texts)]).toEqual([told, [], []]);
    const back = await live(first);
    await back.settled();
    expect(alsoIn(back.texts), 'a phone that slept').toEqual(told);
    expect((await first.get(`/me/${ann.id}/opening`)).json()).toMatchObject({ also: { t: 'also' } });
    expect((await second.get(`/me/${ann.id}/opening`)).json()).not.toHaveProperty('also');
    t.clock.leap(13 * 3_600_000);
    expect((await first.get(`/me/${ann.id}/opening`)).json()).not.toHaveProperty('also');
  });

  it('the same browser that opens its link again is no new device', async () => {
    const { evening, ann, link, live } = await room();
    const [first, second] = [await evening.phone(ann), await evening.phone(ann)];
    const socket = await live(second);
    await opened(first, await link());
    await socket.settled();
    expect(alsoIn(socket.texts)).toEqual([]);
  });
});

describe('"Not me"', () => {
  it('puts the others out, kills the link they had, goes on itself, and tells the desk', async () => {
    const { t, evening, ann, bob, link, live, says, notMe, calls } = await room();
    const [mine, theirs, bobs] = [await evening.phone(ann), await evening.phone(ann), await evening.phone(bob)];
    const old = await link();
    const [here, there] = [await live(mine), await live(theirs)];
    expect((await notMe(mine)).statusCode).toBe(204);
    expect(await there.closed).toEqual({ code: 4401, reason: 'notTheirs' });
    await here.settled();
    expect([await says(mine), await says(theirs), await says(bobs, `/me/${bob.id}/opening`)]).toEqual([
      ...[200, over('notTheirs'), 200],
    ]);
    await expect(opened(t.stranger(), old)).rejects.toThrow('link-invalid');
    await expect(opened(theirs, old)).rejects.toThrow('link-invalid');
    expect(await calls()).toMatchObject([{ kind: 'stranger', person: ann.id }]);
    expect(
      here.texts.some((text) => text.includes('"calls":["stranger"]')),
      'nothing that a phone could take back',
    ).toBe(false);
    expect(stored(t)).toMatchObject([{ to: ann.email, subject: 'Your new link: Careers Night' }]);
    await opened(t.stranger(), await link());
    expect(await says(mine)).toBe(200);
  });

  it('said twice or with nobody else there changes nothing', async () => {
    const { t, evening, ann, link, notMe, calls } = await room();
    const mine = await evening.phone(ann);
    const old = await link();
    expect((await notMe(mine)).statusCode).toBe(204);
    expect([await link(), await calls(), stored(t)]).toEqual([old, [], []]);
    await evening.phone(ann);
    await notMe(mine);
    const now = await link();
    expect(now).not.toBe(old);
    await notMe(mine);
    expect(await link()).toBe(now);
    expect(stored(t)).toHaveLength(1);
  });

  it('is seen to by an organiser like any call, and cannot be said in another way or for somebody else', async () => {
    const { ada, evening, ann, bob, notMe, calls } = await room();
    const [mine, bobs] = [await evening.phone(ann), await evening.phone(bob)];
    await evening.phone(ann);
    expect((await bobs.post(`/me/${ann.id}/not-me`)).statusCode).toBe(404);
    expect((await mine.put(`/me/${ann.id}/calls/stranger`, { calling: true })).statusCode).toBe(400);
    await notMe(mine);
    expect(await calls()).toHaveLength(1);
    expect((await ada.put(`${evening.url}/calls/${ann.id}/stranger`, { answered: true })).statusCode).toBe(204);
    expect(await calls()).toEqual([]);
  });
});

describe('"Not me" of somebody who has the link, and not the mailbox', () => {
  async function intruded() {
    const at = await room();
    const { t, evening, ann, link } = at;
    const mailed = () => linkByMail(t, evening.id, ann.id);
    const intruder = await opened(t.stranger(), await link());
    const hers = await opened(t.stranger(), mailed());
    const also = async (caller: Caller) =>
      (await caller.get(`/me/${ann.id}/opening`)).json<{ also?: unknown }>().also !== undefined;
    return { ...at, mailed, intruder, hers, also };
  }

  it('puts nobody out who came by the mailed link: the desk hears of it, and that it stays is said', async () => {
    const { link, intruder, hers, says, notMe, calls } = await intruded();
    const before = await link();
    const answer = await notMe(intruder);
    expect([answer.statusCode, answer.json()]).toEqual([409, { error: { code: 'come-to-desk' } }]);
    expect([await says(intruder), await says(hers), (await link()) === before]).toEqual([200, 200, true]);
    expect(await calls()).toMatchObject([{ kind: 'stranger' }]);
    expect((await notMe(hers)).statusCode).toBe(204);
    expect([await says(intruder), await says(hers)]).toEqual([over('notTheirs'), 200]);
  });

  it('nor by opening the link over and over', async () => {
    const { t, link, intruder, hers, says, ann } = await intruded();
    for (let n = 0; n < 5; n++) await opened(t.stranger(), await link());
    expect([await says(hers), await says(intruder)]).toEqual([200, over('elsewhere')]);
    const rows = t.db.$client
      .prepare('SELECT count(*) FROM sessions WHERE attendee_id = ? AND ended_by IS NULL')
      .pluck()
      .get(ann.id);
    expect(rows).toBe(3);
  });

  it('where it went before the mail: who comes by the new link hears of who stayed, and ends it for good', async () => {
    const { t, evening, ann, link, says, notMe } = await room();
    const also = async (caller: Caller) =>
      (await caller.get(`/me/${ann.id}/opening`)).json<{ also?: unknown }>().also !== undefined;
    const intruder = await opened(t.stranger(), await link());
    const hers = await opened(t.stranger(), await link());
    expect((await notMe(intruder)).statusCode).toBe(204);
    expect([await says(intruder), await says(hers)]).toEqual([200, over('notTheirs')]);
    await opened(hers, linkByMail(t, evening.id, ann.id));
    expect([await also(hers), await also(intruder)]).toEqual([true, true]);
    expect((await notMe(intruder)).statusCode).toBe(409);
    expect((await notMe(hers)).statusCode).toBe(204);
    expect([await says(intruder), await says(hers)]).toEqual([over('notTheirs'), 200]);
  });

  it('who was sent the mail once is put out by whoever opens the new one, and not the other way round', async () => {
    const { t, evening, ann, says, notMe } = await room();
    const mailed = () => linkByMail(t, evening.id, ann.id);
    const intruder = await opened(t.stranger(), mailed());
    const hers = await opened(t.stranger(), mailed());
    t.clock.leap(1_000);
    await notMe(intruder);
    await opened(hers, mailed());
    expect((await notMe(intruder)).statusCode).toBe(409);
    expect((await notMe(hers)).statusCode).toBe(204);
    expect([await says(intruder), await says(hers)]).toEqual([over('notTheirs'), 200]);
  });

  it('who came later puts nobody out who was there before, and takes no page from them', async () => {
    const { t, ann, link, says, notMe } = await room();
    const [hers, later] = [await opened(t.stranger(), await link()), await opened(t.stranger(), await link())];
    expect((await notMe(later)).statusCode).toBe(409);
    expect([await says(hers), await says(later)]).toEqual([200, 200]);
    const latest = await opened(t.stranger(), await link());
    expect((await notMe(later)).statusCode).toBe(204);
    expect([await says(hers), await says(later), await says(latest)]).toEqual([200, 200, over('notTheirs')]);
    expect((await hers.get(`/me/${ann.id}/details`)).statusCode).toBe(200);
  });

  it('writes six mails a day at most, and then puts nobody out', async () => {
    const { t, link, says, notMe } = await room();
    const intruder = await opened(t.stranger(), await link());
    for (let n = 0; n < 7; n++) {
      await opened(t.stranger(), await link());
      await notMe(intruder);
    }
    expect(stored(t)).toHaveLength(6);
    expect(await says(intruder)).toBe(200);
    t.clock.leap(86_400_000 + 1_000);
    await notMe(intruder);
    expect(stored(t)).toHaveLength(7);
  });
});
