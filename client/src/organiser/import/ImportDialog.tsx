import type { ImportApplied, ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { EventStore } from '../event-store.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { FileDrop } from './FileDrop.tsx';
import { cancelledOf, ImportReview } from './ImportReview.tsx';
import { type FileRefusal, fileRefusalWord } from './import-refusals.ts';
import { ReadingStrip } from './ReadingStrip.tsx';
import { useImport, useProgress } from './use-import.ts';
import './import.css';

interface Props {
  readonly store: EventStore;
  readonly onClose: () => void;
  readonly onApplied: (applied: ImportApplied) => void;
}

/** File → what is in it → its columns → problems → what would change → Apply. Nothing is written before Apply. */
export function ImportDialog({ store, onClose, onApplied }: Props) {
  const flow = useImport(store, onApplied);
  const progress = useProgress(store, flow.reading);
  const { preview, walkIns, cancel } = flow;
  return (
    <Dialog title={t('import.heading')} onClose={onClose} wide>
      <div class="form">
        <FileDrop onFile={flow.choose} fileName={flow.file?.name ?? ''} />
        {flow.reading === null ? null : <ReadingStrip progress={progress} onStop={flow.stop} />}
        <WhyRefused refusal={flow.refusal} />
        {preview ? (
          <ImportReview
            preview={preview}
            busy={flow.reading !== null}
            onRead={flow.again}
            chosen={{ walkIns, cancel }}
            onWalkIns={flow.setWalkIns}
            onCancel={flow.setCancel}
          />
        ) : null}
        <div class="dialog-actions">
          {preview ? (
            <button
              type="button"
              class="primary"
              aria-busy={flow.applying}
              disabled={flow.reading !== null || writesNothing(preview, walkIns.size + cancel.size)}
              onClick={() => void flow.apply()}
            >
              {t('import.apply', {
                added: preview.new.length - cancelledOf(preview) + walkIns.size,
                gone: cancelledOf(preview),
                changed: preview.changed.length,
                cancelled: cancel.size,
              })}
            </button>
          ) : null}
          <button type="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

const writesNothing = ({ new: people, changed, guests }: ImportPreview, chosen: number): boolean =>
  people.length + changed.length + guests.added + guests.cancelled + guests.changed + chosen === 0;

function WhyRefused({ refusal }: { refusal: FileRefusal | null }) {
  const word = refusal === null ? undefined : fileRefusalWord(refusal);
  return (
    <>
      {word === undefined ? <RefusalNote code={refusal?.code ?? null} /> : <Note tone="bad">{t(word)}</Note>}
      {refusal?.code === 'file-not-recognised' ? <Note tone="plain">{t('import.known')}</Note> : null}
    </>
  );
}
