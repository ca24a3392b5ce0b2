import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { tableName } from '@lapwing/shared/event/floor';
import { attendeeId, displayId, type EventId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok, refused } from '@lapwing/shared/kernel/result';
import type { PersonalCard } from '@lapwing/shared/live/views';
import type { RoomFrame } from '@lapwing/shared/protocol/messages';
import { DisplayParams, LanguageParams, OwnLink, PersonParams, Secret } from '@lapwing/shared/protocol/schemas';
import type { FastifyRequest } from 'fastify';
import { keeperOf } from '../community/keeping.ts';
import { cookieOptions, markFormBrowser } from '../plugins/cookies.ts';
import { ownCookie, ownSession } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { boardOf, displayShown, ownDisplay } from '../services/display-service.ts';
import { eraseDenied, forgetCopies } from '../services/erase-service.ts';
import { openLink } from '../services/link-service.ts';
import { alsoOpened } from '../services/other-devices.ts';
import { publicEvent } from '../services/public-event.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { cameWith } from '../services/session-service.ts';
import type { App } from './app-type.ts';
import { withKeeper } from './community-html.ts';
import { withEvent } from './event-html.ts';
import { escaped, inlineJson } from './html-text.ts';
import { languageIn, sendPage } from './language.ts';
import { cancelledHtml, ownTableHtml } from './own-table-html.ts';
import { LINK_LIMIT } from './rate-limits.ts';
import { type Shell, type Surface, shellsIn } from './shells.ts';

/** The HTML of the surfaces, the exchange of link secrets for cookies, and what a phone opens with. */
export async function pageRoutes(app: App, services: Services, clientDir: string, https: boolean): Promise<void> {
  const shell = shellsIn(clientDir);
  // a page that opens nothing asks for an address only where a link can be mailed to it
  const phoneShell = (request: FastifyRequest): string =>
    services.outbox.from === null
      ? shell('phone', request)
      : shell('phone', request).replace('</title>', '</title>\n<meta name="mails" content="yes">');
  const page = (url: string, surface: Surface): void => {
    app.get(url, async (request, reply) => sendPage(reply, shell(surface, request)));
  };
  await app.register(fastifyStatic, {
    root: join(clientDir, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
  });
  // what a phone puts on its home screen
  await app.register(fastifyStatic, {
    ...{ root: join(clientDir, 'icons'), prefix: '/icons/', decorateReply: false },
    ...{ maxAge: '1d', index: false },
  });
  app.get('/favicon.svg', async (_request, reply) =>
    reply
      .header('cache-control', 'max-age=86400')
      .type('image/svg+xml')
      .send(readFileSync(join(clientDir, 'favicon.svg'))),
  );
  workerFiles(app, clientDir, shell);
  page('/', 'index');
  page('/gallery', 'gallery');
  eventPages(app, services, shell, https);
  page('/b/:code', 'badge');
  checkInPage(app, shell);
  page('/answer/:askId', 'answer');
  communityPages(app, services, shell);
  page('/requests/:attendeeId', 'answer');
  page('/display/:displayId', 'display');
  phoneRoutes(app, services, phoneShell, https);
  app.get('/display/:displayId/opening', { schema: { params: DisplayParams } }, async ({ session }, reply) => {
    if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
    const { evenings } = services;
    const known = displayShown(services, session.eventId, session.hash);
    const [display, names] = [ownDisplay(known, null), boardOf(services, known) ?? null];
    const [room, hall, facts] = [session.eventId].flatMap((id) => [
      evenings.room(id),
      evenings.hall(id),
      evenings.facts(id),
    ]);
    return answer(reply, ok({ room, hall, facts, names, display, at: services.clock.now() }));
  });
  app.post(
    '/display/:displayId/session',
    { schema: { params: DisplayParams, body: Secret }, ...LINK_LIMIT },
    async (request, reply) => {
      const { params, body } = request;
      const id = displayId(params.displayId);
      // a browser that opens the link again is the same display, with the name it has
      if (cameWith(ownSession(services, request), body.secret)) return answer(reply, ok(undefined));
      const opened = openLink(services, 'display', id, body.secret);
      if (!opened.ok || 'asks' in opened.value) return answer(reply, opened);
      const { token } = opened.value;
      if (token !== null) reply.setCookie(ownCookie(id), token, cookieOptions(`/display/${id}`, https));
      return answer(reply, ok(undefined));
    },
  );
}

/** The worker of the phone's page, and the bare page that it keeps: that says that no server answered. */
function workerFiles(app: App, clientDir: string, shell: Shell): void {
  app.get('/sw.js', async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/javascript; charset=utf-8')
      .send(readFileSync(join(clientDir, 'sw.js'))),
  );
  app.get('/shell/:language', { schema: { params: LanguageParams } }, async (request, reply) => {
    const html = shell('phone', request, request.params.language);
    return sendPage(reply, html.replace('</title>', '</title>\n<meta name="kept" content="yes">'));
  });
}

/** An event's public page and the forms behind it: with what everybody may know already in them. */
function eventPages(app: App, services: Services, shell: Shell, https: boolean): void {
  for (const url of ['/e/:code', '/e/:code/student', '/e/:code/mentor']) {
    app.get(url, async (request, reply) => {
      const event = request.codeHeldBack
        ? refused(refusal('too-many-requests'))
        : publicEvent(services, (request.params as { code: string }).code.toUpperCase());
      const html = shell('join', request);
      // where no mail goes out the link is handed to whoever filled the form, and to no other browser
      if (url !== '/e/:code' && services.outbox.from === null)
        markFormBrowser(request, reply, services.secrets.newSecret(), https);
      return sendPage(reply, event.ok ? withEvent(html, event.value, languageIn(request)) : html);
    });
  }
}

/** The pages of the community: with whose it is already in them. */
function communityPages(app: App, services: Services, shell: Shell): void {
  for (const url of ['/community', '/community/:memberId', '/introductions/:questionId']) {
    app.get(url, async (request, reply) =>
      sendPage(reply, withKeeper(shell('community', request), keeperOf(services), languageIn(request))),
    );
  }
}

/** The console's check-in, and the only page that may run the decoder of QR codes, which is WebAssembly. */
function checkInPage(app: App, shell: Shell): void {
  app.get('/check-in', async (request, reply) => {
    const policy = String(reply.raw.getHeader('content-security-policy') ?? '');
    reply.raw.setHeader('content-security-policy', policy.replace("script-src 'self'", "$& 'wasm-unsafe-eval'"));
    return sendPage(reply, shell('index', request));
  });
}

function phoneRoutes(app: App, services: Services, shell: (request: FastifyRequest) => string, https: boolean): void {
  app.get('/me/:attendeeId', { schema: { params: PersonParams } }, async (request, reply) => {
    const eventId = ownSession(services, request)?.eventId;
    const card = eventId ? services.evenings.card(eventId, attendeeId(request.params.attendeeId)) : undefined;
    const room = eventId ? services.evenings.room(eventId) : undefined;
    const html = shell(request);
    return sendPage(
      reply,
      eventId && card && room ? withOpening(html, { card, room }, services, languageIn(request)) : html,
    );
  });
  app.post(
    '/me/:attendeeId/session',
    { schema: { params: PersonParams, body: OwnLink }, ...LINK_LIMIT },
    async (request, reply) => {
      const { params, body } = request;
      const id = attendeeId(params.attendeeId);
      const opened = openLink(services, 'attendee', id, body.secret, {
        before: ownSession(services, request),
        mine: body.mine,
      });
      if (!opened.ok || 'asks' in opened.value) return answer(reply, opened);
      forgetCopies(services, opened.value.eventId, id, body.secret);
      const { token } = opened.value;
      if (token !== null) reply.setCookie(ownCookie(id), token, cookieOptions(`/me/${id}`, https));
      return answer(reply, opening(services, opened.value.eventId, id));
    },
  );
  app.post(
    '/me/:attendeeId/not-mine',
    { schema: { params: PersonParams, body: Secret }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, eraseDenied(services, attendeeId(params.attendeeId), body.secret)),
  );
  app.get('/me/:attendeeId/opening', { schema: { params: PersonParams } }, async (request, reply) => {
    const eventId = request.session?.eventId;
    if (!eventId) return answer(reply, refused(refusal('not-found')));
    const opened = opening(services, eventId, attendeeId(request.params.attendeeId));
    const also = request.session ? alsoOpened(services, request.session) : undefined;
    return answer(reply, opened.ok && also ? ok({ ...opened.value, also }) : opened);
  });
}

function opening(services: Services, eventId: EventId, id: ReturnType<typeof attendeeId>) {
  const card = services.evenings.card(eventId, id);
  const room = services.evenings.room(eventId);
  return card && room ? ok({ card, room, at: services.clock.now() }) : refused(refusal('not-found'));
}

/**
 * The phone page with the person's evening in it: their table as it is drawn, the other rounds as plain lines where no
 * script runs, and all of it as data for the script. The data comes last, since nothing is drawn from it before.
 */
function withOpening(
  shell: string,
  data: { readonly card: PersonalCard; readonly room: RoomFrame },
  services: Services,
  language: Language,
): string {
  const { card, room } = data;
  const script = `<script type="application/json" id="opening">${inlineJson(data)}</script>`;
  const filled = (evening: string): string =>
    shell.replace('<!--opening-->', () => script).replace('<!--evening-->', () => evening);
  if (card.cancelled) return filled(cancelledHtml(card, language));
  const lines = plainEvening(services, card);
  const table = ownTableHtml({ card, moment: room.moment }, wholeNow(services.clock), language, lines);
  const evening = table === '' ? `<h1>${escaped(card.eventName)}</h1>${lines}` : table;
  return filled(evening);
}

/** Round number, table and names: no words, so it needs no language. */
function plainEvening(services: Services, card: PersonalCard): string {
  const tables = services.evenings.tables(card.eventId);
  const lines = card.rounds.map(({ table, meets }) => {
    const found = tables.find((candidate) => candidate.number === table);
    const place = found ? `${found.number} ${tableName(found)}` : '–';
    return `<li>${escaped([place, ...meets.map((met) => met.name)].join(' · '))}</li>`;
  });
  return `<div class="block"><ol class="lines">${lines.join('')}</ol></div>`;
}
