import type { FeedbackView } from '@lapwing/shared/protocol/feedback-api';
import type { EveningIntroductions } from '@lapwing/shared/protocol/introductions-api';
import type { MailLine, OutboxView, SlackNow } from '@lapwing/shared/protocol/outbox-api';
import { at, momentWith, talk } from '../fixtures.ts';
import { EVENT, logged, type Scene } from './console-evening.ts';
import { DRAFTS, SEALED, SENT, SOON, SUGGESTED } from './introductions-fixture.ts';
import { cameIn, students } from './invented-evening.ts';
import type { Look } from './looks.ts';

const over: Scene = {
  ...{ now: at(80), people: cameIn(at(-25)), moment: momentWith({ kind: 'finished', at: at(70) }, 6) },
  log: [
    logged(9, 70, { kind: 'finish' }, { kind: 'finished', at: at(70) }),
    logged(4, 0, { kind: 'start', planVersion: 3 }, talk(1)),
  ],
};
const mail = (nth: number, more: Partial<MailLine>): MailLine => ({
  ...{
    id: `m${nth}`,
    kind: 'confirmation',
    to: students[nth]?.email ?? '',
    subject: 'You have a place at Careers Night',
  },
  ...{
    state: 'sent',
    attempts: 1,
    nextAttemptAt: null,
    lastError: '',
    createdAt: at(-4_000 + nth),
    sentAt: at(-3_999),
  },
  ...more,
});
const counts = { draft: 0, queued: 2, sending: 0, sent: 41, refused: 1, unsure: 1, stopped: 0 };
const outbox = (more: Partial<OutboxView> = {}): OutboxView => ({
  ...{ from: 'Careers team <events@example.org>', trouble: null, counts, batches: {}, more: 38 },
  mails: [
    mail(0, { state: 'queued', sentAt: null, attempts: 0 }),
    mail(1, { state: 'refused', sentAt: null, lastError: '550 5.1.1 No such user here' }),
    mail(2, { state: 'unsure', sentAt: null, subject: 'Your link for Careers Night', kind: 'links' }),
    mail(3, {}),
    mail(4, { kind: 'reminder', subject: 'Tomorrow at 19:00: Careers Night' }),
  ],
  reminder: { at: at(-1_500), people: 44, on: true },
  slack: null,
  ...more,
});
const TAKEN_OUT =
  'The app was taken out of Slack: install it again, set its new SLACK_BOT_TOKEN, and start Lapwing again.';
const inSlack = (more: Partial<SlackNow> = {}): SlackNow => ({
  ...{ on: true, trouble: null, lines: [] },
  counts: { queued: 2, sending: 1, sent: 9, refused: 0, unsure: 0, stopped: 0 },
  ...more,
});
const none = { draft: 0, queued: 0, sending: 0, sent: 0, refused: 0, unsure: 0, stopped: 0 };
const posting = (view: OutboxView): Look => ({
  at: 'outbox',
  scene: {
    replies: { [`GET ${EVENT}/outbox`]: view, [`GET ${EVENT}/outbox/calendars`]: { people: 0 } },
  },
});
const line = (id: number, minute: number, act: string, more: object = {}): object => ({
  ...{ id, at: at(minute), by: 'Mei', now: null, act, person: null, other: null, count: null },
  ...more,
});

const answers = (
  more: Partial<FeedbackView> = {},
  introductions: EveningIntroductions = SENT,
): { readonly replies: NonNullable<Scene['replies']> } => ({
  replies: {
    [`GET ${EVENT}/introductions`]: introductions,
    [`GET ${EVENT}/feedback`]: {
      ...{ answered: 38, of: 56, until: at(10_000) },
      sums: {
        worth: [
          { answers: ['yes'], count: 29 },
          { answers: ['partly', 'no'], count: 7 },
        ],
        time: [
          { answers: ['short'], count: 14 },
          { answers: ['right'], count: 19 },
          { answers: ['long'], count: 3 },
        ],
        again: [
          { answers: ['yes'], count: 30 },
          { answers: ['maybe'], count: 6 },
          { answers: ['no'], count: 0 },
        ],
      },
      ...more,
    } satisfies FeedbackView,
  },
});
const NO_SUMS: FeedbackView['sums'] = { worth: [], time: [], again: [] };

/** The console after the night, and the pages beside it. */
export const AFTER_LOOKS = {
  'o-after': { at: 'after', scene: { ...over, ...answers() } },
  'o-after-soon': { at: 'after', scene: { ...over, ...answers({}, SOON) } },
  'o-after-few': { at: 'after', scene: { ...over, ...answers({ answered: 2, sums: NO_SUMS }) } },
  'o-after-drafts': { at: 'after', scene: { ...over, ...answers({}, DRAFTS) } },
  'o-after-suggestions': { at: 'after', scene: { ...over, ...answers({}, SUGGESTED) } },
  'o-after-before': { at: 'after' },
  'o-after-running': {
    at: 'after',
    scene: {
      now: at(28),
      moment: momentWith(talk(3), 3),
      people: cameIn(at(-25)),
      ...answers({ answered: 0, sums: NO_SUMS }, SEALED),
    },
  },
  'o-outbox': posting(outbox()),
  'o-outbox-none': posting(outbox({ counts: none, mails: [], more: 0, reminder: null })),
  'o-outbox-no-server': posting(outbox({ from: null, counts: none, mails: [], more: 0, reminder: null })),
  'o-outbox-trouble': posting(outbox({ trouble: { reason: 'The mail server refuses the connection.', until: at(1) } })),
  'o-outbox-slack': posting(outbox({ slack: inSlack() })),
  'o-outbox-slack-trouble': posting(
    outbox({
      slack: inSlack({
        trouble: { reason: TAKEN_OUT, until: at(1) },
        counts: { queued: 3, sending: 0, sent: 9, refused: 1, unsure: 1, stopped: 1 },
        lines: [
          {
            id: 's1',
            one: 'Ann Lee',
            other: 'Ben Oak',
            state: 'unsure',
            reason: 'The conversation is not there any more.',
          },
          { id: 's2', one: 'Mei Lin', other: 'Ben Oak', state: 'stopped', reason: 'Mei is not on Slack.' },
          {
            id: 's3',
            one: 'Zoë Quill',
            other: 'Max Stern',
            state: 'refused',
            reason: 'The conversation was archived.',
          },
        ],
      }),
    }),
  ),
  'o-reports-none': { at: 'reports' },
  'o-reports': {
    at: 'reports',
    scene: {
      reports: [
        { id: 'r1', at: at(20), settledAt: null },
        { id: 'r2', at: at(5), settledAt: at(12) },
      ],
    },
  },
  'o-audit': {
    at: 'audit',
    scene: {
      ...over,
      replies: {
        [`GET ${EVENT}/audit`]: {
          night: over.log,
          lines: [
            line(4, 12, 'let-in', { by: 'Sam', person: students[4]?.id }),
            line(3, -20, 'plan-made', { count: 3 }),
            line(2, -90, 'import-applied', { count: 48 }),
            line(1, -200, 'event-made'),
          ],
        },
      },
    },
  },
} satisfies Record<string, Look>;
