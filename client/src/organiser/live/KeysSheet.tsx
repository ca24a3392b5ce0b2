import { useState } from 'preact/hooks';
import { Dialog } from '../shell/Dialog.tsx';
import { t } from '../words.ts';
import { KEY_SHEET } from './keys.ts';
import { setSingleKeys, singleKeysOn } from './use-keys.ts';

/** All keys that work, and the switch for single keys. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(singleKeysOn());
  return (
    <Dialog title={t('keys.heading')} onClose={onClose} wide>
      <dl class="key-sheet">
        {KEY_SHEET.map(({ keys, action }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${action}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{t('keys.when')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setSingleKeys(event.currentTarget.checked);
            setOn(event.currentTarget.checked);
          }}
        />
        {t('keys.switch')}
      </label>
    </Dialog>
  );
}
