import { eventId } from '@lapwing/shared/kernel/ids';
import {
  BatchAct,
  MailActParams,
  MailParams,
  OutboxQuery,
  ReminderSwitch,
  SendLinks,
  SlackActParams,
} from '@lapwing/shared/protocol/outbox-schemas';
import { EventParams } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { calendarNews, tellCalendars } from '../services/calendar-news.ts';
import { linksToSend, sendLinks } from '../services/links-to-all.ts';
import { actOnMail, actOnMails, mailToRead, outboxView } from '../services/outbox-service.ts';
import { switchReminder } from '../services/reminders.ts';
import type { Services } from '../services/services.ts';
import { actInSlack } from '../services/slack-hand.ts';
import type { App } from './app-type.ts';

/** E-mail of an event: what went out, what waits, and what goes to everybody. */
export function outboxRoutes(app: App, services: Services): void {
  app.get(
    '/api/events/:eventId/outbox',
    { schema: { params: EventParams, querystring: OutboxQuery } },
    async ({ params, query }, reply) =>
      answer(reply, outboxView(services, eventId(params.eventId), query.state ?? null, query.find ?? '')),
  );
  app.post(
    '/api/events/:eventId/outbox',
    { schema: { params: EventParams, body: BatchAct } },
    async ({ params, body }, reply) =>
      answer(reply, actOnMails(services, eventId(params.eventId), body.act, body.kind)),
  );
  app.get('/api/events/:eventId/outbox/links', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, linksToSend(services, eventId(params.eventId))),
  );
  app.post(
    '/api/events/:eventId/outbox/links',
    { schema: { params: EventParams, body: SendLinks } },
    async ({ params, body }, reply) => answer(reply, sendLinks(services, eventId(params.eventId), body?.again)),
  );
  app.get('/api/events/:eventId/outbox/calendars', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, calendarNews(services, eventId(params.eventId))),
  );
  app.post('/api/events/:eventId/outbox/calendars', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, tellCalendars(services, eventId(params.eventId))),
  );
  app.put(
    '/api/events/:eventId/outbox/reminder',
    { schema: { params: EventParams, body: ReminderSwitch } },
    async ({ params, body }, reply) => {
      const plan = switchReminder(services, eventId(params.eventId), body.on);
      return answer(reply, plan.ok ? { ok: true, value: { reminder: plan.value } } : plan);
    },
  );
  app.get('/api/events/:eventId/mails/:mailId', { schema: { params: MailParams } }, async ({ params }, reply) =>
    answer(reply, mailToRead(services, eventId(params.eventId), params.mailId)),
  );
  app.post(
    '/api/events/:eventId/mails/:mailId/:act',
    { schema: { params: MailActParams } },
    async ({ params }, reply) => answer(reply, actOnMail(services, eventId(params.eventId), params.mailId, params.act)),
  );
  app.post(
    '/api/events/:eventId/slack-messages/:messageId/:act',
    { schema: { params: SlackActParams } },
    async ({ params }, reply) =>
      answer(reply, actInSlack(services, eventId(params.eventId), params.messageId, params.act)),
  );
}
