import { MESSAGE_LENGTH } from '@lapwing/shared/live/state';
import { announcementShown } from '@lapwing/shared/live/timeline';
import { useState } from 'preact/hooks';
import { Dialog } from '../../shell/Dialog.tsx';
import { Field } from '../../shell/Field.tsx';
import { refusalText, t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';

/** Words on all screens for a minute: in their sentence, or over the whole screen. */
export function MessageDialog({ store, control, onClose }: DeskProps) {
  const [text, setText] = useState('');
  const [whole, setWhole] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const moment = store.live.moment.value;
  const said = moment && announcementShown(moment, store.live.now.value);
  const length = [...text.trim()].length;
  const send = async (submit: Event): Promise<void> => {
    submit.preventDefault();
    if (length === 0) return setError(t('message.missing'));
    if (length > MESSAGE_LENGTH) return setError(t('message.too-long', { most: MESSAGE_LENGTH }));
    const outcome = await control.send({ kind: 'message', text: text.trim(), whole });
    if (outcome === 'done') onClose();
    else if (outcome !== 'ignored') setError(t('field.error', { what: refusalText({ code: outcome }) }));
  };
  return (
    <Dialog title={t('message.heading')} onClose={onClose}>
      <p class={said ? '' : 'quiet'}>
        {said
          ? t(said.kind === 'stop' ? 'screens.stopped' : 'screens.message', { text: said.text })
          : t('message.none')}
        {said ? (
          <button type="button" class="text" onClick={() => control.act('clearMessage')}>
            {t('screens.clear')}
          </button>
        ) : null}
      </p>
      <form class="form" onSubmit={(submit) => void send(submit)} noValidate>
        <Field
          label={t('message.field')}
          hint={t('message.hint', { left: MESSAGE_LENGTH - length })}
          error={error}
          value={text}
          autocomplete="off"
          onText={(typed) => {
            setText(typed);
            setError(null);
          }}
        />
        <label class="check">
          <input type="checkbox" checked={whole} onChange={(event) => setWhole(event.currentTarget.checked)} />
          {t('message.whole')}
        </label>
        <div class="dialog-actions">
          <button type="submit" class="primary">
            {t('message.send')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
