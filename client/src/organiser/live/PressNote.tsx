import { refusalText, t } from '../words.ts';
import type { Press } from './press.ts';

/** What became of the last press, when it did not simply happen. */
export function PressNote({ press }: { press: Press }) {
  const state = press.state.value;
  if (state.kind === 'no-answer') {
    return (
      <div class="press-note" role="alert">
        <span>{t('press.no-answer')}</span>
        <button type="button" onClick={() => void press.retry()}>
          {t('press.again')}
        </button>
      </div>
    );
  }
  if (state.kind !== 'refused') return null;
  const text = state.code === 'version-conflict' ? t('press.conflict') : refusalText({ code: state.code });
  return (
    <div class="press-note" role="alert">
      <span>{text}</span>
      <button type="button" onClick={() => press.dismiss()}>
        {t('press.dismiss')}
      </button>
    </div>
  );
}
