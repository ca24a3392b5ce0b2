import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { ImportApplied } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';

interface Props {
  readonly store: EventStore;
  readonly imported: ImportApplied;
  readonly onGone: () => void;
}

/** Instead of a question before: what was done, and the way back. */
export function ImportDone({ store, imported, onGone }: Props) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const { importId, added, changed, guests, cancelled } = imported;
  const undo = async (): Promise<void> => {
    const answer = await store.api.undoImport(importId);
    if (!answer.ok) return setRefusal(answer.refusal.code);
    await store.refresh();
    onGone();
  };
  return (
    <>
      <div class="undo-strip" role="status">
        <span>
          {t('import.done', { added, changed })}
          {guests > 0 ? ` ${t('import.done.guests', { guests })}` : ''}
          {cancelled > 0 ? ` ${t('import.done.cancelled', { cancelled })}` : ''}
        </span>
        <button type="button" onClick={() => void undo()}>
          <Icon name="undo" /> {t('import.undo')}
        </button>
        <button type="button" class="icon-button" aria-label={t('import.dismiss')} onClick={onGone}>
          <Icon name="cross" />
        </button>
      </div>
      <RefusalNote code={refusal} />
    </>
  );
}
