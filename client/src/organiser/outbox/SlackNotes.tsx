import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { SlackNow } from '@lapwing/shared/protocol/outbox-api';
import type { SlackAct } from '@lapwing/shared/slack/slack-acts';
import { useState } from 'preact/hooks';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import type { OutboxApi } from './outbox-api.ts';

interface Props {
  readonly slack: SlackNow;
  readonly api: OutboxApi;
  readonly time: (at: Instant) => string;
  readonly onDone: () => void;
}

/** What can be done with an introduction of which nobody knows whether it is in Slack, the likeliest first. */
const ACTS: readonly SlackAct[] = ['arrived', 'again', 'by-mail'];

/** That introductions go out in Slack, what holds them up, and those that need a hand. */
export function SlackNotes({ slack, api, time, onDone }: Props) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const { on, trouble, counts, lines } = slack;
  const act = (id: string, what: SlackAct) => async (): Promise<void> => {
    const answer = await api.actInSlack(id, what);
    setRefusal(answer.ok ? null : answer.refusal.code);
    onDone();
  };
  return (
    <section class="slack-notes" aria-label={t('slack.heading')}>
      <p class="quiet">
        {on ? t('slack.on', { sent: counts.sent, open: counts.queued + counts.sending }) : t('slack.off')}
      </p>
      {trouble ? (
        <Note tone="warn">
          {t('slack.trouble', { reason: trouble.reason, time: time(trouble.until) })}{' '}
          <button type="button" onClick={() => void api.actOnAll('try', null).then(onDone)}>
            {t('outbox.try-now')}
          </button>
        </Note>
      ) : null}
      <RefusalNote code={refusal} />
      {lines.map(({ id, one, other, state, reason }) => (
        <Note key={id} tone={state === 'unsure' ? 'warn' : 'plain'}>
          {t(`slack.is.${state}`, { one, other, reason })}{' '}
          {state === 'unsure'
            ? ACTS.map((what) => (
                <button key={what} type="button" onClick={() => void act(id, what)()}>
                  {t(`slack.act.${what}`)}
                </button>
              ))
            : null}
        </Note>
      ))}
    </section>
  );
}
