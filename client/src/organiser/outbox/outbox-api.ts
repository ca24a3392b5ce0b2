import type { MailState } from '@lapwing/shared/event/mail';
import type { MailAct } from '@lapwing/shared/event/mail-acts';
import type { EventId } from '@lapwing/shared/kernel/ids';
import type {
  CalendarNews,
  LinksToSend,
  MailLine,
  MailToRead,
  OutboxView,
  Queued,
  ReminderPlan,
} from '@lapwing/shared/protocol/outbox-api';
import type { SlackAct } from '@lapwing/shared/slack/slack-acts';
import { request } from '../../kit/api.ts';
import type { Answer } from '../console-api.ts';

/** Mails that go to everybody, each with its own Stop. */
export const BATCHES = ['links', 'reminder'] as const;
export type Batch = (typeof BATCHES)[number];
export type BatchAct = 'stop' | 'resume' | 'release' | 'try';

/** The calls about the e-mail of one event. */
export function outboxApi(id: EventId) {
  const base = `/api/events/${encodeURIComponent(id)}`;
  const mail = (mailId: string): string => `${base}/mails/${encodeURIComponent(mailId)}`;
  return {
    view: (state: MailState | null, find: string): Answer<OutboxView> => {
      const asked = new URLSearchParams({ ...(state ? { state } : {}), ...(find === '' ? {} : { find }) }).toString();
      return request('GET', `${base}/outbox${asked === '' ? '' : `?${asked}`}`);
    },
    actOnAll: (act: BatchAct, kind: Batch | null): Answer<Queued> => request('POST', `${base}/outbox`, { act, kind }),
    linksToSend: (): Answer<LinksToSend> => request('GET', `${base}/outbox/links`),
    /** @param again also to addresses that refused it */
    sendLinks: (again: boolean): Answer<Queued> => request('POST', `${base}/outbox/links`, { again }),
    calendarNews: (): Answer<CalendarNews> => request('GET', `${base}/outbox/calendars`),
    tellCalendars: (): Answer<Queued> => request('POST', `${base}/outbox/calendars`),
    remind: (on: boolean): Answer<{ readonly reminder: ReminderPlan | null }> =>
      request('PUT', `${base}/outbox/reminder`, { on }),
    read: (mailId: string): Answer<MailToRead> => request('GET', mail(mailId)),
    actInSlack: (messageId: string, act: SlackAct): Answer<undefined> =>
      request('POST', `${base}/slack-messages/${encodeURIComponent(messageId)}/${act}`),
    act: (mailId: string, act: MailAct): Answer<MailLine> => request('POST', `${mail(mailId)}/${act}`),
  };
}
export type OutboxApi = ReturnType<typeof outboxApi>;
