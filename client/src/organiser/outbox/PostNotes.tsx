import type { Instant } from '@lapwing/shared/kernel/time';
import type { OutboxView } from '@lapwing/shared/protocol/outbox-api';
import { Note } from '../shell/Note.tsx';
import { t } from '../words.ts';
import type { OutboxApi } from './outbox-api.ts';

interface Props {
  readonly view: OutboxView;
  readonly api: OutboxApi;
  readonly time: (at: Instant) => string;
  readonly onDone: () => void;
}

/** Whether mail goes out at all, what holds it up, and what needs a hand. */
export function PostNotes({ view, api, time, onDone }: Props) {
  const { from, trouble, counts } = view;
  const act = (what: 'try' | 'release') => () => void api.actOnAll(what, null).then(onDone);
  if (from === null) return <Note tone="plain">{t('outbox.no-server')}</Note>;
  return (
    <>
      <p class="quiet">{t('outbox.from', { from })}</p>
      {trouble ? (
        <Note tone="warn">
          {t('outbox.trouble', { reason: trouble.reason, time: time(trouble.until) })}{' '}
          <button type="button" onClick={act('try')}>
            {t('outbox.try-now')}
          </button>
        </Note>
      ) : null}
      {counts.draft > 0 ? (
        <Note tone="plain">
          {t('outbox.drafts', { count: counts.draft })}{' '}
          <button type="button" onClick={act('release')}>
            {t('outbox.release', { count: counts.draft })}
          </button>
        </Note>
      ) : null}
      {counts.unsure > 0 ? <Note tone="warn">{t('outbox.unsure', { count: counts.unsure })}</Note> : null}
    </>
  );
}
