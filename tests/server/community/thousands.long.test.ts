import { seededRandom } from '@lapwing/shared/kernel/random';
import { instant } from '@lapwing/shared/kernel/time';
import type { CommunityImport, CommunityView, PastImport } from '@lapwing/shared/protocol/community-api';
import { describe, expect, it } from 'vitest';
import { communityNow } from '../../../server/src/community/history.ts';
import { communityProfiles, members } from '../../../server/src/db/schema.ts';
import { workerMatcher } from '../../../server/src/solver/matcher.ts';
import { request } from '../../support/community-builder.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { testApp } from '../../support/test-app.ts';
import { mailerThatKeeps, TUESDAY } from './queue-hall.ts';

const ROLES = ['product', 'back-end', 'design', 'data-scientist', 'manager', 'research', 'security', 'mobile'];

describe('thousands', () => {
  it('C8 C17 2,000 members and 3,000 introductions come in from files, and a run is made for everybody in a thread', async () => {
    const random = seededRandom(7);
    const t = await testApp({
      clock: fakeClock(TUESDAY),
      mailer: mailerThatKeeps(),
      matcher: workerMatcher((error) => {
        throw error;
      }),
    });
    const mei = await t.organiser('Mei');
    const rows = Array.from({ length: 2_000 }, (_, index) => {
      const years = index % 3 === 0 ? 0 : random.below(25);
      const role = ROLES[random.below(ROLES.length)];
      return `Person N${index},p${index}@example.org,English,${role},${years},${years > 2 ? 1 + random.below(3) : 0}`;
    });
    const pairs = Array.from(
      { length: 3_000 },
      () =>
        `p${random.below(2_000)}@example.org,p${random.below(2_000)}@example.org,2024-0${1 + random.below(9)}-11,met`,
    );
    const timed = async (what: string, kind: string, text: string): Promise<CommunityImport> => {
      const from = performance.now();
      const answer = await mei.upload(`/api/community/imports?kind=${kind}&apply=yes`, Buffer.from(text));
      console.log(what, Math.round(performance.now() - from), 'ms');
      return answer.json<CommunityImport>();
    };
    const one = await timed(
      'members',
      'members',
      ['Full name,Email,Languages,Roles,Years,Per month', ...rows].join('\n'),
    );
    expect(one).toMatchObject({ rows: 2_000, added: 2_000 });
    const two = await timed('introductions', 'introductions', ['Mentee,Mentor,Date,Outcome', ...pairs].join('\n'));
    expect(two.added + two.same + two.problems.length).toBe(3_000);
    const before = performance.now();
    const imports = (await mei.get('/api/community/imports')).json<PastImport[]>();
    console.log('past imports', Math.round(performance.now() - before), 'ms');
    expect(imports).toMatchObject([{ undo: { removes: two.added } }, { undo: { stays: {} }, toAsk: 2_000 }]);
    const at = instant(TUESDAY);
    t.db.update(communityProfiles).set({ confirmedAt: at, introductionsConsentAt: at, memberConsentAt: at }).run();
    for (const [index, { id }] of t.db.select({ id: members.id }).from(members).all().entries())
      if (index % 3 === 0) request(t, id, { roles: [ROLES[random.below(ROLES.length)] ?? 'product'] });
    const gather = performance.now();
    communityNow(t.services, t.db);
    console.log('gathered in', Math.round(performance.now() - gather), 'ms');
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const from = performance.now();
    const view = (await mei.post('/api/community/runs', { key: 'thousands' })).json<CommunityView>();
    clearInterval(beat);
    console.log(
      'run',
      Math.round(performance.now() - from),
      'ms; longest pause of the event loop',
      Math.round(longest),
      'ms;',
      view.run,
    );
    expect(view.run).toMatchObject({ optimal: true });
    expect(view.proposals.length).toBeGreaterThan(300);
  }, 120_000);
});
