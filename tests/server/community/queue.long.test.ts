import type { MemberId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { lookAtLives } from '../../../server/src/community/life-clock.ts';
import { memberLink } from '../../../server/src/community/member-link.ts';
import { findProfile } from '../../../server/src/db/repositories/community-profiles.ts';
import { communityProfiles, introductions, mails, proposals } from '../../../server/src/db/schema.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { delivered } from '../../support/outbox.ts';
import type { TestApp } from '../../support/test-app.ts';
import {
  asker,
  community,
  daysPass,
  decide,
  goes,
  look,
  mentor,
  proposed,
  questionIn,
  reply,
  TUESDAY,
} from './queue-hall.ts';

const TUESDAY_AT = instant(TUESDAY);

const to = (mail: { to?: unknown } | undefined): string => JSON.stringify(mail?.to ?? '');

describe('the queue', () => {
  it('C8 a run proposes for everybody at once, takes the place of what nobody decided, and is made once for a key', async () => {
    const { t, mei } = await community({ smtp: false });
    mentor(t, 'Max Mentor');
    asker(t, 'Ann Asker');
    asker(t, 'Ben Asker', { roles: ['law'], industries: [] });
    const key = 'the-same-key';
    const view = (await mei.post('/api/community/runs', { key })).json<CommunityView>();
    expect(view.run).toMatchObject({ served: 1, left: 1, optimal: true });
    expect(view.proposals).toMatchObject([
      {
        asker: { name: 'Ann Asker' },
        mentor: { name: 'Max Mentor' },
        state: 'proposed',
        load: { taken: 0, perMonth: 2 },
      },
    ]);
    expect(view.without).toMatchObject([{ asker: { name: 'Ben Asker' }, why: 'nobody-in-field' }]);
    expect((await mei.post('/api/community/runs', { key })).json<CommunityView>().proposals[0]?.id).toBe(
      view.proposals[0]?.id,
    );
    expect((await proposed(mei)).proposals.length).toBe(1);
    expect(t.db.select().from(proposals).all().length).toBe(1);
  });

  it('C8 is made on Mondays at 7 by itself, once, and made up for by a server that was off', async () => {
    const { t } = await community({ smtp: false });
    mentor(t, 'Max Mentor');
    asker(t, 'Ann Asker');
    await daysPass(t, 5);
    const run = async () => (await (await t.organiser('Mei')).get('/api/community')).json<CommunityView>().run;
    expect(await run()).toBeNull();
    await daysPass(t, 1);
    const made = (await run())?.at ?? 0;
    expect(new Date(made).getUTCDay()).toBe(1);
    await daysPass(t, 5);
    expect((await run())?.at).toBe(made);
  });

  it('C9 C10 a proposal is decided once; who comes second hears who was first, and nothing happens twice', async () => {
    const { t, mei } = await community();
    const bo = await t.organiser('Bo');
    mentor(t, 'Max Mentor');
    asker(t, 'Ann Asker');
    const [one] = (await proposed(mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    await bo.put(`/api/community/proposals/${one.id}/open`, {});
    expect((await mei.get('/api/community')).json<CommunityView>().proposals[0]?.openBy).toBe('Bo');
    expect((await bo.get('/api/community')).json<CommunityView>().proposals[0]?.openBy).toBe('');
    t.clock.advance(61_000);
    expect((await mei.get('/api/community')).json<CommunityView>().proposals[0]?.openBy).toBe('');
    expect((await decide(mei, one, 'approve')).statusCode).toBe(200);
    const second = await decide(bo, one, 'skip');
    expect([second.statusCode, second.json()]).toMatchObject([
      409,
      { error: { code: 'already-so', details: { by: 'Mei' } } },
    ]);
    await goes(t);
    expect(t.db.select().from(mails).all().length).toBe(1);
  });

  it('C11 what was approved can be taken back for 30 seconds, and then is asked', async () => {
    const { t, mei, mails: sent } = await community();
    mentor(t, 'Max Mentor');
    asker(t, 'Ann Asker');
    const [one] = (await proposed(mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    await decide(mei, one, 'approve');
    t.clock.advance(20_000);
    expect((await decide(mei, one, 'undo')).json<CommunityView>().proposals[0]?.state).toBe('proposed');
    await goes(t);
    expect(sent.length).toBe(0);
    await decide(mei, one, 'approve');
    await goes(t);
    expect(sent.length).toBe(1);
    expect((await decide(mei, one, 'undo')).json()).toMatchObject({ error: { code: 'nothing-to-undo' } });
  });

  it('C9 who is skipped makes room for the next choice, and comes back when that is undone', async () => {
    const { t, mei } = await community({ smtp: false });
    for (const name of ['Max Mentor', 'Mia Mentor']) mentor(t, name);
    asker(t, 'Ann Asker');
    const [one] = (await proposed(mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    const skipped = (await decide(mei, one, 'skip')).json<CommunityView>().proposals;
    const next = skipped.find(({ state }) => state === 'proposed');
    expect(next?.mentor.id).not.toBe(one.mentor.id);
    expect(skipped.length).toBe(2);
    const back = (await decide(mei, one, 'undo')).json<CommunityView>().proposals;
    expect(back).toMatchObject([{ id: one.id, state: 'proposed' }]);
    await decide(mei, one, 'skip');
    // nobody is proposed twice whom a matchmaker has passed over
    const again = (await proposed(mei)).proposals.filter(({ state }) => state === 'proposed');
    expect(again.map(({ mentor: who }) => who.id)).toEqual([next?.mentor.id]);
  });
});

describe('who is not introduced', () => {
  /** Asked by mail: what a matchmaker approved has gone out. */
  async function asked() {
    const { t, mei, mails: sent } = await community();
    const max = mentor(t, 'Max Mentor');
    const ann = asker(t, 'Ann Asker');
    const approve = async () => {
      const one = (await proposed(mei)).proposals.find(({ state }) => state === 'proposed');
      if (!one) throw new Error('nobody was proposed');
      expect((await decide(mei, one, 'approve')).statusCode).toBe(200);
    };
    const introduced = () => t.db.select().from(introductions).all().length;
    return { t, mei, sent, max, ann, approve, introduced };
  }
  const agreesNoMore = (t: TestApp, id: MemberId) =>
    t.db
      .update(communityProfiles)
      .set({ introductionsConsentAt: null })
      .where(eq(communityProfiles.memberId, id))
      .run();

  it('C3 is nobody proposed who did not agree that their address is given, nor asked or introduced once they do no more', async () => {
    const { t, mei, sent, ann, max, approve, introduced } = await asked();
    agreesNoMore(t, ann.id);
    expect((await proposed(mei)).proposals).toEqual([]);
    t.db.update(communityProfiles).set({ introductionsConsentAt: TUESDAY_AT }).run();
    agreesNoMore(t, max);
    expect((await proposed(mei)).proposals).toEqual([]);
    t.db.update(communityProfiles).set({ introductionsConsentAt: TUESDAY_AT }).run();
    await approve();
    agreesNoMore(t, ann.id);
    await goes(t);
    expect(sent.length, 'in the half minute').toBe(0);
    t.db.update(communityProfiles).set({ introductionsConsentAt: TUESDAY_AT }).run();
    mentor(t, 'Mia Mentor');
    await approve();
    await goes(t);
    expect(sent.length).toBe(1);
    agreesNoMore(t, ann.id);
    const question = questionIn(sent[0]?.text);
    expect((await look(t, question)).json()).toMatchObject({ state: 'over', other: { firstName: '' }, line: '' });
    expect(await reply(t, question, 'yes')).toMatchObject({ state: 'over' });
    expect(introduced()).toBe(0);
  });

  it('C18 whom organisers keep apart at any evening are not proposed, asked or introduced, also when it came later', async () => {
    const { t, mei, sent, max, ann, approve, introduced } = await asked();
    const evening = await makeEvening(t);
    const [one, other] = [evening.students[0]?.id, evening.mentors[0]?.id];
    if (!one || !other) throw new Error('two people are needed');
    const is = t.db.$client.prepare('UPDATE attendees SET member_id = ? WHERE id = ?');
    is.run(ann.id, one);
    is.run(max, other);
    const block = (kept: boolean) => mei[kept ? 'put' : 'delete'](`${evening.url}/blocks/${one}/${other}`, {});
    expect((await block(true)).statusCode).toBe(200);
    expect((await proposed(mei)).proposals).toEqual([]);
    await block(false);
    await approve();
    await block(true);
    await goes(t);
    expect(sent.length, 'in the half minute').toBe(0);
    await block(false);
    t.db.delete(proposals).run();
    await approve();
    await goes(t);
    expect(sent.length).toBe(1);
    await block(true);
    const question = questionIn(sent[0]?.text);
    expect(await reply(t, question, 'yes')).toMatchObject({ state: 'over', other: { firstName: '' } });
    expect(introduced()).toBe(0);
  });
});

describe('the whole life of a request', () => {
  it('C12 to C15 asked, silent, the next one says no, the third yes; reminded, met, thanked, in touch: each mail once', async () => {
    const { t, mei, mails: sent } = await community();
    const mentors = ['Max Mentor', 'Mia Mentor', 'Mo Mentor'].map((name) =>
      mentor(t, name, { headline: 'Builds products' }),
    );
    const { id } = asker(t, 'Ann Asker', { line: 'How do you say no?' });
    const [one] = (await proposed(mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    await decide(mei, one, 'approve');
    await goes(t);
    expect(sent[0]?.text).toContain('How do you say no?');
    expect(JSON.stringify(sent[0]), 'no address before the yes').not.toContain('ann.asker@example.org');
    const first = questionIn(sent[0]?.text);
    const page = (await look(t, first)).json();
    expect(page).toMatchObject({ question: 'introduce', state: 'open', other: { firstName: 'Ann' } });
    expect(JSON.stringify(page)).not.toContain('ann.asker@');
    // nothing for three days: said at nine
    await daysPass(t, 4);
    expect(sent.slice(1).map((mail) => [to(mail).match(/[a-z.]+@/u)?.[0], mail.subject])).toEqual([
      [expect.stringContaining('mentor@'), 'Can we introduce you to somebody?'],
      ['ann.asker@', 'We ask somebody else for you'],
    ]);
    expect(sent[1]?.date?.getUTCHours()).toBe(9);
    expect((await look(t, first)).json()).toMatchObject({ state: 'over', other: { firstName: '' } });
    expect(await reply(t, first, 'yes'), 'too late').toMatchObject({ state: 'over' });
    expect(await reply(t, questionIn(sent[1]?.text), 'no')).toMatchObject({ state: 'answered', answer: 'no' });
    await delivered(t);
    expect(sent.length).toBe(5);
    const third = questionIn(sent[3]?.text);
    expect(await reply(t, third, 'yes')).toMatchObject({ state: 'answered', answer: 'yes' });
    expect(await reply(t, third, 'no'), 'the first one counts').toMatchObject({ answer: 'yes' });
    await delivered(t);
    const both = sent.slice(5);
    expect(both.map(({ subject }) => subject).sort()).toEqual([
      'You and Ann Asker',
      expect.stringMatching(/^You and M/u),
    ]);
    expect(both.map((mail) => JSON.stringify(mail.replyTo))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('ann.asker@example.org'),
        expect.stringContaining('mentor@example.org'),
      ]),
    );
    await daysPass(t, 8);
    expect(sent.length, 'a week later both hear again').toBe(9);
    await daysPass(t, 7);
    expect(sent.slice(9).map(({ subject }) => subject?.slice(0, 12))).toEqual(['Did you meet', 'Did you meet']);
    const ofAnn = sent.slice(9).find((mail) => to(mail).includes('ann.'));
    const met = questionIn(ofAnn?.text);
    for (let times = 0; times < 3; times++) {
      await t.stranger().get(met.path);
      expect((await look(t, met)).json(), 'a scanner of mails changes nothing').toMatchObject({
        state: 'open',
        answer: null,
      });
    }
    expect(await reply(t, met, 'met', 'You were right about lists.')).toMatchObject({
      state: 'answered',
      answer: 'met',
    });
    const [made] = t.db.select().from(introductions).all();
    const mentorId = made?.mentorMember;
    if (!mentorId) throw new Error('nobody was introduced');
    const link = new URL(memberLink(t.services, findProfile(t.db, mentorId) as never));
    const own = await t.stranger().post(`${link.pathname}/page`, { secret: link.hash.slice(1), language: 'en' });
    expect(own.json()).toMatchObject({ given: { made: 1, met: 1, thanks: ['You were right about lists.'] } });
    await daysPass(t, 80);
    expect(sent.length).toBe(13);
    const touch = questionIn(sent.slice(11).find((mail) => to(mail).includes('ann.'))?.text);
    expect(await reply(t, touch, 'in-touch')).toMatchObject({ question: 'in-touch', answer: 'in-touch' });
    await daysPass(t, 30);
    expect(sent.length).toBe(13);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(13);
    expect([mentors.length, id.length > 0]).toEqual([3, true]);
  });

  it('C13 after 28 days it is over, the asker hears so, and a second look says nothing twice', async () => {
    const { t, mei, mails: sent } = await community();
    mentor(t, 'Max Mentor');
    asker(t, 'Ann Asker');
    const [one] = (await proposed(mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    await decide(mei, one, 'approve');
    await goes(t);
    await reply(t, questionIn(sent[0]?.text), 'yes');
    await daysPass(t, 10);
    for (let look = 0; look < 5; look++) lookAtLives(t.services);
    await daysPass(t, 20);
    expect(sent.map(({ subject }) => subject).sort()).toEqual([
      'Can we introduce you to somebody?',
      'Did you meet Ann Asker?',
      'Did you meet Max Mentor?',
      'Max Mentor: four weeks are over',
      ...Array(2).fill('You and Ann Asker'),
      ...Array(2).fill('You and Max Mentor'),
    ]);
    expect(t.db.select().from(introductions).all()).toMatchObject([{ outcome: 'unknown' }]);
    expect(
      await reply(t, questionIn(sent.find(({ subject }) => subject?.startsWith('Did'))?.text), 'met'),
      'too late',
    ).toMatchObject({ state: 'over' });
  });

  it('C13 who takes a request back ends it, and the mentor who was asked hears it without a name', async () => {
    const { t, mei, mails: sent } = await community();
    mentor(t, 'Max Mentor');
    const { id, request } = asker(t, 'Ann Asker');
    const [one] = (await proposed(mei)).proposals;
    if (!one) throw new Error('nobody was proposed');
    await decide(mei, one, 'approve');
    await goes(t);
    const link = new URL(memberLink(t.services, findProfile(t.db, id) as never));
    const opened = { secret: link.hash.slice(1), language: 'en' };
    await t.stranger().post(`${link.pathname}/requests/${request}/withdrawn`, opened);
    await delivered(t);
    expect(sent[1]?.subject).toBe('The introduction is not needed any more');
    expect(sent[1]?.text).not.toContain('Ann');
    expect((await look(t, questionIn(sent[0]?.text))).json()).toMatchObject({ state: 'over' });
    expect(t.db.select().from(proposals).where(eq(proposals.id, one.id)).get()?.state).toBe('withdrawn');
  });
});

describe('the link of a question', () => {
  it('C12 opens that one question: not with another secret, for another number, nor what was never asked', async () => {
    const { t, mei, mails: sent } = await community();
    for (const name of ['Max Mentor', 'Mia Mentor']) mentor(t, name, { perMonth: 1 });
    for (const name of ['Ann Asker', 'Ben Asker']) asker(t, name);
    const { proposals: seen } = await proposed(mei);
    for (const one of seen) await decide(mei, one, 'approve');
    expect((await look(t, { path: `/introductions/a-${seen[0]?.id}`, secret: 'x'.repeat(43) })).statusCode).toBe(404);
    await goes(t);
    const [one, other] = [questionIn(sent[0]?.text), questionIn(sent[1]?.text)];
    expect(one.path).not.toBe(other.path);
    for (const [path, secret] of [
      [one.path, other.secret],
      [other.path, one.secret],
      ['/introductions/a-guess', one.secret],
      [one.path.replace('a-', 'ms-'), one.secret],
    ]) {
      expect((await look(t, { path: path ?? '', secret: secret ?? '' })).json()).toMatchObject({
        error: { code: 'link-invalid' },
      });
      const answer = await t.stranger().put(path ?? '', { secret, language: 'en', answer: 'yes', thanks: '' });
      expect(answer.statusCode).toBe(404);
    }
    expect(t.db.select().from(introductions).all()).toEqual([]);
    const wrong = await t.stranger().put(one.path, { secret: one.secret, language: 'en', answer: 'met', thanks: '' });
    expect(wrong.statusCode, 'an answer to another question').toBe(400);
  });
});
