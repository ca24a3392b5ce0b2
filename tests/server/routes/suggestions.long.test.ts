import type { Attendee } from '@lapwing/shared/event/roster';
import type { EveningIntroductions } from '@lapwing/shared/protocol/introductions-api';
import { beforeEach, describe, expect, it } from 'vitest';
import { type EveningOfPicks, eveningOfPicks, LAST_BELL, MINUTE } from '../../support/evening-of-picks.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { delivered, mailerTo, mailServer } from '../../support/outbox.ts';

const HALL = { students: 6, mentors: 3, tables: 3, seats: 4 } as const;

let server: MailServer;
let e: EveningOfPicks;

const url = (more = ''): string => `${e.evening.url}/introductions${more}`;
const view = async (): Promise<EveningIntroductions> => (await e.ada.get(url())).json<EveningIntroductions>();
const asked = async () => (await view()).suggestions.asked;
const ask = (one: Attendee, to: Attendee) =>
  e.ada.post(url('/suggestions'), { suggestions: [{ students: [one.id], mentor: to.id }] });
const passes = async (ms: number): Promise<void> => {
  e.t.clock.leap(ms);
  await delivered(e.t);
};
const proposedTo = async (one: Attendee) =>
  (await view()).suggestions.proposed.find(({ students }) => students.some(({ id }) => id === one.id));
const wishes = (): unknown =>
  e.t.db.$client.prepare("SELECT count(*) FROM picks WHERE wish = 'introduce'").pluck().get();

/** The last bell has rung; Ann has agreed to introductions, nobody else among the students. */
async function rung(): Promise<void> {
  await e.agree(e.ann);
  await passes(LAST_BELL);
}

beforeEach(async () => {
  server = await mailServer({});
  e = await eveningOfPicks(HALL, true, { mailer: mailerTo(server.port) });
});

describe('a suggestion', () => {
  it('H19 is asked for a student who has agreed, once, however often and by how many it is pressed', async () => {
    const { ann, max, t, own } = e;
    await e.agree(ann);
    expect((await view()).suggestions).toEqual({ proposed: [], asked: [], unready: 0, alone: 0 });
    expect((await ask(ann, max)).json()).toMatchObject({ error: { code: 'not-now' } });
    await passes(LAST_BELL);
    const { suggestions, without } = await view();
    expect(without).toHaveLength(6);
    expect(suggestions).toMatchObject({ asked: [], unready: 5, alone: 0 });
    expect(suggestions.proposed.map(({ students }) => students)).toEqual([[{ id: ann.id, name: ann.name }]]);
    expect(wishes(), 'looking says nothing').toBe(0);

    const mei = await t.organiser('Mei');
    const all = suggestions.proposed.map(({ students, mentor }) => ({
      ...{ students: students.map(({ id }) => id), mentor: mentor.id },
    }));
    await Promise.all(
      [e.ada, mei, e.ada].map((who) => who.post(url('/suggestions'), { suggestions: [...all, ...all] })),
    );
    expect(await asked()).toMatchObject([{ students: [{ id: ann.id }], state: 'asked' }]);
    expect(wishes()).toBe(1);
    const mentor = all[0]?.mentor;
    expect((await own(ann)).after).toMatchObject({
      ...{ suggested: [{ id: mentor }], standings: [{ about: mentor, stands: 'asked' }] },
    });
    expect((await view()).suggestions.proposed).toEqual([]);
  });

  it('H19 the mentor reads that the organisers ask, hears of it by mail, and a yes introduces both by mail', async () => {
    const { ann, max, own, say, agree } = e;
    await rung();
    await ask(ann, max);
    const { requests } = (await own(max)).after ?? {};
    expect(requests).toMatchObject([{ from: ann.id, answer: null, line: '' }]);
    expect(requests?.[0]).toHaveProperty('suggestion');
    await passes(61 * MINUTE);
    const mail = server.mails.find(({ subject }) => subject?.startsWith('A student to be introduced to you'));
    expect([mail?.to].flat()[0]?.text).toBe(max.email);
    expect(mail?.text).toContain('The organisers ask');
    expect(mail?.text).not.toContain(ann.email);
    await agree(max);
    await say(max, ann);
    expect(await asked()).toMatchObject([{ state: 'yes' }]);
    await passes(2 * MINUTE);
    const both = server.mails.filter(({ replyTo }) => replyTo);
    expect(both.map(({ to }) => [to].flat()[0]?.text).sort()).toEqual([ann.email, max.email].sort());
    for (const { text } of both) expect(text).toContain('The organisers suggested that you meet');
    expect((await view()).without.map(({ id }) => id)).not.toContain(ann.id);
  });

  it('H19 the student takes it back like a wish of their own, and nothing more is asked for them', async () => {
    const { ann, max, mia, own, say } = e;
    await rung();
    await ask(ann, max);
    e.t.clock.advance(1_000);
    expect((await say(ann, max, { wish: null })).statusCode).toBe(200);
    expect((await own(max)).after?.requests).toEqual([]);
    expect(await asked()).toMatchObject([{ state: 'ended' }]);
    await ask(ann, mia);
    expect((await own(mia)).after?.requests).toEqual([]);
    expect(await proposedTo(ann)).toBeUndefined();
  });

  it('H19 organisers take it back until the mentor has answered, and a star stays', async () => {
    const { ada, ann, max, own, say } = e;
    await say(ann, max, { wish: null, star: true });
    await rung();
    await ask(ann, max);
    const [one] = await asked();
    await ada.delete(url(`/suggestions/${one?.id}`));
    expect(await asked()).toEqual([]);
    expect((await own(max)).after?.requests).toEqual([]);
    expect((await own(ann)).picks).toMatchObject([{ about: max.id, pick: { star: true, wish: null } }]);
    expect(await proposedTo(ann)).toBeDefined();
    await ask(ann, max);
    await say(max, ann);
    const [again] = await asked();
    expect((await ada.delete(url(`/suggestions/${again?.id}`))).json()).toMatchObject({ error: { code: 'not-now' } });
    expect((await ada.delete(url('/suggestions/missing'))).statusCode).toBe(404);
  });

  it('H19 a no is not told before the next morning, neither to the student nor to the organiser; then somebody else may be asked', async () => {
    const { ann, max, own, say, t, morning } = e;
    await rung();
    await ask(ann, max);
    await say(max, ann, { wish: 'not-now' });
    expect(await asked()).toMatchObject([{ state: 'asked' }]);
    expect(await proposedTo(ann)).toBeUndefined();
    await passes(morning - t.clock.now() + 1_000);
    expect(await asked()).toMatchObject([{ state: 'ended' }]);
    expect((await own(ann)).after?.standings).toMatchObject([{ stands: 'declined' }]);
    const next = await proposedTo(ann);
    expect(next).toBeDefined();
    expect(next?.mentor.id).not.toBe(max.id);
  });

  it('H19 of what nobody answered the student hears nothing', async () => {
    const { ann, max, untilEnd, t } = e;
    await rung();
    await ask(ann, max);
    await passes(untilEnd - t.clock.now() + MINUTE);
    await passes(MINUTE);
    expect(server.mails.filter(({ subject }) => subject?.startsWith('Your requests are closed'))).toEqual([]);
    const later = await t.organiser('Later');
    const again = { suggestions: [{ students: [e.bob.id], mentor: max.id }] };
    expect((await later.post(url('/suggestions'), again)).json()).toMatchObject({ error: { code: 'not-now' } });
  });
});

describe('who is suggested to whom', () => {
  it('H20 nobody to whom one of them said anything, who is kept apart, or who was introduced', async () => {
    const { ada, ann, max, mia, notYet, say, evening } = e;
    await say(ann, max, { wish: 'not-now' });
    await rung();
    await ada.put(`${evening.url}/blocks/${ann.id}/${mia.id}`, {});
    expect((await proposedTo(ann))?.mentor.id).toBe(notYet.id);
    for (const to of [max, mia]) await ask(ann, to);
    expect(await asked()).toEqual([]);
    await say(notYet, ann, { wish: 'not-now' });
    expect((await view()).suggestions).toMatchObject({ proposed: [], alone: 1 });
  });

  it('H20 no more of a mentor than their limit holds, with what is agreed and what is asked of them already', async () => {
    const { ann, bob, max, mia, notYet, agree, phones } = e;
    await agree(ann, bob);
    for (const one of [mia, notYet]) await phones.get(one.id)?.put(`/me/${one.id}/introductions`, { perMonth: 0 });
    await phones.get(max.id)?.put(`/me/${max.id}/introductions`, { perMonth: 1 });
    await passes(LAST_BELL);
    expect((await view()).suggestions, 'together they take the room of one').toMatchObject({
      ...{ proposed: [{ students: [{}, {}], mentor: { id: max.id }, interest: '' }], alone: 0 },
    });
    await e.ada.post(url('/suggestions'), {
      suggestions: [ann, bob].map(({ id }) => ({ students: [id], mentor: max.id })),
    });
    expect(await asked()).toHaveLength(1);
    await ask(bob, max);
    expect(await asked()).toHaveLength(1);
    expect((await view()).suggestions).toMatchObject({ proposed: [], alone: 1 });
  });
});

describe('who is suggested together', () => {
  /** Ann, Bob and one more go to the one mentor who gives anything, and who gives one introduction a month. */
  async function group(): Promise<readonly Attendee[]> {
    const { ann, bob, max, mia, notYet, agree, phones, evening } = e;
    const cem = evening.students.find(({ id }) => id !== ann.id && id !== bob.id);
    if (!cem) throw new Error('a third student is needed');
    await agree(ann, bob, cem, max);
    for (const one of [mia, notYet]) await phones.get(one.id)?.put(`/me/${one.id}/introductions`, { perMonth: 0 });
    await phones.get(max.id)?.put(`/me/${max.id}/introductions`, { perMonth: 1 });
    await passes(LAST_BELL);
    const all = [ann, bob, cem];
    await e.ada.post(url('/suggestions'), { suggestions: [{ students: all.map(({ id }) => id), mentor: max.id }] });
    return all;
  }

  it('H22 one yes introduces all of them: one mail to the mentor, one to each student, and one of the month', async () => {
    const { max, own, say } = e;
    const [ann, bob, cem] = (await group()) as [Attendee, Attendee, Attendee];
    const { requests } = (await own(max)).after ?? {};
    expect(requests).toHaveLength(3);
    expect(new Set(requests?.map(({ suggestion }) => suggestion)).size).toBe(1);
    await say(max, bob);
    expect((await own(max)).after?.requests.map(({ answer }) => answer)).toEqual([
      'introduce',
      'introduce',
      'introduce',
    ]);
    await passes(2 * MINUTE);
    const mails = server.mails.filter(({ subject }) => subject?.startsWith('Introduction: '));
    const to = (one: Attendee) => mails.filter((mail) => [mail.to].flat()[0]?.text === one.email);
    expect(mails).toHaveLength(4);
    expect(to(max)).toHaveLength(1);
    for (const one of [ann, bob, cem]) {
      expect(to(max)[0]?.text).toContain(one.email);
      expect(to(one)).toHaveLength(1);
      expect(to(one)[0]?.replyTo?.text).toBe(max.email);
    }
    expect(to(ann)[0]?.text).not.toContain(bob.name);
    expect((await own(max)).after?.limit).toEqual({ perMonth: 1, taken: 1 });
    expect((await view()).introductions.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('H22 who has taken it back is not introduced, the others are; and a mail of all goes with who is erased', async () => {
    const { max, own, say, phones, t } = e;
    const [ann, bob, cem] = (await group()) as [Attendee, Attendee, Attendee];
    t.clock.advance(1_000);
    await say(ann, max, { wish: null });
    await say(max, cem);
    await passes(2 * MINUTE);
    expect((await view()).introductions.map(({ student }) => student.id).sort()).toEqual([bob.id, cem.id].sort());
    expect((await own(ann)).after?.standings).toEqual([]);
    const kept = (): unknown =>
      t.db.$client.prepare("SELECT count(*) FROM mails WHERE key LIKE 'introduction:%:together'").pluck().get();
    expect(kept()).toBe(1);
    expect((await phones.get(bob.id)?.delete(`/me/${bob.id}`))?.statusCode).toBe(204);
    expect(kept()).toBe(0);
  });

  it('H22 an organiser’s own words for one of them make it a mail for each', async () => {
    const { max, say, ada } = e;
    await ada.put(url(), { sending: 'by-hand' });
    await group();
    await say(max, e.ann);
    await passes(2 * MINUTE);
    const drafts = (await view()).introductions;
    expect(drafts.map(({ state }) => state)).toEqual(['draft', 'draft', 'draft']);
    await ada.put(url(`/${drafts[0]?.id}`), { words: 'Please meet.' });
    await ada.post(url('/send'), { ids: drafts.map(({ id }) => id) });
    await delivered(e.t);
    const mails = server.mails.filter(({ replyTo }) => replyTo);
    expect(mails).toHaveLength(6);
    expect(mails.filter(({ text }) => text?.includes('Please meet.'))).toHaveLength(2);
  });
});
