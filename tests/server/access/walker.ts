import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { PersonCommand } from '@lapwing/shared/live/state';
import type { Caller as Who } from '@lapwing/shared/protocol/access';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { findProfile } from '../../../server/src/db/repositories/community-profiles.ts';
import { insertSession } from '../../../server/src/db/repositories/sessions.ts';
import { sessions } from '../../../server/src/db/schema.ts';
import { hashOf } from '../../../server/src/secrets.ts';
import { displayOf } from '../../../server/src/services/display-service.ts';
import { addPerson } from '../../../server/src/services/roster-service.ts';
import { letHelpersIn } from '../../../server/src/staff/helper-door.ts';
import { freshKey } from '../../support/evening-builder.ts';
import { FILE, type Hall, markedHall, markedMember } from '../../support/marked-hall.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';
import { addressOf, type Whose } from './addresses.ts';
import { BODIES, pressed } from './bodies.ts';
import { overTheLine } from './requests.ts';

export interface Seen {
  readonly status: number;
  readonly text: string;
}

export interface Walker {
  readonly t: TestApp;
  /** Every route that was made, "GET /healthz". */
  readonly made: ReadonlySet<string>;
  /** Asks a route as a caller; of the live route with one press. */
  ask(route: string, who: Who, whose: Whose, press?: PersonCommand): Promise<Seen>;
  /** Puts back what a successful call took away, so that the next caller finds it. */
  mend(route: string): Promise<void>;
}

/** Who erases themselves takes along what others of the walk ask for: this goes last. */
export const LAST = 'DELETE /me/:attendeeId';

/** A server that listens, two marked halls on it, and somebody of each role who belongs to the first. */
export async function openWalk(): Promise<Walker> {
  const { t, made } = await watchedApp();
  let mine = await markedHall(t);
  const other = await markedHall(t);
  await other.evening.display();
  const line = (caller: Caller): Promise<Caller> => overTheLine(t.app, caller);
  const [student, mentor] = [first(mine.evening.students), first(mine.evening.mentors)];
  let callers: Record<Who, Caller> = {
    owner: await line(await t.organiser('Olga', 'owner')),
    organiser: await line(await t.organiser('Ole', 'organiser')),
    helper: await line(await helperAt(t, mine)),
    display: await line(await mine.evening.display()),
    student: await line(await mine.evening.phone(student)),
    mentor: await line(await mine.evening.phone(mentor)),
    stranger: await line(t.stranger()),
  };
  const screen = (hall: Hall): string => screenOf(t, hall);

  /** Whoever erased themselves is somebody else from then on. */
  async function otherPeople(): Promise<void> {
    const { evening } = mine;
    const isThere = (person: { id: string }): boolean =>
      t.services.evenings.get(evening.id)?.people.has(person.id as never) ?? false;
    const [students, mentors] = [evening.students.filter(isThere), evening.mentors.filter(isThere)];
    mine = { ...mine, evening: { ...evening, students, mentors } };
    const [nextStudent, nextMentor] = [await evening.phone(first(students)), await evening.phone(first(mentors))];
    callers = { ...callers, student: await line(nextStudent), mentor: await line(nextMentor) };
  }

  /** Displays that were taken back are opened with the new link. */
  async function displaysAgain(): Promise<void> {
    if ((await callers.display.get(`/display/${mine.display}/opening`)).statusCode !== 200)
      callers = { ...callers, display: await line(await mine.evening.display()) };
    const isDark = !t.db
      .select()
      .from(sessions)
      .where(eq(sessions.displayId, other.display as never))
      .get();
    if (isDark) await other.evening.display();
  }

  return {
    t,
    made,
    async ask(route, who, whose, press) {
      const [method = '', url = ''] = route.split(' ');
      const erases = method === 'DELETE' && url.endsWith('people/:attendeeId');
      const path = addressOf(erases ? url.replace(':attendeeId', 'expendable') : url, who, whose, {
        ...{ mine, other, screen, helper: (hall) => newHelper(t, hall) },
      }).replace('expendable', () => expendable(t, whose, { mine, other }));
      const caller = callers[who];
      if (/\/(live|socket)$/u.test(url) && method === 'GET') return askSocket(t, path, caller);
      if (route === 'POST /api/community/imports')
        return seen(await caller.upload(`${path}?kind=members&apply=no`, FILE));
      if (route.endsWith('/imports/preview')) return seen(await caller.upload(`${path}?as=students`, FILE));
      if (route === 'POST /api/events/:eventId/imports') return seen(await caller.upload(`${path}?digest=none`, FILE));
      const payload = press ? pressed(press) : BODIES[route]?.(who, whose === 'other event' ? other : mine);
      return seen(await caller.send({ method: method as 'GET', url: path, ...(payload ? { payload } : {}) }));
    },
    async mend(route) {
      const { owner } = callers;
      if (route.startsWith('DELETE') && route.endsWith(':screenId')) for (const hall of [mine, other]) screen(hall);
      if (route === 'DELETE /api/community/members/:memberId')
        for (const hall of [mine, other])
          if (!findProfile(t.db, hall.memberId as never)) markedMember(t, hall.memberId);
      if (/take-back$|display-link\/renew$/u.test(route)) await displaysAgain();
      if (route === 'DELETE /api/events/:eventId')
        for (const { evening } of [mine, other]) await owner.post(`${evening.url}/restore`);
      if (route === LAST || route === 'DELETE /me/:attendeeId/session') await otherPeople();
      if (route === 'DELETE /api/helpers/session') callers.helper = await line(await helperAt(t, mine));
      if (route !== 'DELETE /api/console/session') return;
      callers.owner = await line(await t.organiser('Olga', 'owner'));
      callers.organiser = await line(await t.organiser('Ole', 'organiser'));
    },
  };
}

/** An app, and what Fastify itself says of its routes: the doors are not asked. */
async function watchedApp(): Promise<{ t: TestApp; made: ReadonlySet<string> }> {
  const made = new Set<string>();
  const watch = (message: unknown): void => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') made.add(`${one} ${url}`);
    });
  };
  subscribe('fastify.initialization', watch);
  try {
    return { t: await testApp(), made };
  } finally {
    unsubscribe('fastify.initialization', watch);
  }
}

/** Somebody who joined this evening by its code. */
async function helperAt(t: TestApp, { evening }: Hall): Promise<Caller> {
  const opened = letHelpersIn(t.services, evening.id, true);
  const helper = t.stranger();
  if (!opened.ok) throw new Error(opened.refusal.code);
  const payload = { code: opened.value.code ?? '', firstName: 'Hel' };
  // a browser that has typed nothing wrong
  const headers = { 'user-agent': freshKey() };
  const joined = await helper.send({ method: 'POST', url: '/api/helpers/session', payload, headers });
  if (joined.statusCode !== 200) throw new Error(joined.body);
  return helper;
}

/** Whoever removes a helper finds another one. */
function newHelper(t: TestApp, { evening }: Hall): string {
  const hash = hashOf(t.services.secrets.newSecret());
  const at = Math.floor(t.clock.now()) as Instant;
  insertSession(t.db, {
    ...{ hash, kind: 'helper', eventId: evening.id, firstName: 'Gone', createdAt: at, lastSeenAt: at },
  });
  return hash;
}

function screenOf(t: TestApp, { evening, display }: Hall): string {
  const session = t.db
    .select()
    .from(sessions)
    .where(eq(sessions.displayId, display as never))
    .get();
  if (!session) throw new Error('no display was opened');
  return displayOf(t.services, evening.id, session.hash).id;
}

/** Somebody of one of the two evenings whom nobody will miss. */
function expendable(t: TestApp, whose: Whose, { mine, other }: { mine: Hall; other: Hall }): string {
  const { id } = whose === 'other event' || whose === 'mixed' ? other.evening : mine.evening;
  const added = addPerson(t.services, id, { ...EMPTY_DETAILS, name: 'Nobody' });
  return added.ok && whose !== 'missing' ? added.value.id : 'missing';
}

const seen = (answer: { statusCode: number; body: string }): Seen => ({ status: answer.statusCode, text: answer.body });

async function askSocket(t: TestApp, path: string, caller: Caller): Promise<Seen> {
  try {
    const socket = await t.socket(path, caller);
    await Promise.race([socket.settled(), socket.closed]);
    const alive = socket.socket.readyState === socket.socket.OPEN;
    socket.socket.terminate();
    return { status: alive ? 200 : 404, text: socket.texts.join('\n') };
  } catch (error) {
    return { status: Number(/\d+$/u.exec((error as Error).message)?.[0]), text: '' };
  }
}

function first<Person>([person]: readonly Person[]): Person {
  if (!person) throw new Error('nobody is left');
  return person;
}
