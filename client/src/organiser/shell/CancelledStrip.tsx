import type { EventDetail } from '@lapwing/shared/protocol/api';
import { sectionHash } from '../place.ts';
import { t } from '../words.ts';
import { Note } from './Note.tsx';

interface Props {
  readonly event: EventDetail | null;
  /** Whether the way to taking it back stands beside it. */
  readonly toSetUp: boolean;
}

/** On every page of an evening that does not take place. */
export function CancelledStrip({ event, toSetUp }: Props) {
  if (!event?.cancelled) return null;
  const { reason } = event.cancelled;
  return (
    <div class="cancelled-strip">
      <Note tone="warn">
        <b>{t('off.is')}</b> {reason === '' ? '' : t('off.reason', { reason })}{' '}
        {toSetUp ? <a href={sectionHash(event.id, 'set-up')}>{t('off.go')}</a> : null}
      </Note>
    </div>
  );
}
