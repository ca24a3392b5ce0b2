import type { CommunityView, MembersPage, OwnMembership } from '@lapwing/shared/protocol/community-api';
import { describe, expect, it } from 'vitest';
import { memberLink } from '../../../server/src/community/member-link.ts';
import { findProfile } from '../../../server/src/db/repositories/community-profiles.ts';
import { findMemberByKeys } from '../../../server/src/db/repositories/members.ts';
import { communityProfiles, members } from '../../../server/src/db/schema.ts';
import { profileSaying } from '../../support/answers.ts';
import { asking, member } from '../../support/community-builder.ts';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { delivered, mailerTo, mailServer, stored } from '../../support/outbox.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const DAY = 86_400_000;
const both = { member: true, introductions: true };
const joining = (name: string, more: object = {}) => ({
  ...{ profile: profileSaying(name), consents: both, ask: null, language: 'en' },
  ...more,
});

async function withMail() {
  const server = await mailServer();
  const t = await testApp({ mailer: mailerTo(server.port) });
  return { server, t };
}

/** The address and the secret of the last link in a mail. */
function linkIn(text: string | undefined) {
  const [, path = '', secret = ''] = /https?:\/\/[^/\s]+(\/community\/[^#\s]+)#(\S+)/u.exec(text ?? '') ?? [];
  return { path, secret };
}

const page = async (t: TestApp, { path, secret }: { path: string; secret: string }) =>
  t.stranger().post(`${path}/page`, { secret, language: 'en' });

describe('joining the community', () => {
  it('C1 a profile is held against its bounds, and the field that is wrong is named', async () => {
    const t = await testApp();
    const wrong = { profile: profileSaying('Ada Lovelace', { perMonth: 21 }) };
    const answer = await t.stranger().post('/community/members', joining('Ada Lovelace', wrong));
    expect(answer.json()).toMatchObject({ error: { code: 'bad-request', details: { field: 'perMonth' } } });
    const without = { consents: { member: false, introductions: true } };
    expect((await t.stranger().post('/community/members', joining('Ada', without))).json()).toMatchObject({
      error: { details: { field: 'consents.member', problem: 'needed' } },
    });
  });

  it('C2 nothing counts before the mailbox said that it was they; the form answers the same for known and new', async () => {
    const { t, server } = await withMail();
    const ada = await t.organiser();
    const first = await t.stranger().post('/community/members', joining('Ann Arbor', { ask: asking() }));
    await delivered(t);
    const view = async () => (await ada.get('/api/community')).json<CommunityView>().counts;
    expect(await view()).toEqual({ members: 0, giving: 0, unconfirmed: 1, requests: 0 });
    const link = linkIn(server.mails[0]?.text);
    const seen = (await page(t, link)).json<OwnMembership>();
    expect(seen).toMatchObject({ profile: null, typed: { name: 'Ann Arbor' }, mayConfirm: true });
    expect(await view(), 'opening is no confirmation').toMatchObject({ members: 0 });
    const body = { secret: link.secret, language: 'en', profile: seen.typed, consents: both, seen: seen.seen };
    const confirmed = (await t.stranger().put(`${link.path}/profile`, body)).json<OwnMembership>();
    expect(confirmed).toMatchObject({ profile: { name: 'Ann Arbor' }, typed: null, consents: both });
    expect(await view()).toEqual({ members: 1, giving: 0, unconfirmed: 0, requests: 1 });
    const again = await t
      .stranger()
      .post(
        '/community/members',
        joining('Ann Arbor', { profile: { ...profileSaying('Ann Arbor'), headline: 'Not Ann' } }),
      );
    expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body]);
    await delivered(t);
    expect(server.mails[1]?.subject).toBe('You are a member already');
    expect((await page(t, link)).json<OwnMembership>().profile?.headline).toBe('');
  });

  it('C2 who was typed may delete it, and what nobody confirms goes after 14 days', async () => {
    const { t, server } = await withMail();
    await t.stranger().post('/community/members', joining('Ann Arbor'));
    await t.stranger().post('/community/members', joining('Ben Bolt'));
    await delivered(t);
    const { path, secret } = linkIn(server.mails[0]?.text);
    expect((await t.stranger().post(`${path}/not-mine`, { secret, language: 'en' })).statusCode).toBe(200);
    expect(t.db.select().from(members).all().length).toBe(1);
    t.clock.leap(15 * DAY);
    t.clock.advance(11 * 60_000);
    expect(t.db.select().from(members).all()).toEqual([]);
    expect(stored(t)).toEqual([]);
  });

  it('C2 where no mail goes out an organiser confirms them, and hands the link over', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    await t.stranger().post('/community/members', joining('Ann Arbor'));
    const [one] = (await ada.get('/api/community/members')).json<MembersPage>().members;
    const { link } = (await ada.post(`/api/community/members/${one?.id}/confirmed`)).json<{ link: string }>();
    expect((await page(t, linkIn(link))).json<OwnMembership>().profile?.name).toBe('Ann Arbor');
  });

  it('a file from evenings is not reached by what somebody typed, and nobody is recognised by it', async () => {
    const { t } = await withMail();
    const evening = await makeEvening(t);
    const [student] = evening.students;
    const before = t.db.select().from(members).all().length;
    const profile = profileSaying(student?.name ?? '', { email: student?.email ?? '' });
    await t.stranger().post('/community/members', joining('x', { profile }));
    expect(t.db.select().from(members).all().length).toBe(before + 1);
    expect(findMemberByKeys(t.db, profile.email, student?.name.toLowerCase().replaceAll(' ', '') ?? '')?.kept).toBe(
      false,
    );
  });

  it('writes to one mailbox at most once in ten minutes, whoever types it, and keeps five names there', async () => {
    const { t } = await withMail();
    for (let turn = 0; turn < 4; turn++) await t.stranger().post('/community/members', joining('Ann Arbor'));
    expect(stored(t).length).toBe(1);
    for (let turn = 0; turn < 9; turn++) {
      const profile = profileSaying(`Ann ${'abcdefghi'[turn]}`, { email: 'one@example.org' });
      await t.stranger().post('/community/members', joining('x', { profile }));
    }
    expect(t.db.select().from(communityProfiles).all().length).toBe(1 + 5);
  });
});

describe('a member’s own page', () => {
  it('C5 is opened by the secret of its link alone; a new one ends the old once it is opened', async () => {
    const { t, server } = await withMail();
    const id = member(t, 'Ann Arbor');
    const row = findProfile(t.db, id);
    if (!row) throw new Error('nobody is there');
    const old = linkIn(memberLink(t.services, row));
    const other = linkIn(memberLink(t.services, { ...row, memberId: member(t, 'Ben Bolt') }));
    expect((await page(t, old)).statusCode).toBe(200);
    expect((await page(t, { ...old, secret: other.secret })).json()).toMatchObject({ error: { code: 'link-invalid' } });
    expect((await page(t, { ...old, secret: 'x'.repeat(43) })).statusCode).toBe(404);
    for (const email of ['ann.arbor@example.org', 'nobody@example.org'])
      expect((await t.stranger().post('/community/links', { email, language: 'en' })).body).toBe('{}');
    t.clock.advance(3_000);
    await delivered(t);
    expect(server.mails.length).toBe(1);
    expect((await page(t, old)).statusCode, 'asking alone ends nothing').toBe(200);
    const next = linkIn(server.mails[0]?.text);
    expect((await page(t, next)).statusCode).toBe(200);
    expect((await page(t, old)).statusCode).toBe(404);
    expect((await page(t, next)).statusCode).toBe(200);
  });

  it('C5 a new address counts once the code that went there was typed', async () => {
    const { t, server } = await withMail();
    const id = member(t, 'Ann Arbor');
    const { path, secret } = linkIn(memberLink(t.services, findProfile(t.db, id) as never));
    const opened = { secret, language: 'en' };
    const profile = profileSaying('Ann Arbor', { email: 'New@Example.org', years: 4 });
    const saved = (
      await t.stranger().put(`${path}/profile`, { ...opened, profile, consents: both })
    ).json<OwnMembership>();
    expect(saved).toMatchObject({ newEmail: 'new@example.org', profile: { email: 'ann.arbor@example.org', years: 4 } });
    await delivered(t);
    expect(stored(t)[0]?.body, 'the outbox keeps no secret').toContain('{link}');
    const code = /^\s*([A-Z0-9]{8})\s*$/mu.exec(server.mails[0]?.text ?? '')?.[1] ?? '';
    const typed = (text: string) => t.stranger().put(`${path}/address`, { ...opened, code: text });
    expect((await typed('ACDEFHJK')).json()).toMatchObject({ error: { code: 'unknown-code' } });
    expect((await typed(code.toLowerCase())).json()).toMatchObject({
      newEmail: '',
      profile: { email: 'new@example.org' },
    });
  });

  it('C7 at most three requests are open, the same key is sent once, and each can be taken back', async () => {
    const t = await testApp();
    const { path, secret } = linkIn(memberLink(t.services, findProfile(t.db, member(t, 'Ann Arbor')) as never));
    const send = (key: string) => t.stranger().post(`${path}/requests`, { secret, language: 'en', key, ask: asking() });
    const keys = [0, 1, 2, 3].map(() => freshKey().repeat(2));
    for (const key of [keys[0], keys[0], keys[1], keys[2]]) expect((await send(key ?? '')).statusCode).toBe(200);
    expect((await send(keys[3] ?? '')).json()).toMatchObject({
      error: { code: 'not-now', details: { why: 'too-many' } },
    });
    const { requests } = (await page(t, { path, secret })).json<OwnMembership>();
    expect(requests.map(({ stands }) => stands)).toEqual(['waiting', 'waiting', 'waiting']);
    const withdrawn = `${path}/requests/${requests[0]?.id}/withdrawn`;
    expect((await t.stranger().post(withdrawn, { secret, language: 'en' })).json<OwnMembership>().requests.length).toBe(
      2,
    );
    expect((await send(keys[3] ?? '')).statusCode).toBe(200);
  });

  it('C5 C6 exports and deletes everything, for good', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const id = member(t, 'Ann Arbor', { headline: 'Compilers' });
    const { path, secret } = linkIn(memberLink(t.services, findProfile(t.db, id) as never));
    const opened = { secret, language: 'en' };
    await t.stranger().post(`${path}/requests`, { ...opened, key: freshKey().repeat(2), ask: asking() });
    const file = (await t.stranger().post(`${path}/data`, opened)).json();
    expect(file.community.community_profiles).toMatchObject([{ headline: 'Compilers' }]);
    expect(file.community.intro_requests).toMatchObject([{ line: 'How did you begin?' }]);
    expect((await t.stranger().post(`${path}/gone`, opened)).statusCode).toBe(200);
    expect((await page(t, { path, secret })).statusCode).toBe(404);
    expect((await ada.get('/api/community/members')).json()).toMatchObject({ total: 0, members: [] });
  });
});

describe('C4 who was at an evening', () => {
  it('is offered the same in one tap, with what they said there, on a device that has shown their mailbox', async () => {
    const { t, server } = await withMail();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [student] = evening.students;
    if (!student) throw new Error('a student is needed');
    await ada.post(`${evening.url}/outbox/links`);
    await delivered(t);
    const [, path = '', secret = ''] =
      /(\/me\/[^#\s]+)#(\S+)/u.exec(
        server.mails.find(({ to }) => JSON.stringify(to).includes(student.email))?.text ?? '',
      ) ?? [];
    const phone = t.stranger();
    await phone.post(`${path}/session`, { secret });
    expect((await phone.get(`${path}/community`)).json()).toMatchObject({ state: 'not-asked' });
    const agreed = { consents: { publicCard: false, introductions: true, keep: true }, photo: 'no' };
    await phone.put(`${path}/consents`, agreed);
    expect((await phone.get(`${path}/community`)).json()).toMatchObject({
      state: 'offered',
      profile: { name: student.name, email: student.email, years: 0 },
    });
    const offer = (await phone.post(`${path}/community`, { consents: both })).json();
    expect(offer).toMatchObject({ state: 'member' });
    expect((await page(t, linkIn(offer.address))).json<OwnMembership>().profile?.name).toBe(student.name);
    // shown at the desk, a link says nothing of a mailbox
    const shown = await evening.phone(student);
    expect((await shown.get(`${path}/community`)).json()).toMatchObject({ state: 'not-asked' });
  });
});
