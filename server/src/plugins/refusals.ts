import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import type { Result } from '@lapwing/shared/kernel/result';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FIXED_HEADERS } from './headers.ts';

/** The one place where a refusal becomes an HTTP status. */
const STATUS: Readonly<Record<RefusalCode, number>> = {
  'not-signed-in': 401,
  'not-found': 404,
  'link-invalid': 404,
  'setup-link-used': 410,
  'foreign-origin': 403,
  'wrong-credentials': 401,
  'password-weak': 422,
  'plain-http-sign-in': 403,
  'sign-in-again': 401,
  'not-allowed': 403,
  'last-owner': 409,
  'name-taken': 409,
  'name-mixed': 422,
  'too-many-requests': 429,
  'bad-request': 400,
  'too-large': 413,
  'file-unreadable': 422,
  'file-not-recognised': 422,
  'preview-outdated': 409,
  'no-tables': 422,
  'no-mentors': 422,
  'no-students': 422,
  'duplicate-table-number': 422,
  'table-twice': 422,
  'mentor-at-two-tables': 422,
  'unknown-mentor': 422,
  'too-many-mentors': 422,
  'already-undone': 409,
  'registration-closed': 409,
  'taken-off-list': 409,
  'go-on-by-link': 409,
  'changed-meanwhile': 409,
  'unknown-code': 422,
  'wrong-helper-code': 422,
  'wrong-event-code': 422,
  'self-check-in-off': 409,
  'too-early': 409,
  'come-to-desk': 409,
  'mail-gone': 409,
  'plan-impossible': 422,
  'plan-missing': 404,
  'plan-outdated': 409,
  'too-many-locks': 409,
  'plan-broken': 422,
  'version-conflict': 409,
  'key-reused': 422,
  'not-now': 409,
  'already-started': 409,
  'nothing-to-undo': 409,
  'no-time-left': 409,
  'event-running': 409,
  'event-cancelled': 409,
  'unknown-person': 422,
  'unknown-table': 422,
  'companion-of-other-role': 422,
  'no-seat-free': 422,
  'already-so': 409,
  'last-mentor': 422,
  'storage-failed': 503,
  'server-fault': 500,
};

export const refuse = (reply: FastifyReply, reason: Refusal, also: object = {}): FastifyReply =>
  reply.code(STATUS[reason.code]).send({ error: reason, ...also });

/** Replies with the value, or with the refusal and its status. `undefined` becomes 204. */
export function answer(reply: FastifyReply, result: Result<unknown, Refusal>): FastifyReply {
  if (!result.ok) return refuse(reply, result.refusal);
  return result.value === undefined ? reply.code(204).send() : reply.send(result.value);
}

/** Turns what Fastify and its plugins throw into refusals; our own bugs are logged and told without detail. */
export function registerRefusals(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.validation) return refuse(reply, refusal('bad-request', { field: fieldOf(error), ...problemOf(error) }));
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(reply, refusal('too-large'));
    if (status === 429) return refuse(reply, refusal('too-many-requests'));
    if (status >= 400 && status < 500) return reply.code(status).send({ error: refusal('bad-request') });
    request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    // A disk that is full or broken: whether it was written is not known, and asking again settles it.
    if (/^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN)/u.test(error.code ?? ''))
      return refuse(reply, refusal('storage-failed'));
    return refuse(reply, refusal('server-fault'));
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, refusal('not-found')));
}

/** An address that no route can be looked up for: nothing of it is repeated. The hooks have not run. */
export function refuseUnreadable(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  reply
    .headers({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      ...FIXED_HEADERS,
    })
    .code(400)
    .send({ error: refusal('bad-request') });
}

/** How a schema says that a text cannot be read. */
export const UNREADABLE = 'unreadable';

const problemOf = ({ validation }: FastifyError): { readonly problem?: string } =>
  validation?.[0]?.keyword === UNREADABLE ? { problem: UNREADABLE } : {};

/** Which field is wrong. One that nobody asked for is not named: its name is the asker's own words. */
function fieldOf(error: FastifyError): string {
  const first = error.validation?.[0];
  const missing = first?.params.requiredProperties ?? first?.params.missingProperty;
  const stranger = first?.schemaPath.endsWith('/additionalProperties') ?? false;
  const path = first?.instancePath.split('/').slice(1) ?? [];
  const inside = (stranger ? path.slice(0, -1) : path).join('.');
  return inside || (missing === undefined ? (error.validationContext ?? 'body') : String(missing));
}
