import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { ImportApplied, ImportPreview } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { ImportReview } from './ImportReview.tsx';

interface Props {
  readonly store: EventStore;
  readonly onClose: () => void;
  readonly onApplied: (applied: ImportApplied) => void;
}

/** File → what it is → what would change → Apply. Nothing is written before Apply. */
export function ImportDialog({ store, onClose, onApplied }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [busy, setBusy] = useState(false);

  const look = async (chosen: File, role: AttendeeRole | null): Promise<void> => {
    setFile(chosen);
    setBusy(true);
    const answer = await store.api.previewImport(chosen, role);
    setBusy(false);
    setPreview(answer.ok ? answer.value : null);
    setRefusal(answer.ok ? null : answer.refusal.code);
  };
  const apply = async (): Promise<void> => {
    if (!file || !preview || busy) return;
    setBusy(true);
    const answer = await store.api.applyImport(file, preview.role, preview.digest);
    setBusy(false);
    if (answer.ok) {
      await store.refresh();
      onApplied(answer.value);
    } else if (answer.refusal.code === 'preview-outdated') {
      await look(file, preview.role);
      setRefusal('preview-outdated');
    } else setRefusal(answer.refusal.code);
  };
  return (
    <Dialog title={t('import.heading')} onClose={onClose} wide>
      <div class="form">
        <FileDrop onFile={(chosen) => void look(chosen, null)} fileName={file?.name ?? ''} />
        {busy ? (
          <p class="quiet" role="status">
            {t('import.reading')}
          </p>
        ) : null}
        <RefusalNote code={refusal} />
        {refusal === 'file-not-recognised' ? <Note tone="plain">{t('import.known')}</Note> : null}
        {preview && file ? <ImportReview preview={preview} onRole={(role) => void look(file, role)} /> : null}
        <div class="dialog-actions">
          {preview ? (
            <button
              type="button"
              class="primary"
              aria-busy={busy}
              disabled={preview.new.length + preview.changed.length === 0}
              onClick={() => void apply()}
            >
              {t('import.apply', { added: preview.new.length, changed: preview.changed.length })}
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

function FileDrop({ onFile, fileName }: { onFile: (file: File) => void; fileName: string }) {
  const [over, setOver] = useState(false);
  return (
    // the label is the drop zone; the field inside it is the way without a mouse
    <label
      class={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer?.files[0];
        if (dropped) onFile(dropped);
      }}
    >
      <Icon name="upload" size="32px" />
      <b>{fileName === '' ? t('import.choose') : fileName}</b>
      <span class="quiet">{t('import.formats')}</span>
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </label>
  );
}
