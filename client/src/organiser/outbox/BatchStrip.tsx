import type { MailCounts } from '@lapwing/shared/protocol/outbox-api';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';
import { progressOf } from './mail-words.ts';
import type { Batch, OutboxApi } from './outbox-api.ts';

interface Props {
  readonly kind: Batch;
  readonly counts: MailCounts;
  readonly api: OutboxApi;
  readonly onDone: () => void;
}

/** How far mails to everybody are, in numbers, with Stop and the way back. */
export function BatchStrip({ kind, counts, api, onDone }: Props) {
  const progress = progressOf(counts);
  const { sent, of, open, stopped } = progress;
  const act = (what: 'stop' | 'resume') => () => void api.actOnAll(what, kind).then(onDone);
  return (
    <section class="card post-strip" aria-label={t(`batch.${kind}`)}>
      <b>{t(`batch.${kind}`)}</b>
      <span role="status">{t('batch.numbers', { ...progress })}</span>
      <progress max={of} value={sent} aria-label={t('batch.share')} />
      {open > 0 ? (
        <button type="button" onClick={act('stop')}>
          <Icon name="stop" /> {t('batch.stop')}
        </button>
      ) : null}
      {stopped > 0 ? (
        <button type="button" onClick={act('resume')}>
          <Icon name="play" /> {t('batch.resume', { count: stopped })}
        </button>
      ) : null}
    </section>
  );
}
