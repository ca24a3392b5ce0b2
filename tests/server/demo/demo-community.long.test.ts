import { INVENTED_KEEPER, isInventedMember } from '@lapwing/shared/community/invented';
import { NO_KEEPER } from '@lapwing/shared/community/keeper';
import { profileProblems } from '@lapwing/shared/community/problems';
import type { CommunityView, Funnel } from '@lapwing/shared/protocol/community-api';
import { describe, expect, it } from 'vitest';
import { listProfiles, profileOf } from '../../../server/src/db/repositories/community-profiles.ts';
import { listOpenRequests } from '../../../server/src/db/repositories/intro-requests.ts';
import { introductions } from '../../../server/src/db/schema.ts';
import { seedCommunity } from '../../../server/src/demo/demo-community.ts';
import { member } from '../../support/community-builder.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { delivered, stored } from '../../support/outbox.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import { community, DAY, daysPass, goes, TUESDAY } from '../community/queue-hall.ts';

const view = async (mei: Awaited<ReturnType<TestApp['organiser']>>): Promise<CommunityView> =>
  (await mei.get('/api/community')).json<CommunityView>();

async function seeded(start: number, options: Parameters<typeof testApp>[0] = {}) {
  const t = await testApp({ clock: fakeClock(start), ...options });
  expect(await seedCommunity(t.services)).toMatchObject({ ok: true });
  const mei = await t.organiser('Mei');
  return { t, mei };
}

/** A few days of the week, and of the year, at some hour. */
const STARTS = [0, 1, 3, 6, 40, 200].map((later) => TUESDAY + later * DAY + later * 3_600_000);

describe('the community of the demo', () => {
  it('C22 stands ready whatever day it is: a queue to decide, each with its reason, and a few left who are told why', async () => {
    for (const start of STARTS) {
      const { t, mei } = await seeded(start);
      const { proposals, without, counts, run, keeper, invented } = await view(mei);
      expect(proposals.length, new Date(start).toISOString()).toBeGreaterThanOrEqual(12);
      expect(proposals.length).toBeLessThanOrEqual(20);
      expect(proposals.every(({ reason, state }) => reason.stepsAhead > 0 && state === 'proposed')).toBe(true);
      expect(without.map(({ why }) => why).sort()).toEqual(['no-language', 'nobody-ahead', 'nobody-in-field']);
      expect(counts.requests, 'one is asked about').toBe(proposals.length + without.length + 1);
      expect(run).toMatchObject({ served: proposals.length, left: without.length, optimal: true });
      expect([keeper, invented]).toEqual([INVENTED_KEEPER, { members: counts.members, keeper: true }]);
      await t.close();
    }
  });

  it('C22 has members of every level, whose words any form would take, and nobody who is not invented', async () => {
    const { t } = await seeded(TUESDAY);
    const rows = listProfiles(t.db);
    expect(rows.length).toBeGreaterThanOrEqual(34);
    expect(rows.length).toBeLessThanOrEqual(40);
    expect(new Set(rows.map(({ email }) => email)).size, 'each has an address of their own').toBe(rows.length);
    for (const row of rows) {
      expect(profileProblems(profileOf(row)), row.name).toEqual([]);
      expect(isInventedMember(row), row.email).toBe(true);
    }
    const levels = rows.map(({ years }) => (years === 0 ? 'student' : years < 3 ? 'new' : years < 10 ? 'work' : 'far'));
    for (const level of ['student', 'new', 'work', 'far'])
      expect(levels.filter((one) => one === level).length, level).toBeGreaterThanOrEqual(5);
    expect(rows.some(({ pausedUntil }) => pausedUntil !== null && pausedUntil > t.clock.now())).toBe(true);
    const waits = listOpenRequests(t.db).map(({ askedAt }) => Math.floor((t.clock.now() - askedAt) / DAY));
    expect(new Set(waits).size, 'they wait for different times').toBeGreaterThan(15);
    expect(Math.min(...waits)).toBe(0);
    expect(Math.max(...waits)).toBeLessThan(28);
  });

  it('C22 has introductions in every state, as the rules made them', async () => {
    const { t, mei } = await seeded(TUESDAY);
    const { underWay } = await view(mei);
    const phases = underWay.map(({ phase }) => phase);
    for (const phase of ['asked', 'introduced', 'met', 'declined', 'no-answer']) expect(phases).toContain(phase);
    for (const { since, nextAt } of underWay) {
      expect(since).toBeLessThanOrEqual(t.clock.now());
      if (nextAt !== null) expect(nextAt, 'nothing is overdue').toBeGreaterThan(t.clock.now());
    }
    expect(
      t.db
        .select()
        .from(introductions)
        .all()
        .every(({ requestId }) => requestId !== null),
    ).toBe(true);
    const funnel = (await mei.get('/api/community/funnel')).json<Funnel>();
    for (const step of ['came', 'picked', 'introduced', 'met', 'inTouch'] as const)
      expect(funnel[step], step).toBeGreaterThanOrEqual(3);
  });

  it('C22 is made once, and never where there is a member or a keeper', async () => {
    const again = await seeded(TUESDAY);
    const before = await view(again.mei);
    expect(await seedCommunity(again.t.services)).toMatchObject({ ok: true });
    expect(await view(again.mei)).toEqual(before);

    const kept = await testApp({ clock: fakeClock(TUESDAY) });
    const ole = await kept.organiser('Ole');
    await ole.put('/api/community/keeper', { community: '', name: 'Kim Lee', contact: 'kim@example.org' });
    await seedCommunity(kept.services);
    expect(listProfiles(kept.db)).toEqual([]);

    const peopled = await testApp({ clock: fakeClock(TUESDAY) });
    member(peopled, 'Ann Arbor');
    await seedCommunity(peopled.services);
    expect(listProfiles(peopled.db)).toHaveLength(1);
    expect((await view(await peopled.organiser('Ole'))).keeper).toEqual(NO_KEEPER);
  });

  it('C23 nothing ever goes out to them, whatever organisers approve, skip and wait for, with a mail server', async () => {
    const { t, mei, mails } = await community();
    await seedCommunity(t.services);
    for (const [nth, { id }] of (await view(mei)).proposals.entries())
      expect(
        (await mei.put(`/api/community/proposals/${id}`, { decision: nth % 4 === 0 ? 'skip' : 'approve' })).statusCode,
      ).toBe(200);
    await goes(t);
    const asked = (await view(mei)).underWay.filter(({ phase }) => phase === 'asked');
    expect(asked.length, 'the others are asked').toBeGreaterThanOrEqual(10);
    const lea = listProfiles(t.db)[0]?.email ?? '';
    await t.stranger().post('/community/links', { email: lea, language: 'en' });
    await daysPass(t, 30);
    const { underWay } = await view(await t.organiser('Mei'));
    expect(
      underWay.map(({ phase }) => phase),
      'their lives went on',
    ).toContain('no-answer');
    expect(underWay.map(({ phase }) => phase)).toContain('unknown');
    expect([stored(t), mails]).toEqual([[], []]);
  });

  it('C23 can be approved where no mail goes out, and be taken back; of real people nobody can', async () => {
    const { t, mei } = await seeded(TUESDAY);
    const [first, second] = (await view(mei)).proposals;
    if (!first || !second) throw new Error('nobody was proposed');
    const put = (id: string, decision: string) => mei.put(`/api/community/proposals/${id}`, { decision });
    expect((await put(first.id, 'approve')).statusCode).toBe(200);
    expect((await put(first.id, 'undo')).statusCode).toBe(200);
    expect((await put(second.id, 'approve')).statusCode).toBe(200);
    t.clock.advance(31_000);
    await delivered(t);
    const now = await view(mei);
    expect(now.proposals.map(({ id }) => id)).toContain(first.id);
    expect(now.underWay[0]).toMatchObject({ phase: 'asked', asker: second.asker, mentor: second.mentor });
  });

  it('C8 the run of Monday makes its queue anew', async () => {
    const { t, mei } = await seeded(TUESDAY);
    const before = await view(mei);
    await daysPass(t, 6);
    const after = await view(await t.organiser('Mei'));
    expect(after.run?.at).not.toBe(before.run?.at);
    expect(after.proposals.length).toBeGreaterThanOrEqual(12);
  });
});
