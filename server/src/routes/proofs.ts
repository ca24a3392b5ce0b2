import { type PasswordFault, passwordFault } from '@lapwing/shared/event/password';
import type { StaffId } from '@lapwing/shared/kernel/ids';
import { type RefusalCode, refusal } from '@lapwing/shared/kernel/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONSOLE_COOKIE, giveCookie } from '../plugins/cookies.ts';
import { consoleSession } from '../plugins/doors.ts';
import { refuse } from '../plugins/refusals.ts';
import type { Services } from '../services/services.ts';
import { plainEmail } from '../staff/accounts.ts';
import { deviceOf } from '../staff/device.ts';
import { askedWith, sweepHalfDone } from '../staff/half-done.ts';
import { maySignIn } from '../staff/plain-http.ts';
import type { Proofs } from '../staff/proofs.ts';
import { signInAnew } from '../staff/sign-in.ts';
import { createSlowDown } from '../staff/slow-down.ts';
import { endOtherSessions } from '../staff/team.ts';
import type { App } from './app-type.ts';
import { STRANGER_LIMIT } from './rate-limits.ts';

/** What proves who somebody is, and so signs them in. */
export const SIGN_IN_PROOFS = [
  'POST /api/auth/sign-in/email',
  'POST /api/auth/two-factor/verify-totp',
  'POST /api/auth/two-factor/verify-backup-code',
  'GET /api/auth/passkey/generate-authenticate-options',
  'POST /api/auth/passkey/verify-authentication',
  'POST /api/auth/sign-in/magic-link',
] as const;
/** What changes the means of proving it, for somebody who has just done so. */
export const OWN_PROOFS = [
  'POST /api/auth/two-factor/enable',
  'POST /api/auth/two-factor/disable',
  'POST /api/auth/two-factor/generate-backup-codes',
  'GET /api/auth/passkey/generate-register-options',
  'POST /api/auth/passkey/verify-registration',
  'GET /api/auth/passkey/list-user-passkeys',
  'POST /api/auth/passkey/delete-passkey',
  'POST /api/auth/change-password',
] as const;
/** A mailed link holds its token after the #; the page posts it here, so that no mail scanner spends it. */
const MAILED_LINK = '/api/console/mailed-link';
const ASK_FOR_LINK = '/api/auth/sign-in/magic-link';
const CHANGE_PASSWORD = '/api/auth/change-password';
const BODY_LIMIT = 64 * 1_024;

/**
 * The part of better-auth that may be reached, route by route; everything else of it answers 404. A proof that succeeded
 * becomes a session of ours. Made when it is first asked for: it takes its time to load.
 */
export function proofRoutes(app: App, services: Services, proofs: () => Promise<Proofs>, https: boolean): void {
  const slow = createSlowDown(services.clock);

  function signIn(request: FastifyRequest, reply: FastifyReply, staffId: StaffId): void {
    const device = deviceOf(request.headers['user-agent']);
    const token = signInAnew(services, { staffId }, device, consoleSession(services, request));
    giveCookie(reply, CONSOLE_COOKIE, token, https);
  }

  async function prove(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!maySignIn(services, request, https)) return refuse(reply, refusal('plain-http-sign-in'));
    const account = accountIn(request);
    const fault = newPasswordFault(request);
    if (fault) return refuse(reply, refusal('password-weak', { fault }));
    const auth = await proofs();
    // a proof that somebody else left in this browser changes nothing of theirs
    if (request.session && (await provenIn(auth, request)) !== request.session.staffId)
      return refuse(reply, refusal('sign-in-again'));
    const until = account === null ? null : slow.waitsUntil(account);
    if (until !== null) {
      reply.header('retry-after', Math.max(1, Math.ceil((until - services.clock.now()) / 1_000)));
      return refuse(reply, refusal('too-many-requests', { until }));
    }
    // counted before it is looked at: of many at once only the free ones are
    if (account !== null) slow.failed(account);
    sweepHalfDone(services);
    const answered = await auth.handler(
      asWebRequest(request, services.origins.forConsole(), bodyFor(services, request)),
    );
    // also where a second factor is still to come: whoever knows the password is not guessing it
    if (account !== null && answered.ok) slow.succeeded(account);
    const staffId = answered.ok && isProof(request) ? await provenBy(auth, answered) : null;
    if (staffId !== null) {
      signIn(request, reply, staffId);
    }
    if (answered.ok && request.routeOptions.url === CHANGE_PASSWORD && request.session)
      endOtherSessions(services, request.session);
    return passOn(request, reply, answered);
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, asRead(body as Buffer)),
    );
    for (const route of [...SIGN_IN_PROOFS, ...OWN_PROOFS]) {
      const [method, url] = route.split(' ') as ['GET' | 'POST', string];
      scope.route({ method, url, handler: prove, ...STRANGER_LIMIT });
    }
  });
  app.post<{ Body: { token: string } }>(
    MAILED_LINK,
    { schema: { body: Token }, ...STRANGER_LIMIT },
    async (request, reply) => {
      if (!maySignIn(services, request, https)) return refuse(reply, refusal('plain-http-sign-in'));
      const auth = await proofs();
      const url = new URL('/api/auth/magic-link/verify', services.origins.forConsole());
      url.searchParams.set('token', request.body.token);
      const answered = await auth.handler(new Request(url, { headers: { origin: services.origins.forConsole() } }));
      const staffId = await provenBy(auth, answered);
      if (staffId === null) return refuse(reply, refusal('link-invalid'));
      signIn(request, reply, staffId);
      for (const cookie of answered.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return reply.code(204).send();
    },
  );
}

const Token = {
  type: 'object',
  properties: { token: { type: 'string', minLength: 1, maxLength: 200 } },
  required: ['token'],
  additionalProperties: false,
} as const;

/** The account whose password is tried; null for everything else. */
function accountIn(request: FastifyRequest): string | null {
  if (request.routeOptions.url !== '/api/auth/sign-in/email') return null;
  return plainEmail(fieldOf(request, 'email')).slice(0, 254) || null;
}

function newPasswordFault(request: FastifyRequest): PasswordFault | null {
  if (request.routeOptions.url !== CHANGE_PASSWORD) return null;
  return passwordFault(fieldOf(request, 'newPassword'), [request.session?.firstName ?? '']);
}

/**
 * The body as better-auth will read it, since what is counted must be what is tried: a mark of the byte order before it
 * is no part of it. Empty where it is no object.
 */
function asRead(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** A text in the body; '' where there is none. */
function fieldOf({ body }: FastifyRequest, name: string): string {
  const value = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

/** The body that better-auth gets. */
const bodyFor = (services: Services, request: FastifyRequest): unknown =>
  request.routeOptions.url === ASK_FOR_LINK ? askedWith(services, fieldOf(request, 'email')) : (request.body ?? {});

const isProof = (request: FastifyRequest): boolean =>
  SIGN_IN_PROOFS.some((route) => route === `POST ${request.routeOptions.url}`);

function asWebRequest(request: FastifyRequest, origin: string, content: unknown): Request {
  const headers = new Headers();
  for (const name of ['cookie', 'content-type', 'origin', 'sec-fetch-site', 'user-agent']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const url = new URL(request.raw.url ?? '/', origin);
  if (request.method === 'GET') return new Request(url, { headers });
  const body = JSON.stringify(content);
  headers.set('content-type', 'application/json');
  return new Request(url, { method: 'POST', headers, body });
}

/** Whose proof this answer set a cookie for; asked of better-auth itself, with nothing but that cookie. */
async function provenBy(auth: Proofs, answered: Response): Promise<StaffId | null> {
  const cookie = answered.headers
    .getSetCookie()
    .filter((one) => !/max-age=0/iu.test(one))
    .map((one) => one.split(';')[0])
    .join('; ');
  return proofIn(auth, cookie);
}

/** Whose proof this browser still holds. */
const provenIn = (auth: Proofs, { headers }: FastifyRequest): Promise<StaffId | null> =>
  proofIn(auth, headers.cookie ?? '');

async function proofIn(auth: Proofs, cookie: string): Promise<StaffId | null> {
  if (cookie === '') return null;
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return (session?.user.id as StaffId | undefined) ?? null;
}

/** Cookies and what was said; the token of the proof stays in its cookie, and a no is one of ours. */
async function passOn(request: FastifyRequest, reply: FastifyReply, answered: Response): Promise<FastifyReply> {
  for (const cookie of answered.headers.getSetCookie()) reply.header('set-cookie', cookie);
  reply.header('cache-control', 'no-store');
  const said = (await answered.json().catch(() => null)) as Record<string, unknown> | unknown[] | null;
  if (!answered.ok) return refuse(reply, refusal(reasonOf(request, answered.status, said)));
  if (said === null || Array.isArray(said)) return reply.send(said ?? {});
  const { token: _, session: __, ...rest } = said;
  return reply.send(rest);
}

function reasonOf(request: FastifyRequest, status: number, said: unknown): RefusalCode {
  const code = (said as { code?: unknown } | null)?.code;
  if (code === 'INVALID_PASSWORD' || code === 'INVALID_CODE') return 'wrong-credentials';
  // the second factor rests after wrong codes, whichever of its two limits was reached
  if (status === 429 || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return 'too-many-requests';
  if (status === 401) return isProof(request) ? 'wrong-credentials' : 'sign-in-again';
  return status === 403 ? 'foreign-origin' : 'bad-request';
}
