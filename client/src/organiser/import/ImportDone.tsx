import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { ImportApplied } from '@lapwing/shared/protocol/import-api';
import { useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { t } from '../words.ts';

interface Props {
  readonly store: EventStore;
  readonly imported: ImportApplied;
  readonly onGone: () => void;
}

/** What an import did, and the way back. */
export function ImportDone({ store, imported, onGone }: Props) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const { importId, added, changed, guests, cancelled } = imported;
  const sentences = [
    t('import.done', { added, changed }),
    ...(guests > 0 ? [t('import.done.guests', { guests })] : []),
    ...(cancelled > 0 ? [t('import.done.cancelled', { cancelled })] : []),
  ];
  const undo = async (): Promise<void> => {
    const answer = await store.api.undoImport(importId);
    if (!answer.ok) return setRefusal(answer.refusal.code);
    await store.refresh();
    onGone();
  };
  return (
    <>
      <UndoStrip label={t('import.undo')} onUndo={() => void undo()} onClose={onGone}>
        {sentences.join(' ')}
      </UndoStrip>
      <RefusalNote code={refusal} />
    </>
  );
}
