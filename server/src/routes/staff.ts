import { staffId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok } from '@lapwing/shared/kernel/result';
import type { ConsoleDoor, ConsoleMe, Team } from '@lapwing/shared/protocol/staff-api';
import {
  Invitation,
  InvitationParams,
  Newcomer,
  PlainHttp,
  Secret,
  SessionParams,
  StaffName,
  StaffParams,
  StaffRoleBody,
} from '@lapwing/shared/protocol/staff-schemas';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONSOLE_COOKIE, clearCookie, giveCookie } from '../plugins/cookies.ts';
import { consoleSession, helperSession } from '../plugins/doors.ts';
import { answer, refuse } from '../plugins/refusals.ts';
import type { Services } from '../services/services.ts';
import type { Session } from '../services/session-service.ts';
import { dismiss, giveRole, invite, join } from '../staff/accounts.ts';
import { deviceOf } from '../staff/device.ts';
import { helperOf } from '../staff/helper-door.ts';
import { nameFault, organiserName } from '../staff/names.ts';
import type { Passwords } from '../staff/passwords.ts';
import { allowPlainHttp, isPlainHttp, maySignIn } from '../staff/plain-http.ts';
import { isNew, openConsole, pair, type SetupSecret, signOut } from '../staff/sign-in.ts';
import { endOtherSessions, endSession, rename, teamOf, withdrawInvitation } from '../staff/team.ts';
import type { App } from './app-type.ts';
import { STRANGER_LIMIT } from './rate-limits.ts';

export interface StaffParts {
  readonly setup: SetupSecret;
  readonly passwords: Passwords;
  readonly https: boolean;
  /** Whether mail goes out, so that a link that signs in can be mailed. */
  readonly mails: boolean;
}

/** Who runs evenings: joining, signing in by an address, sessions, roles. Passwords and passkeys are in `proofs`. */
export function staffRoutes(app: App, services: Services, parts: StaffParts): void {
  signInRoutes(app, services, parts);
  ownRoutes(app, services, parts);
  teamRoutes(app, services, parts);
}

const meOf = (session: Session | null): ConsoleMe | null =>
  session && session.staffRole !== null ? { firstName: session.firstName, role: session.staffRole } : null;

function signInRoutes(app: App, services: Services, { setup, passwords, https, mails }: StaffParts): void {
  const enter = (request: FastifyRequest): string => deviceOf(request.headers['user-agent']);
  app.get(
    '/api/console/door',
    async (request): Promise<ConsoleDoor> => ({
      me: meOf(consoleSession(services, request)),
      helper: helperOf(helperSession(services, request)),
      isNew: isNew(services),
      mails,
      maySignIn: maySignIn(services, request, https),
    }),
  );
  app.post('/api/console/session', { schema: { body: Secret }, ...STRANGER_LIMIT }, async (request, reply) => {
    if (!maySignIn(services, request, https)) return refuse(reply, refusal('plain-http-sign-in'));
    const opened = openConsole(services, setup, request.body.secret, enter(request), consoleSession(services, request));
    if (!opened.ok) return answer(reply, opened);
    if ('join' in opened.value) return reply.send(opened.value);
    return answer(giveCookie(reply, CONSOLE_COOKIE, opened.value.token, https), ok(undefined));
  });
  app.post('/api/console/join', { schema: { body: Newcomer }, ...STRANGER_LIMIT }, async (request, reply) => {
    if (!maySignIn(services, request, https)) return refuse(reply, refusal('plain-http-sign-in'));
    const before = consoleSession(services, request);
    const joined = await join(services, setup, passwords, request.body, enter(request), before);
    if (!joined.ok) return answer(reply, joined);
    return answer(giveCookie(reply, CONSOLE_COOKIE, joined.value.token, https), ok(undefined));
  });
  app.delete('/api/console/session', async (request, reply) => {
    const session = consoleSession(services, request);
    if (session) signOut(services, session);
    clearCookie(reply, CONSOLE_COOKIE, https);
    return answer(reply, ok(undefined));
  });
}

function ownRoutes(app: App, services: Services, { setup, https }: StaffParts): void {
  app.put(
    '/api/console/me',
    { schema: { body: StaffName } },
    async (request, reply): Promise<ConsoleMe | FastifyReply> => {
      const me = meOf(request.session);
      if (!me || !request.session?.staffId) return refuse(reply, refusal('not-signed-in'));
      const firstName = organiserName(request.body.firstName);
      const wrong = nameFault(firstName, 'firstName');
      if (wrong) return refuse(reply, wrong);
      const renamed = rename(services, request.session.staffId, firstName);
      return renamed.ok ? { ...me, firstName } : answer(reply, renamed);
    },
  );
  app.post('/api/console/pairing', async (request, reply) => {
    const pairing = pair(services, setup, request.session);
    if (!pairing) return refuse(reply, refusal('not-signed-in'));
    return { ...pairing, maySignIn: !isPlainHttp(services, https) };
  });
  app.get('/api/plain-http', async () => ({ allowed: !isPlainHttp(services, https) }));
  app.put('/api/plain-http', { schema: { body: PlainHttp } }, async (request, reply) => {
    // whoever reads along in the hall must not be the one who opens it
    if (!maySignIn(services, request, https)) return refuse(reply, refusal('plain-http-sign-in'));
    allowPlainHttp(services, request.body.allowed);
    return { allowed: !isPlainHttp(services, https) };
  });
  app.delete('/api/staff/sessions', async (request, reply) => {
    if (request.session) endOtherSessions(services, request.session);
    return answer(reply, ok(undefined));
  });
  app.delete('/api/staff/sessions/:session', { schema: { params: SessionParams } }, async (request, reply) =>
    answer(reply, request.session ? endSession(services, request.session, request.params.session) : ok(undefined)),
  );
}

function teamRoutes(app: App, services: Services, { mails }: StaffParts): void {
  app.get('/api/staff', async (request, reply): Promise<Team | FastifyReply> => {
    const team = request.session && teamOf(services, request.session);
    return team ? { ...team, mails } : refuse(reply, refusal('not-signed-in'));
  });
  app.post('/api/staff/invitations', { schema: { body: Invitation } }, async (request, reply) =>
    answer(reply, invite(services, request.body)),
  );
  app.delete('/api/staff/invitations/:email', { schema: { params: InvitationParams } }, async (request, reply) =>
    answer(reply, withdrawInvitation(services, request.params.email)),
  );
  app.put(
    '/api/staff/:staffId/role',
    { schema: { params: StaffParams, body: StaffRoleBody } },
    async (request, reply) => answer(reply, giveRole(services, staffId(request.params.staffId), request.body.role)),
  );
  app.delete('/api/staff/:staffId', { schema: { params: StaffParams } }, async (request, reply) =>
    answer(reply, dismiss(services, staffId(request.params.staffId))),
  );
}
