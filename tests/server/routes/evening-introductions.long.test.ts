import type { Attendee } from '@lapwing/shared/event/roster';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { EveningIntroductions, MadeIntroduction } from '@lapwing/shared/protocol/introductions-api';
import { beforeEach, describe, expect, it } from 'vitest';
import { type EveningOfPicks, eveningOfPicks, LAST_BELL, MINUTE, SAID } from '../../support/evening-of-picks.ts';
import { type MailServer, No } from '../../support/mail-server.ts';
import { delivered, mailerTo, mailServer, stored } from '../../support/outbox.ts';
import type { Caller } from '../../support/test-caller.ts';

const HALL = { students: 12, mentors: 4, tables: 4, seats: 3 } as const;

let server: MailServer;
let e: EveningOfPicks;
let refuses: (address: string, time: number) => Error | null;

const url = (more = ''): string => `${e.evening.url}/introductions${more}`;
const view = async (who: Caller = e.ada): Promise<EveningIntroductions> =>
  (await who.get(url())).json<EveningIntroductions>();
const the = async (): Promise<MadeIntroduction> => {
  const [made] = (await view()).introductions;
  if (!made) throw new Error('nobody is introduced');
  return made;
};
const passes = async (ms: number): Promise<void> => {
  e.t.clock.leap(ms);
  await delivered(e.t);
};
const toEach = (): string[] =>
  server.mails.flatMap(({ to, replyTo }) => (replyTo ? ([to].flat()[0]?.text ?? '') : [])).sort();

/** Ann and her mentor of round 1 both want it; another student asks in vain. */
async function agreed(): Promise<void> {
  await e.say(e.ann, e.max, { line: SAID });
  await e.say(e.max, e.ann);
  await e.say(e.bob, e.max, { line: `${SAID} Bob` });
  await e.agree(e.ann, e.max);
}

beforeEach(async () => {
  refuses = () => null;
  server = await mailServer({ toRecipient: (address, time) => refuses(address, time) });
  e = await eveningOfPicks(HALL, true, { mailer: mailerTo(server.port) });
});

describe('until the last bell', () => {
  it('H4 and H6 an organiser reads how many were said in rounds that are over, and cannot watch the number', async () => {
    const { ada, ann, bob, max, say, t, evening } = e;
    const suggestions = { proposed: [], asked: [], unready: 0, alone: 0 };
    const empty = {
      suggestions,
      bell: null,
      waiting: 0,
      soon: 0,
      full: 0,
      introductions: [],
      without: [],
      slack: false,
      sending: 'at-once',
    };
    expect(await view()).toEqual({ ...empty, requests: 0 });
    await say(ann, max, { line: SAID });
    await say(max, ann);
    await say(bob, max, { wish: null, star: true });
    expect((await view()).requests, 'the round still talks').toBe(0);
    t.clock.leap(10 * MINUTE);
    expect(evening.moment().phase.kind).toBe('moving');
    expect(await view()).toEqual({ ...empty, requests: 2 });
    await say(bob, max);
    await say(ann, max, { wish: 'not-now' });
    expect((await view()).requests, 'the same until the next round is over').toBe(2);
    t.clock.leap(12 * MINUTE);
    expect((await view()).requests).toBe(2);
    expect((await ada.get(url())).body).not.toContain(SAID);
  });
});

describe('after the last bell', () => {
  it('H6 they read names of those alone who both want it, and numbers of all others', async () => {
    const { ann, bob, max, evening, t } = e;
    await agreed();
    evening.checkIn(ann, bob);
    t.clock.leap(LAST_BELL);
    const open = await view();
    expect(open).toMatchObject({ requests: 3, waiting: 1, soon: 1, full: 0, introductions: [] });
    expect(open.without).toEqual([{ id: bob.id, name: bob.name }]);
    await passes(12 * MINUTE);
    const made = await view();
    expect(made).toMatchObject({ soon: 0, full: 0 });
    expect(made.introductions).toMatchObject([
      {
        ...{ student: { id: ann.id, name: ann.name }, mentor: { id: max.id, name: max.name } },
        ...{ state: 'sent', by: 'mail', reason: '' },
      },
    ]);
    expect(made.introductions[0]?.words).toContain(SAID);
    expect(made.without).toEqual([{ id: bob.id, name: bob.name }]);
    expect(JSON.stringify(made)).not.toContain(`${SAID} Bob`);
  });

  it('H23 who is agreed and waits for its minutes or for room is not without an introduction; who has H9 in the way is', async () => {
    const { ann, bob, max, say, agree, phones, evening, t } = e;
    const names = async () => (await view()).without.map(({ id }) => id);
    evening.checkIn(ann, bob);
    for (const one of [ann, bob]) {
      await say(one, max);
      await say(max, one);
    }
    await agree(ann, max);
    await phones.get(max.id)?.put(`/me/${max.id}/introductions`, { perMonth: 0 });
    t.clock.leap(LAST_BELL);
    expect(await view()).toMatchObject({ soon: 1, full: 0, suggestions: { proposed: [], unready: 1 } });
    expect(await names(), 'Bob has not agreed that his address goes out').toEqual([bob.id]);
    await passes(12 * MINUTE);
    expect(await view()).toMatchObject({ soon: 0, full: 1, introductions: [] });
    expect(await names()).toEqual([bob.id]);
    await agree(bob);
    expect(await view()).toMatchObject({ soon: 0, full: 2, without: [] });
    await passes(e.untilEnd - t.clock.now() + MINUTE);
    const later = await t.organiser('Later');
    const over = (await later.get(url())).json<EveningIntroductions>();
    expect(over, 'nothing is made any more').toMatchObject({ soon: 0, full: 0, introductions: [] });
    expect(over.without.map(({ id }) => id).sort()).toEqual([ann.id, bob.id].sort());
  });

  it('H16 by hand they wait as drafts, are read, changed, put aside and sent, each with a line in the audit', async () => {
    const { ada, ann, max, own, t } = e;
    expect((await ada.put(url(), { sending: 'by-hand' })).json()).toMatchObject({ sending: 'by-hand' });
    await agreed();
    t.clock.leap(LAST_BELL);
    await passes(12 * MINUTE);
    const draft = await the();
    expect(draft).toMatchObject({ state: 'draft', by: null, sentAt: null });
    expect(server.mails).toEqual([]);
    expect((await own(ann)).after?.standings).toMatchObject([{ stands: 'agreed' }]);
    const put = (body: object) => ada.put(url(`/${draft.id}`), body);
    expect((await put({ words: draft.words })).statusCode).toBe(200);
    expect(t.db.$client.prepare('SELECT words FROM introductions').pluck().get(), 'ours stay ours').toBe('');
    await put({ words: ' Please meet.\r\nBoth of you {link}! ' });
    await put({ held: true });
    expect(await the()).toMatchObject({ state: 'held', words: 'Please meet.\nBoth of you {link}!' });
    await passes(60 * MINUTE);
    expect(server.mails.filter(({ replyTo }) => replyTo)).toEqual([]);
    await put({ held: false });
    await ada.post(url('/send'), { ids: [draft.id] });
    expect(await the()).toMatchObject({ state: 'sending' });
    await delivered(t);
    expect(await the()).toMatchObject({ state: 'sent', by: 'mail', sentAt: Math.floor(t.clock.now()) });
    const mails = server.mails.filter(({ replyTo }) => replyTo);
    expect(mails.map(({ replyTo }) => replyTo?.text).sort()).toEqual([ann.email, max.email].sort());
    for (const { text } of mails) expect(text).toMatch(/Please meet\.\nBoth of you !\n/u);
    expect((await own(ann)).after?.standings).toMatchObject([{ stands: 'sent' }]);
    expect((await put({ held: true })).json()).toMatchObject({ error: { code: 'mail-gone' } });
    const { lines } = (await ada.get(`${e.evening.url}/audit`)).json<AuditView>();
    expect(lines.slice(0, 5).map(({ act, count, person }) => [act, count ?? person])).toEqual([
      ['introductions-sent', 1],
      ['introduction-changed', ann.id],
      ['introduction-changed', ann.id],
      ['introduction-changed', ann.id],
      ['introduction-changed', ann.id],
    ]);
  });

  it('sends a draft once, whoever presses how often at the same time', async () => {
    const { ada, t } = e;
    await ada.put(url(), { sending: 'by-hand' });
    await agreed();
    t.clock.leap(LAST_BELL);
    await passes(12 * MINUTE);
    const { id } = await the();
    const mei = await t.organiser('Mei');
    const presses = [ada, mei, ada, mei].map((who) => who.post(url('/send'), { ids: [id, id, 'missing'] }));
    expect((await Promise.all(presses)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    await ada.put(url(), { sending: 'at-once' });
    await passes(10 * MINUTE);
    expect(toEach()).toEqual([e.ann.email, e.max.email].sort());
  });

  it('H11 sends no draft that one of them does not want any more, or that H9 forbids since', async () => {
    const { ada, ann, max, say, agree, phones, t, evening } = e;
    await ada.put(url(), { sending: 'by-hand' });
    await agreed();
    t.clock.leap(LAST_BELL);
    await passes(12 * MINUTE);
    const first = await the();
    await ada.put(`${evening.url}/blocks/${ann.id}/${max.id}`, {});
    await ada.post(url('/send'), { ids: [first.id] });
    expect(await the()).toMatchObject({ state: 'draft' });
    await ada.delete(`${evening.url}/blocks/${ann.id}/${max.id}`);
    await say(max, ann, { wish: 'not-now' });
    expect((await view()).introductions).toEqual([]);
    expect((await ada.post(url('/send'), { ids: [first.id] })).statusCode).toBe(200);
    t.clock.advance(1);
    await say(max, ann);
    await passes(2 * MINUTE);
    await phones.get(ann.id)?.put(`/me/${ann.id}/introductions`, { consent: false });
    expect((await view()).introductions, 'who takes the agreement back').toEqual([]);
    await agree(ann);
    expect((await view()).introductions).toHaveLength(1);
    expect(server.mails).toEqual([]);
  });

  it('tells which side did not get it and why, and that it is there once it went again', async () => {
    const { ada, ann, max, t, evening } = e;
    refuses = (address, time) => {
      if (address === ann.email) return new No(550, 'No such mailbox');
      return address === max.email && time === 1 ? new No(451, 'Come back later') : null;
    };
    await agreed();
    t.clock.leap(LAST_BELL);
    await passes(12 * MINUTE);
    expect(await the()).toMatchObject({ state: 'trouble', sentAt: null });
    expect((await the()).reason).toMatch(new RegExp(`^${ann.email}: .*No such mailbox`, 'u'));
    await passes(10 * MINUTE);
    expect(toEach(), 'what was put off has gone').toEqual([max.email]);
    refuses = () => null;
    const [mail] = stored(t).filter(({ to }) => to === ann.email);
    await ada.post(`${evening.url}/mails/${mail?.id}/again`);
    await delivered(t);
    expect(await the()).toMatchObject({ state: 'sent', reason: '' });
    expect(toEach()).toEqual([ann.email, max.email].sort());
  });

  it('an introduction of which nobody knows whether it arrived is named, and not sent again by itself', async () => {
    const { t, ann } = e;
    await agreed();
    t.clock.leap(LAST_BELL);
    await passes(12 * MINUTE);
    t.db.$client.prepare("UPDATE mails SET state = 'unsure' WHERE to_address = ?").run(ann.email);
    expect(await the()).toMatchObject({ state: 'trouble', reason: ann.email });
    await passes(24 * 60 * MINUTE);
    expect(toEach()).toEqual([ann.email, e.max.email].sort());
  });

  it('without a mail server waits in the outbox, and a draft of another evening is nobody’s here', async () => {
    const { id } = await eveningOfPicks(HALL).then(async (other) => {
      await other.say(other.ann, other.max);
      await other.say(other.max, other.ann);
      await other.agree(other.ann, other.max);
      other.t.clock.leap(LAST_BELL);
      other.t.clock.leap(12 * MINUTE);
      const [made] = (await other.ada.get(`${other.evening.url}/introductions`)).json<EveningIntroductions>()
        .introductions;
      expect(made).toMatchObject({ state: 'sending', by: 'mail' });
      expect(stored(other.t).map(({ state }) => state)).toEqual(['draft', 'draft']);
      return { id: made?.id };
    });
    expect((await e.ada.put(url(`/${id}`), { held: true })).statusCode).toBe(404);
    for (const body of [{ sending: 'never' }, {}]) expect((await e.ada.put(url(), body)).statusCode).toBe(400);
    expect((await e.ada.post(url('/send'), { ids: 'all' })).statusCode).toBe(400);
    const someone: Attendee = e.ann;
    expect((await e.phones.get(someone.id)?.get(url()))?.statusCode).toBe(401);
  });
});
