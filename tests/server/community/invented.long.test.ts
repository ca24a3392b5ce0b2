import { INVENTED_KEEPER, isInventedMember } from '@lapwing/shared/community/invented';
import { NO_KEEPER } from '@lapwing/shared/community/keeper';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { CommunityView, Funnel, MembersPage } from '@lapwing/shared/protocol/community-api';
import { describe, expect, it } from 'vitest';
import { mayBeIntroduced } from '../../../server/src/community/history.ts';
import { takeAnswer } from '../../../server/src/community/questions.ts';
import { findRequest } from '../../../server/src/db/repositories/intro-requests.ts';
import { insertProposal } from '../../../server/src/db/repositories/proposals.ts';
import {
  communityProfiles,
  introductions,
  introRequests,
  mails,
  members,
  proposals,
  slackMessages,
} from '../../../server/src/db/schema.ts';
import { seedCommunity } from '../../../server/src/demo/demo-community.ts';
import { slackLine } from '../../../server/src/outbox/slack/slack-line.ts';
import { profileSaying } from '../../support/answers.ts';
import { member } from '../../support/community-builder.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { SIGNING_SECRET } from '../../support/fake-slack.ts';
import { delivered } from '../../support/outbox.ts';
import { accountAt, fakeSlack } from '../../support/slack.ts';
import type { TestApp } from '../../support/test-app.ts';
import { asker, community, daysPass, decide, goes, mentor, proposed } from './queue-hall.ts';

const invented = (name: string) => ({ email: `${name}@community.example.org` });

/** The demo's community, and somebody at the console. */
async function demo(options: Parameters<typeof community>[0] = {}) {
  const hall = await community({ smtp: false, ...options });
  await seedCommunity(hall.t.services);
  const view = async () => (await hall.mei.get('/api/community')).json<CommunityView>();
  const figures = async () => (await hall.mei.get('/api/community/funnel')).json<Funnel>();
  const file = async () => (await hall.mei.get('/api/community/funnel.csv')).body.trim().split('\r\n').at(-1);
  const remove = async () => (await hall.mei.delete('/api/community/invented')).json<CommunityView>();
  return { ...hall, view, figures, file, remove };
}

/** Who is behind these ids: "real", "invented", or "mixed". */
function worlds(t: TestApp, pairs: readonly { readonly asker: string; readonly mentor: string }[]): string[] {
  const rows = new Map(
    t.db
      .select()
      .from(communityProfiles)
      .all()
      .map((row) => [row.memberId as string, isInventedMember(row)]),
  );
  return pairs.map((pair) => {
    const [one, other] = [rows.get(pair.asker), rows.get(pair.mentor)];
    return one !== other ? 'mixed' : one ? 'invented' : 'real';
  });
}
const everyPair = (t: TestApp) => t.db.select().from(proposals).all();

describe('invented people and real ones', () => {
  it('C24 once somebody real confirmed, a run proposes real people to each other alone', async () => {
    const { t, mei } = await demo();
    asker(t, 'Ann Asker', { roles: ['product', 'data-scientist', 'founder'] });
    expect((await proposed(mei)).proposals, 'nobody real gives any, many who are invented do').toEqual([]);
    mentor(t, 'Max Mentor');
    const made = (await proposed(mei)).proposals;
    expect(made.map(({ asker: one, mentor: other }) => [one.name, other.name])).toEqual([['Ann Asker', 'Max Mentor']]);
  });

  it('C24 who only typed something, or was written down, is nobody real yet', async () => {
    const { t, mei, view } = await demo();
    const before = (await view()).proposals.length;
    member(t, 'Una Unconfirmed', {}, { confirmedAt: null });
    expect((await proposed(mei)).proposals).toHaveLength(before);
  });

  it('C24 a mentor who gives to anybody is the next choice of nobody from the other side', async () => {
    const { t, mei, view } = await demo();
    const all = (await view()).proposals;
    mentor(t, 'Max Mentor', {
      ...{ perMonth: 20, years: 30, languages: ['en', 'de', 'fr'] },
      roles: ['product', 'data-scientist', 'design'].map((role) => ({ role, years: 30 })),
    });
    for (const one of all) expect((await decide(mei, one, 'skip')).statusCode).toBe(200);
    expect(worlds(t, everyPair(t))).not.toContain('mixed');
    expect(
      (await view()).proposals.filter(({ state }) => state === 'proposed'),
      'no next choice',
    ).toEqual([]);
    const real = asker(t, 'Ann Asker', { roles: ['security'] });
    const noSecurity = (await proposed(mei)).without.find(({ asker: one }) => one.id === real.id);
    expect(noSecurity?.why).toBe('nobody-in-field');
  });

  it('C24 a pair of both worlds is neither approved, nor asked, nor brought together, however it came about', async () => {
    const { t, mei, view } = await demo();
    const real = asker(t, 'Ann Asker');
    const made = member(t, 'Ines Invented', { years: 20, perMonth: 5, ...invented('ines') });
    expect(mayBeIntroduced(t.services, t.db, real.id, made)).toBe(false);
    expect(mayBeIntroduced(t.services, t.db, real.id, mentor(t, 'Max Mentor'))).toBe(true);
    const [some] = everyPair(t);
    if (!some) throw new Error('nobody was proposed');
    const mixed = { requestId: real.request, asker: real.id, mentor: made, reason: some.reason, madeAt: some.madeAt };
    insertProposal(t.db, { ...mixed, id: 'mixed', state: 'proposed' });
    const refused = await decide(mei, { id: 'mixed' }, 'approve');
    expect(refused.json()).toMatchObject({ error: { code: 'not-now' } });
    t.db.delete(proposals).run();
    insertProposal(t.db, { ...mixed, id: 'approved', state: 'approved', goesAt: some.madeAt });
    t.clock.advance(61_000);
    expect((await view()).underWay.map(({ asker: one }) => one.name)).not.toContain('Ann Asker');
    expect(findRequest(t.db, real.request)?.state).toBe('open');
  });

  it('C24 an import introduces nobody real to anybody invented: it knows no such member', async () => {
    const { t, mei } = await demo();
    member(t, 'Ann Arbor');
    const [row] = t.db.select().from(communityProfiles).all();
    const csv = `asker,mentor,date\nann.arbor@example.org,${row?.email},2026-03-01\n`;
    const answer = await mei.upload('/api/community/imports?kind=introductions&apply=yes', Buffer.from(csv));
    expect(answer.json()).toMatchObject({ added: 0, problems: [{ field: 'mentor', code: 'unknown-person' }] });
  });

  it('C23 nothing of them is looked for in Slack, nor said there', async () => {
    const slack = await fakeSlack();
    const line = slackLine(accountAt(slack), { callMs: 5_000 });
    const { t, mei, view } = await demo({ slack: { line, signingSecret: SIGNING_SECRET } });
    const [one] = (await view()).proposals;
    if (!one) throw new Error('nobody was proposed');
    await decide(mei, one, 'approve');
    await goes(t);
    expect((await view()).underWay[0]).toMatchObject({ phase: 'asked' });
    expect(takeAnswer(t.services, t.db, { is: 'introduce', proposal: one.id }, 'yes', '')).toMatchObject({ ok: true });
    expect((await view()).underWay[0]).toMatchObject({ phase: 'introduced', asker: one.asker, mentor: one.mentor });
    t.clock.advance(0);
    await t.services.slack?.outbox.settled();
    await delivered(t);
    expect([t.db.select().from(slackMessages).all(), t.db.select().from(mails).all()]).toEqual([[], []]);
  });

  it('C23 mails to real people say nothing of the demo’s keeper, whom no answer would reach', async () => {
    const { t, mei, mails: sent } = await demo({ smtp: true });
    const join = (name: string) =>
      t.stranger().post('/community/members', {
        ...{ profile: profileSaying(name), consents: { member: true, introductions: true }, ask: null, language: 'en' },
      });
    await join('Ann Arbor');
    await delivered(t);
    expect(sent[0]?.from?.value[0]?.name).toBe('Lapwing');
    expect([sent[0]?.replyTo, /demo|invented/iu.test(sent[0]?.text ?? 'demo')]).toEqual([undefined, false]);
    await mei.put('/api/community/keeper', { community: 'Friends', name: 'Kim Lee', contact: 'kim@example.org' });
    await join('Bea Arbor');
    await delivered(t);
    expect([sent[1]?.from?.value[0]?.name, sent[1]?.replyTo?.text]).toEqual(['Friends', 'kim@example.org']);
  });

  it('C25 figures show them while nobody else is there, and the file says so; then they count nobody invented', async () => {
    const { t, figures, file } = await demo();
    const alone = await figures();
    expect(alone.introduced).toBeGreaterThan(6);
    expect(await file()).toContain('all, with people invented for the demo');
    for (const name of ['Ann Asker', 'Ben Asker', 'Cem Asker']) asker(t, name);
    expect(await figures(), 'who asked').toEqual({ came: 3, picked: 3, introduced: 0, met: 0, inTouch: 0 });
    expect(await file()).toMatch(/^all,/u);
  });
});

describe('removing the invented people', () => {
  it('C26 leaves an empty community behind: members, requests, proposals, introductions, runs, keeper', async () => {
    const { t, mei, remove, view, figures, file } = await demo();
    const [one] = (await view()).proposals;
    if (one) await decide(mei, one, 'approve');
    const left = await remove();
    expect(left).toMatchObject({
      ...{
        keeper: NO_KEEPER,
        invented: { members: 0, keeper: false },
        run: null,
        proposals: [],
        without: [],
        underWay: [],
      },
      counts: { members: 0, giving: 0, unconfirmed: 0, requests: 0 },
    });
    for (const table of [members, communityProfiles, introRequests, proposals, introductions])
      expect(t.db.select().from(table).all()).toEqual([]);
    expect((await mei.get('/api/community/members?find=')).json<MembersPage>().total).toBe(0);
    expect(await figures()).toEqual({ came: 0, picked: 0, introduced: 0, met: 0, inTouch: 0 });
    expect(await file()).toBe('all,,0,0,0,0,0');
    expect(await remove(), 'a second time changes nothing').toEqual({ ...left, at: expect.any(Number) });
    t.clock.advance(61_000);
    await daysPass(t, 8);
    const later = (await (await t.organiser('Mei')).get('/api/community')).json<CommunityView>();
    expect(later).toMatchObject({ run: null, proposals: [], underWay: [] });
  });

  it('C26 leaves what is real: people, what they ask for, their introductions and runs, and a keeper somebody wrote', async () => {
    const { t, mei, remove, view } = await demo();
    t.clock.advance(1_000);
    asker(t, 'Ann Asker');
    mentor(t, 'Max Mentor');
    const said = { community: 'Friends', name: 'Kim Lee', contact: 'kim@example.org' };
    await mei.put('/api/community/keeper', said);
    t.clock.advance(1_000);
    const before = await proposed(mei);
    expect(before.invented, 'somebody said whose it is').toMatchObject({ keeper: false });
    const left = await remove();
    expect(left).toMatchObject({ keeper: said, run: before.run, proposals: before.proposals, counts: { members: 2 } });
    expect(await view()).toMatchObject({ invented: { members: 0, keeper: false } });
  });

  it('C26 a keeper is the demo’s only as it stood: one word more, and it stays', async () => {
    const { mei, remove } = await demo();
    const changed = { ...INVENTED_KEEPER, name: 'Kim Lee' };
    await mei.put('/api/community/keeper', changed);
    expect((await remove()).keeper).toEqual(changed);
  });

  it('C26 is for organisers, and stands in the audit', async () => {
    const { t, mei, view } = await demo();
    const evening = await makeEvening(t);
    expect((await t.stranger().delete('/api/community/invented')).statusCode).toBe(401);
    expect((await view()).invented.members).toBeGreaterThan(30);
    await mei.delete('/api/community/invented');
    const audit = (await mei.get(`${evening.url}/audit`)).json<AuditView>();
    expect(audit.lines[0]).toMatchObject({ act: 'invented-removed', by: 'Mei' });
  });
});
