import { refusal } from '@lapwing/shared/kernel/refusal';
import { answerInSlack, showSlackHome } from '../community/slack-service.ts';
import { refuse } from '../plugins/refusals.ts';
import { slackSignatures } from '../plugins/slack-signature.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { STRANGER_LIMIT } from './rate-limits.ts';

/** Slack's own requests are small. */
const BODY_LIMIT = 64 * 1024;
/** What ids of Slack look like. */
const USER = /^[UW][A-Z0-9]{2,30}$/u;

/**
 * What Slack asks us, in a room of its own: bodies stay bytes, since their signature is over bytes, and nothing of them is
 * read before it was checked. Without Slack none of this is there.
 * @param signingSecret of our app; null: Slack is off
 */
export function slackRoutes(room: App, services: Services, signingSecret: string | null): void {
  const isSigned = signingSecret === null ? null : slackSignatures(signingSecret, services.clock);
  room.removeAllContentTypeParsers();
  room.addContentTypeParser(
    ['application/json', 'application/x-www-form-urlencoded'],
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (_request, body, done) => done(null, body),
  );
  room.addHook('onRequest', (_request, reply, done) => {
    if (isSigned === null || services.slack === null) refuse(reply, refusal('not-found'));
    else done();
  });
  room.addHook('preValidation', (request, reply, done) => {
    if (isSigned?.(request.headers, bytes(request.body))) done();
    else refuse(reply, refusal('not-signed-in'));
  });

  room.post('/slack/commands', STRANGER_LIMIT, async ({ body, log }, reply) => {
    const form = new URLSearchParams(bytes(body).toString());
    const user = form.get('user_id') ?? '';
    const { slack } = services;
    // Slack asks so whether our certificate is good
    if (slack === null || form.has('ssl_check') || !USER.test(user)) return reply.send('');
    const text = await answerInSlack(services, slack.line, {
      ...{ user, text: form.get('text') ?? '' },
      failed: (error) => log.error({ err: error }, 'failed'),
    });
    return reply.send({ response_type: 'ephemeral', text });
  });
  // a button that only leads somewhere is told here too, and wants to hear that we heard
  room.post('/slack/interactive', STRANGER_LIMIT, async (_request, reply) => reply.send(''));
  room.post('/slack/events', STRANGER_LIMIT, async ({ body, log }, reply) => {
    const said = eventIn(bytes(body));
    if (said.type === 'url_verification') return reply.send({ challenge: said.challenge ?? '' });
    const { slack } = services;
    const { event } = said;
    const opened = event?.type === 'app_home_opened' && event.tab === 'home' && USER.test(event.user ?? '');
    if (slack !== null && opened)
      // Slack wants its answer at once
      void showSlackHome(services, slack, event.user ?? '').catch(() => log.warn('a home tab was not shown'));
    return reply.send('');
  });
}

interface SlackEvent {
  readonly type?: string;
  readonly challenge?: string;
  readonly event?: { readonly type?: string; readonly user?: string; readonly tab?: string };
}

const bytes = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

/** What is said, if it is an object; its fields are held against what we know before anything is done with them. */
function eventIn(body: Buffer): SlackEvent {
  try {
    const { type, challenge, event } = JSON.parse(body.toString()) as Readonly<Record<string, unknown>>;
    const fields = (event ?? {}) as Readonly<Record<string, unknown>>;
    return {
      ...(typeof type === 'string' ? { type } : {}),
      ...(typeof challenge === 'string' ? { challenge } : {}),
      event: Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string')),
    };
  } catch {
    return {};
  }
}
