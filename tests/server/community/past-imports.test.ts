import type { Profile } from '@lapwing/shared/community/profile';
import { memberId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { CommunityImport, ImportAsked, PastImport } from '@lapwing/shared/protocol/community-api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { listMembersWithProfile } from '../../../server/src/db/repositories/community-profiles.ts';
import { communityImportRows, communityProfiles, introductions, mails, staff } from '../../../server/src/db/schema.ts';
import { eraseDue } from '../../../server/src/services/retention-service.ts';
import { profileSaying } from '../../support/answers.ts';
import { member } from '../../support/community-builder.ts';
import type { TestApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';
import { community, DAY } from './queue-hall.ts';

const HOUR = DAY / 24;
const HEAD = 'name,email,headline';
const ANN = 'Ann Arbor,ann.arbor@example.org,Product lead';
const BEN = 'Ben Bold,ben.bold@example.org,Designer';
const CY = 'Cy Calm,cy.calm@example.org,Editor';
const file = (...rows: string[]): string => [HEAD, ...rows].join('\n');

const take = async (caller: Caller, text: string, kind = 'members', name = 'members.csv') =>
  (
    await caller.upload(`/api/community/imports?kind=${kind}&apply=yes`, Buffer.from(text), name)
  ).json<CommunityImport>();
const past = async (caller: Caller) => (await caller.get('/api/community/imports')).json<PastImport[]>();
const undo = (caller: Caller, { id }: { readonly id: string }) => caller.post(`/api/community/imports/${id}/undone`);
const ask = async (caller: Caller, { id }: { readonly id: string }) =>
  (await caller.post(`/api/community/imports/${id}/asked`)).json<ImportAsked>();
const names = ({ db }: TestApp): string[] => listMembersWithProfile(db).map(({ profile }) => profile.name);
const idOf = ({ db }: TestApp, name: string) =>
  db.select().from(communityProfiles).where(eq(communityProfiles.name, name)).get()?.memberId ?? memberId('');

/** Opened the mailed link and said that it was they. */
function confirms(t: TestApp, name: string): void {
  const at = instant(Math.floor(t.clock.now()));
  t.db
    .update(communityProfiles)
    .set({ confirmedAt: at, memberConsentAt: at })
    .where(eq(communityProfiles.memberId, idOf(t, name)))
    .run();
}

/** Joins by the form of the public page. */
const joins = (t: TestApp, name: string, more: Partial<Profile> = {}) =>
  t.stranger().post('/community/members', {
    profile: profileSaying(name, more),
    ...{ consents: { member: true, introductions: true }, ask: null, language: 'en' },
  });

describe('the list of imports', () => {
  it('C17 says who, when, which file and how many, the newest first', async () => {
    const { t, mei } = await community({ smtp: false });
    const nadia = await t.organiser('Nadia');
    await take(mei, file(ANN, BEN), 'members', 'members.csv');
    t.clock.leap(HOUR);
    await take(
      nadia,
      'asker,mentor,date\nann.arbor@example.org,ben.bold@example.org,2025-03-01',
      'introductions',
      'made\u202e  before.csv',
    );
    const [second, first, ...more] = await past(mei);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      ...{ kind: 'members', by: 'Mei', fileName: 'members.csv', rows: 2, added: 2, changed: 0, same: 0 },
      ...{ undoneAt: null, asked: 0, toAsk: 2 },
      undo: { removes: 0, restores: 0, stays: { introduced: 2 } },
    });
    expect(second).toMatchObject({
      ...{ kind: 'introductions', by: 'Nadia', rows: 1, added: 1, toAsk: 0 },
      undo: { removes: 1, restores: 0, stays: {} },
    });
    expect(second?.fileName).toBe('made before.csv');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(HOUR);
    const account = t.db.select().from(staff).where(eq(staff.name, 'Nadia')).get()?.id;
    expect((await (await t.organiser('Ada')).delete(`/api/staff/${account}`)).statusCode).toBe(204);
    expect(
      (await past(mei)).map(({ by }) => by),
      'without an account',
    ).toEqual(['', 'Mei']);
  });

  it('C17 holds no preview', async () => {
    const { mei } = await community({ smtp: false });
    await mei.upload('/api/community/imports?kind=members&apply=no', Buffer.from(file(ANN)));
    expect(await past(mei)).toEqual([]);
  });

  it('C17 knows counts and ids alone: who is erased is in none of it, and what the file was called goes after 100 days', async () => {
    const { t, mei } = await community({ smtp: false });
    await take(mei, file(ANN, BEN), 'members', 'Ann Arbor and friends.csv');
    await take(mei, file(ANN.replace('lead', 'head')), 'members', 'Ann Arbor.csv');
    await mei.delete(`/api/community/members/${idOf(t, 'Ann Arbor')}`);
    expect(names(t)).toEqual(['Ben Bold']);
    expect(JSON.stringify(t.db.select().from(communityImportRows).all())).not.toContain('Arbor');
    expect(await past(mei)).toMatchObject([
      { added: 0, changed: 1, undo: { removes: 0, restores: 0, stays: {} } },
      { added: 2, undo: { removes: 1, restores: 0, stays: {} } },
    ]);
    t.clock.leap(99 * DAY);
    eraseDue(t.services, () => undefined);
    const again = await t.organiser('Mei');
    expect((await past(again)).map(({ fileName }) => fileName)).toEqual(['Ann Arbor.csv', 'Ann Arbor and friends.csv']);
    t.clock.leap(2 * DAY);
    eraseDue(t.services, () => undefined);
    const left = await past(await t.organiser('Mei'));
    expect(left.map(({ fileName, by, rows }) => [fileName, by, rows])).toEqual([
      ['', 'Mei', 1],
      ['', 'Mei', 2],
    ]);
  });
});

describe('taking an import back', () => {
  it('C17 leaves who has said themselves what is so, and says how many before', async () => {
    const { t, mei } = await community({ smtp: false });
    const made = await take(mei, file(ANN, BEN, CY));
    confirms(t, 'Ann Arbor');
    await joins(t, 'Ben Bold', { email: 'ben.bold@example.org' });
    const [before] = await past(mei);
    expect(before?.undo).toEqual({ removes: 1, restores: 0, stays: { 'their-word': 2 } });
    const after = (await undo(mei, made)).json<PastImport[]>();
    expect(names(t)).toEqual(['Ann Arbor', 'Ben Bold']);
    expect(after[0]).toMatchObject({ added: 3, undo: { removes: 0, restores: 0, stays: { 'their-word': 2 } } });
    expect(after[0]?.undoneAt).not.toBeNull();
    expect((await undo(mei, made)).json()).toMatchObject({ error: { code: 'already-undone' } });
  });

  it('C17 is refused with a reason where all of it stays', async () => {
    const { t, mei } = await community({ smtp: false });
    const made = await take(mei, file(ANN));
    confirms(t, 'Ann Arbor');
    const answer = await undo(mei, made);
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'nothing-to-undo']);
    expect((await past(mei))[0]?.undoneAt).toBeNull();
    expect((await undo(mei, { id: 'none' })).statusCode).toBe(404);
  });

  it('C17 leaves whom a later import changed, until that one is taken back', async () => {
    const { t, mei } = await community({ smtp: false });
    const first = await take(mei, file(ANN, BEN));
    const second = await take(mei, file(ANN.replace('Product lead', 'Head of product'), BEN, CY));
    expect((await past(mei)).map((one) => one.undo)).toEqual([
      { removes: 1, restores: 1, stays: {} },
      { removes: 1, restores: 0, stays: { 'later-import': 1 } },
    ]);
    await undo(mei, first);
    expect(names(t)).toEqual(['Ann Arbor', 'Cy Calm']);
    await undo(mei, second);
    expect(listMembersWithProfile(t.db).map(({ profile }) => [profile.name, profile.headline])).toEqual([
      ['Ann Arbor', 'Product lead'],
    ]);
    const [, again] = await past(mei);
    expect(again?.undo).toEqual({ removes: 1, restores: 0, stays: {} });
    await undo(mei, first);
    expect(names(t)).toEqual([]);
  });

  it('C17 leaves who is named by introductions that came in since, and those of which somebody has said what came', async () => {
    const { t, mei } = await community({ smtp: false });
    const people = await take(mei, file(ANN, BEN, CY));
    member(t, 'Max Mentor', { email: 'max@example.org' });
    const rows = [
      'ann.arbor@example.org,max@example.org,2025-03-01,met',
      'ben.bold@example.org,max@example.org,2025-04-01,met',
    ];
    const made = await take(mei, ['asker,mentor,date,outcome', ...rows].join('\n'), 'introductions');
    t.db
      .update(introductions)
      .set({ mentorTouch: true, touchAskedAt: instant(1) })
      .where(eq(introductions.studentMember, idOf(t, 'Ann Arbor')))
      .run();
    expect((await past(mei)).map((one) => one.undo)).toEqual([
      { removes: 1, restores: 0, stays: { answered: 1 } },
      { removes: 1, restores: 0, stays: { introduced: 2 } },
    ]);
    await undo(mei, made);
    await undo(mei, people);
    expect(names(t)).toEqual(['Ann Arbor', 'Max Mentor']);
    expect(t.db.select().from(introductions).all()).toMatchObject([{ mentorTouch: true }]);
  });
});

describe('asking by mail', () => {
  it('C17 counts who has not agreed and was not asked, also in another import, and once their mail is long gone', async () => {
    const { t, mei } = await community({ smtp: false });
    const first = await take(mei, file(ANN, BEN, CY));
    confirms(t, 'Cy Calm');
    expect((await past(mei))[0]).toMatchObject({ asked: 0, toAsk: 2 });
    const told = await ask(mei, first);
    expect(told).toMatchObject({ asked: 2, imports: [{ asked: 2, toAsk: 0 }] });
    expect(await ask(mei, first)).toMatchObject({ asked: 0, imports: [{ asked: 2, toAsk: 0 }] });
    const second = await take(mei, file(ANN.replace('lead', 'head'), 'Di New,di@example.org,'));
    expect(await past(mei)).toMatchObject([
      { asked: 0, toAsk: 1 },
      { asked: 2, toAsk: 0 },
    ]);
    t.clock.leap(120 * DAY);
    eraseDue(t.services, () => undefined);
    expect(t.db.select().from(mails).all()).toEqual([]);
    const later = await t.organiser('Mei');
    expect(await ask(later, second)).toMatchObject({ asked: 1, imports: [{ asked: 1, toAsk: 0 }, { asked: 2 }] });
    expect(t.db.select().from(mails).all()).toMatchObject([{ to: 'di@example.org' }]);
  });

  it('C17 asks nobody who was taken back, and still those who stay', async () => {
    const { t, mei } = await community({ smtp: false });
    const first = await take(mei, file(ANN, BEN));
    await take(mei, file(ANN.replace('lead', 'head')));
    await undo(mei, first);
    expect(await ask(mei, first)).toMatchObject({ asked: 1, imports: [{ toAsk: 0 }, { asked: 1, toAsk: 0 }] });
    expect(t.db.select().from(mails).all()).toMatchObject([{ to: 'ann.arbor@example.org' }]);
  });
});
