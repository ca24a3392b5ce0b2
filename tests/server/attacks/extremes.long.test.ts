import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { EMPTY_REGISTRATION } from '@lapwing/shared/event/registration';
import { instant } from '@lapwing/shared/kernel/time';
import type { ErrorAnswer } from '@lapwing/shared/protocol/api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { attendees, events, invitations } from '../../../server/src/db/schema.ts';
import { eraseDue } from '../../../server/src/services/retention-service.ts';
import { freshKey, SETTINGS } from '../../support/evening-builder.ts';
import { twoHalls } from '../../support/two-halls.ts';
import { BODIES } from '../access/bodies.ts';
import { doorOf, expectPages, leastOf, withNumber, withSchemas } from './every-body.ts';

/** Far off, between whole numbers, at the edge of what a Date, a float and an integer of the database hold. */
const EXTREMES = [
  ...[-8_640_000_000_000_000, -1, -0.5, 0, 0.5, 1_800_000_000_000.5, 2 ** 31, 253_402_300_800_000],
  ...[8_210_266_876_799_999, 8_640_000_000_000_000, 2 ** 53, 2 ** 63, 1e308],
];

describe('numbers that no page would send', () => {
  it('in any field of any body: each is answered, and no page fails afterwards', { timeout: 120_000 }, async () => {
    const [halls, schemas] = await withSchemas(twoHalls);
    const { t, mine } = halls;
    const bodies: Readonly<Record<string, () => object>> = {
      'POST /api/events/:eventId/live': () => ({
        ...{ key: freshKey(), expectedVersion: mine.evening.version(), command: { kind: 'pause' } },
      }),
      'PUT /api/events/:eventId/invitation': () => ({ invitation: { ...CLOSED_INVITATION, open: true } }),
      'POST /api/events/:eventId/plan/:version/edited': () => ({
        changes: [{ round: 1, person: mine.evening.students[0]?.id, table: null }],
      }),
    };
    // so that answers of mentors are read, and not refused as too late
    const open = { ...CLOSED_INVITATION, open: true };
    await halls.owner.put(`${mine.evening.url}/invitation`, { invitation: open });
    let accepted = 0;
    const asked: string[] = [];
    for (const [route, schema] of schemas) {
      const sample = bodies[route] ?? (() => BODIES[route]?.('student', mine) ?? leastOf(schema));
      for (const value of EXTREMES)
        for (const [index] of withNumber(schema, sample(), value).entries()) {
          const payload = withNumber(schema, sample(), value)[index] as object;
          const { caller, method, path } = doorOf(halls, route);
          const answer = await caller.send({ method, url: path, payload });
          const said = `${route} ${JSON.stringify(payload)}`;
          expect(answer.statusCode, `${said} ${answer.body.slice(0, 200)}`).toBeLessThan(500);
          asked.push(`${answer.statusCode} ${route}`);
          if (answer.statusCode >= 300) continue;
          accepted += 1;
          await expectPages(halls, said);
          eraseDue(t.services, (error) => expect.fail(`${said}: ${String(error)}`));
        }
    }
    expect(asked.length).toBeGreaterThan(500);
    expect(accepted, 'some are no nonsense').toBeGreaterThan(20);
  });

  it('in an address: there is no such plan', async () => {
    const { owner, mine } = await twoHalls();
    for (const value of EXTREMES) {
      const { statusCode } = await owner.get(`${mine.evening.url}/plan/${value}`);
      expect([400, 404], String(value)).toContain(statusCode);
    }
  });

  it('a time that no evening has is refused by its name', async () => {
    const { owner, student, mine, ids } = await twoHalls();
    const { url } = mine.evening;
    for (const at of [-1, 0, 0.5, Date.UTC(1999, 11, 31), Date.UTC(2200, 0, 2), 8_640_000_000_000_000]) {
      const registration = { ...EMPTY_REGISTRATION, leavesAt: at };
      for (const [answer, field] of [
        [await owner.put(`${url}/settings`, { ...SETTINGS, startsAt: at }), 'startsAt'],
        [
          await owner.put(`${url}/invitation`, { invitation: { ...CLOSED_INVITATION, closesAt: at } }),
          'invitation.closesAt',
        ],
        [
          await owner.put(`${url}/people/${ids.mentor}`, { details: { registration } }),
          'details.registration.leavesAt',
        ],
      ] as const) {
        expect([answer.statusCode, answer.json<ErrorAnswer>().error], String(at)).toEqual([
          ...[400, { code: 'bad-request', details: { field } }],
        ]);
      }
    }
    expect((await student.get(`/me/${ids.student}/opening`)).statusCode).toBe(200);
  });

  it.each([8_640_000_000_000_000, -8_640_000_000_000_000])(
    'one that was taken before there was a bound (%d) makes no page fail, and is put right by the organiser',
    async (at) => {
      const halls = await twoHalls();
      const { t, owner, mine } = halls;
      const { id, url } = mine.evening;
      t.db
        .update(events)
        .set({ startsAt: instant(at) })
        .where(eq(events.id, id))
        .run();
      t.db
        .insert(invitations)
        .values({ eventId: id, ...CLOSED_INVITATION, closesAt: instant(at) })
        .onConflictDoUpdate({ target: invitations.eventId, set: { closesAt: instant(at) } })
        .run();
      const registration = { ...EMPTY_REGISTRATION, arrivesAt: instant(at), leavesAt: instant(at) };
      t.db.update(attendees).set({ registration }).where(eq(attendees.eventId, id)).run();
      t.services.evenings.changed(id);
      await expectPages(halls, `rows with ${at}`);
      eraseDue(t.services, (error) => expect.fail(String(error)));
      await owner.post(`${url}/copy`, {});
      const put = await owner.put(`${url}/settings`, SETTINGS);
      expect([put.statusCode, put.json<{ settings: object }>().settings]).toEqual([200, SETTINGS]);
    },
  );
});
