import type { PersonCommand } from '@lapwing/shared/live/state';
import { ACCESS, type Access } from '@lapwing/shared/protocol/access';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDoors } from '../../../server/src/plugins/doors.ts';
import { makeProofs } from '../../../server/src/staff/proofs.ts';
import { MARKS } from '../../support/marked-hall.ts';
import { CHEAP_PASSWORDS, closeAll } from '../../support/test-app.ts';
import { ORIGIN } from '../../support/test-caller.ts';
import { whoseOf } from './addresses.ts';
import { LIVE_COMMANDS } from './bodies.ts';
import { type Cell, WHO } from './cells.ts';
import { expected, mayShow } from './expected.ts';
import { LAST, openWalk, type Walker } from './walker.ts';

let walker: Walker;
beforeAll(async () => {
  walker = await openWalk();
});
afterAll(closeAll);

const PRESS = 'POST /api/events/:eventId/live';

/** Everybody asks one route for everybody's things. */
async function walk(route: string, access: Access, press?: PersonCommand): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const who of WHO)
    for (const whose of whoseOf(route)) {
      const { status: said, text } = await walker.ask(route, who, whose, press);
      // the door was passed: it is the press that names a plan nobody made
      const status = text.includes('"plan-missing"') ? 409 : said;
      const wrong = expected(route, access, who, whose).includes(status) ? [] : [`${status} ${text.slice(0, 200)}`];
      const shown = Object.entries(MARKS).flatMap(([field, mark]) =>
        text.includes(mark) && !mayShow(access, field, who, whose) ? [`shows ${field}`] : [],
      );
      cells.push({ who, whose, status, faults: [...wrong, ...shown] });
      await walker.mend(route);
    }
  return cells;
}

const faultsOf = (cells: readonly Cell[]): string[] =>
  cells.flatMap(({ who, whose, faults }) => faults.map((fault) => `${who}, ${whose}: ${fault}`));

const inOrder = Object.entries(ACCESS).sort(([one], [other]) => Number(one === LAST) - Number(other === LAST));
interface Line {
  readonly name: string;
  readonly route: string;
  readonly access: Access;
  readonly press?: PersonCommand;
}
const lines = inOrder.flatMap<Line>(([route, access]) =>
  route === PRESS
    ? LIVE_COMMANDS.map((press) => ({ name: `${route} ${press.kind}`, route, access, press }))
    : [{ name: route, route, access }],
);

describe('every route, every caller, everybody’s things', () => {
  it.for(lines)('$name', async ({ name, route, access, press }, { task }) => {
    const cells = await walk(route, access, press);
    task.meta.row = { name, access, cells };
    expect(faultsOf(cells)).toEqual([]);
  });

  it('finds the marks where they may be seen (so the walk can fail)', async () => {
    const { ask } = walker;
    const people = (await ask('GET /api/events/:eventId/people', 'organiser', 'own')).text;
    for (const [field, mark] of Object.entries(MARKS))
      if (
        !['organiserFirstName', 'call', 'report', 'note', 'pick', 'feedback', 'membership', 'introRequest'].includes(
          field,
        )
      )
        expect(people, field).toContain(mark);
    expect((await ask('GET /api/events/:eventId/calls', 'organiser', 'own')).text).toContain(MARKS.call);
    expect((await ask('GET /api/events/:eventId/reports/:reportId', 'organiser', 'own')).text).toContain(MARKS.report);
    expect((await ask('GET /me/:attendeeId/notes', 'mentor', 'own')).text).toContain(MARKS.note);
    expect((await ask('GET /me/:attendeeId/picks', 'mentor', 'own')).text).toContain(MARKS.pick);
    expect((await ask('GET /me/:attendeeId/feedback', 'mentor', 'own')).text).toContain(MARKS.feedback);
    const members = (await ask('GET /api/community/members', 'organiser', 'own')).text;
    for (const mark of [MARKS.name, MARKS.email, MARKS.membership]) expect(members).toContain(mark);
    expect((await ask('GET /me/:attendeeId/opening', 'mentor', 'own')).text).toContain(MARKS.question);
    expect((await ask('GET /me/:attendeeId', 'student', 'own')).text).toContain(MARKS.card);
    expect((await ask('GET /api/events/:eventId/log', 'organiser', 'own')).text).toContain('publish');
  });
});

describe('a route', () => {
  it('is in the table, or cannot be made', () => {
    const app = fastify();
    registerDoors(app, walker.t.services);
    expect(() => app.get('/healthz', async () => 'ok')).not.toThrow();
    expect(() => app.get('/backdoor', async () => 'in')).toThrow('GET /backdoor is not in the access table.');
    expect(() => app.post('/healthz', async () => 'in')).toThrow('POST /healthz is not in the access table.');
  });

  it('of the server is in the table, and one of the table is on the server', ({ task }) => {
    const { made } = walker;
    expect(made.size, 'so that the watch can fail').toBeGreaterThan(100);
    task.meta.unlisted = [...made].filter((route) => !ACCESS[route]);
    expect(task.meta.unlisted).toEqual([]);
    expect(Object.keys(ACCESS).filter((route) => !made.has(route))).toEqual([]);
  });
});

describe('better-auth', () => {
  it('has no endpoint that can be reached but those in the table', async ({ task }) => {
    const mailLink = async (): Promise<void> => {};
    const parts = { key: Buffer.alloc(32), passwords: CHEAP_PASSWORDS, https: false, origin: ORIGIN, mailLink };
    const { api } = makeProofs({ ...parts, db: walker.t.db, allowed: () => true, mayMail: () => true });
    // what has no path is for code alone
    const named = Object.values(api as Record<string, { path?: string; options: { method: string | string[] } }>);
    const endpoints = named.flatMap(({ path, options }) =>
      path === undefined ? [] : [options.method].flat().map((method) => `${method} /api/auth${path}`),
    );
    const open = endpoints.filter((name) => ACCESS[name]);
    expect(open.sort()).toEqual(
      Object.keys(ACCESS)
        .filter((name) => name.includes('/api/auth/'))
        .sort(),
    );
    const closed = endpoints.filter((name) => !ACCESS[name]);
    expect(closed.length).toBeGreaterThan(20);
    task.meta.closed = await Promise.all(
      closed.map(async (name) => ({ name, status: (await walker.ask(name, 'owner', 'own')).status })),
    );
    expect(task.meta.closed.filter(({ status }) => status !== 404)).toEqual([]);
  });
});
