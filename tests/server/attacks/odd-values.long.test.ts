import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { eraseDue } from '../../../server/src/services/retention-service.ts';
import { freshKey } from '../../support/evening-builder.ts';
import { EVENING_START } from '../../support/fake-clock.ts';
import { twoHalls } from '../../support/two-halls.ts';
import { BODIES } from '../access/bodies.ts';
import { doorOf, expectPages, leastOf, type Schema, withOther, withSchemas } from './every-body.ts';

const isText = ({ type }: Schema): boolean => type === 'string';
const isAnything = (schema: Schema): boolean => schema.type !== undefined;

describe('what no page would send', () => {
  it('in any place of any body: each is answered, and no page fails afterwards', { timeout: 300_000 }, async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: EVENING_START });
    onTestFinished(() => void vi.useRealTimers());
    const [halls, schemas] = await withSchemas(twoHalls);
    const { t, mine, other, ids } = halls;
    const open = { ...CLOSED_INVITATION, open: true, showMentors: true };
    await halls.owner.put(`${mine.evening.url}/invitation`, { invitation: open });
    const bodies: Readonly<Record<string, () => object>> = {
      'POST /api/events/:eventId/live': () => ({
        ...{ key: freshKey(), expectedVersion: mine.evening.version(), command: { kind: 'pause' } },
      }),
      'PUT /api/events/:eventId/invitation': () => ({ invitation: open }),
      'POST /api/events/:eventId/plan/:version/edited': () => ({
        changes: [{ round: 1, person: mine.evening.students[0]?.id, table: mine.evening.tables()[0]?.id }],
      }),
    };
    // names of what every object has, of another event, of nothing, of everything
    const texts = [
      '__proto__',
      'constructor',
      'toString',
      'a'.repeat(199),
      '𝕏\u0301'.repeat(20),

      '../..',
      '=1+1',
    ];
    const odd: readonly unknown[] = [
      ...[null, true, [], ['x', 'x'], { length: 3 }, JSON.parse('{"__proto__":{"polluted":1}}')],
      ...[Array.from({ length: 5_000 }, () => 'x'), Array.from({ length: 200 }, () => ids.student)],
    ];
    const theirs = [ids.guest, other.evening.tables()[0]?.id, other.importId];
    const before = JSON.stringify((await halls.owner.get(`${other.evening.url}/people`)).json());
    let asked = 0;
    let [limited, taken] = [0, 0];
    for (const [route, schema] of schemas) {
      const sample = bodies[route] ?? (() => BODIES[route]?.('student', mine) ?? leastOf(schema));
      const tries: [unknown, (one: Schema) => boolean][] = [
        ...[...texts, ...theirs, ids.student, ids.mentor].map((value) => [value, isText] as [unknown, typeof isText]),
        ...odd.map((value) => [value, isAnything] as [unknown, typeof isText]),
      ];
      for (const [value, are] of tries)
        for (const index of withOther(schema, sample(), value, are).keys()) {
          const payload = withOther(schema, sample(), value, are)[index];
          const { caller, method, path } = doorOf(halls, route);
          const answer = await caller.send({
            ...{ method, url: path, payload: JSON.stringify(payload) },
            headers: { 'content-type': 'application/json' },
          });
          // so that limits by the minute begin anew
          if (asked % 5 === 0) vi.setSystemTime(Date.now() + 61_000);
          asked += 1;
          limited += Number(answer.statusCode === 429);
          taken += Number(answer.statusCode < 300);
          const said = `${route} ${JSON.stringify(payload).slice(0, 400)}`;
          expect(answer.statusCode, `${said} ${answer.body.slice(0, 200)}`).toBeLessThan(500);
        }
      // an evening that was called off takes place again, so that its forms go on
      await halls.owner.put(`${mine.evening.url}/cancelled`, { cancelled: false, reason: '' });
      await expectPages(halls, route);
    }
    eraseDue(t.services, (error) => expect.fail(String(error)));
    expect(JSON.stringify((await halls.owner.get(`${other.evening.url}/people`)).json()), 'of another event').toBe(
      before,
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(asked).toBeGreaterThan(2_000);
    expect(taken, 'some are no nonsense').toBeGreaterThan(500);
    expect(limited, 'most are looked at').toBeLessThan(asked / 10);
  });
});
