import type { EventStore } from '../event-store.ts';
import { refusalText, say, t } from '../words.ts';
import { logSentence } from './log-sentence.ts';
import { namesOf } from './names.ts';
import type { Press } from './press.ts';

/** What became of the last press, when it did not simply happen. */
export function PressNote({ store, press }: { store: EventStore; press: Press }) {
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
  return (
    <div class="press-note" role="alert">
      <span>{state.code === 'version-conflict' ? whoWasFirst(store) : refusalText({ code: state.code })}</span>
      <button type="button" onClick={() => press.dismiss()}>
        {t('press.dismiss')}
      </button>
    </div>
  );
}

/** Who else pressed, and what: the newest entry of the log, once it has come. */
function whoWasFirst(store: EventStore): string {
  const newest = store.log.value[0];
  if (!newest || newest.version !== store.live.room.value?.v) return t('press.conflict');
  const what = say(logSentence(newest, namesOf(store)));
  return newest.by === '' ? t('press.conflict.clock', { what }) : t('press.conflict.by', { by: newest.by, what });
}
