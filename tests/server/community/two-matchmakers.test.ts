import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mails, proposals } from '../../../server/src/db/schema.ts';
import { asker, community, decide, goes, mentor, proposed } from './queue-hall.ts';

const LIVE = ['proposed', 'approved', 'asked'];

describe('two matchmakers who decide at once', () => {
  it('C10 M1 never ask twice for one request, nor above what a mentor said, whatever they press in whatever order', async () => {
    const press = fc.record({
      who: fc.boolean(),
      which: fc.nat(11),
      what: fc.constantFrom('approve', 'approve', 'skip', 'undo', 'run', 'wait'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(press, { minLength: 5, maxLength: 25 }), async (presses) => {
        const { t, mei } = await community({ smtp: false });
        const bo = await t.organiser('Bo');
        for (const [index, name] of ['Max Mentor', 'Mia Mentor', 'Mo Mentor'].entries())
          mentor(t, name, { perMonth: 1 + (index % 2) });
        for (const name of ['Ann', 'Ben', 'Cy', 'Dee', 'Eve', 'Fay']) asker(t, `${name} Asker`);
        await proposed(mei);
        for (const { who, which, what } of presses) {
          const [one, other] = who ? [mei, bo] : [bo, mei];
          if (what === 'run') await proposed(one);
          else if (what === 'wait') await goes(t);
          else {
            const { proposals: seen } = (await one.get('/api/community')).json<CommunityView>();
            const target = seen[which % Math.max(1, seen.length)];
            // both at the same moment
            if (target) await Promise.all([decide(one, target, what), decide(other, target, 'approve')]);
          }
        }
        await goes(t);
        const rows = t.db.select().from(proposals).all();
        const live = rows.filter(({ state }) => LIVE.includes(state)).map(({ requestId }) => requestId);
        expect(new Set(live).size).toBe(live.length);
        const asked = rows.filter(({ state }) => state === 'asked');
        for (const { mentor: id } of asked) {
          const limit = t.db.$client
            .prepare('SELECT per_month FROM community_profiles WHERE member_id = ?')
            .pluck()
            .get(id);
          expect(asked.filter((row) => row.mentor === id).length).toBeLessThanOrEqual(Number(limit));
        }
        const askers = asked.map((row) => row.asker);
        expect(new Set(askers).size).toBe(askers.length);
        expect(t.db.select().from(mails).all().length).toBe(asked.length);
        await t.close();
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
