import type { ImportReading } from '@lapwing/shared/protocol/import-api';
import { t } from '../words.ts';

/** That a file is being read: how far, once it takes longer than a moment, and the way to stop it. */
export function ReadingStrip({ progress, onStop }: { progress: ImportReading | null; onStop: () => void }) {
  const known = progress !== null && progress.of > 0;
  return (
    <div class="reading-strip">
      <p class="quiet" role="status">
        {known ? t('import.progress', { rows: progress.rows, of: progress.of }) : t('import.reading')}
      </p>
      {known ? <progress value={progress.rows} max={progress.of} aria-label={t('import.reading')} /> : null}
      {progress === null ? null : (
        <button type="button" onClick={onStop}>
          {t('import.stop')}
        </button>
      )}
    </div>
  );
}
