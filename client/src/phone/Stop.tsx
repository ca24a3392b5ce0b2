import type { Announcement } from '@lapwing/shared/live/state';
import { Icon } from '../kit/Icon.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { cardRound, type PhoneView, roundAt } from './phone-view.ts';
import { t } from './words.ts';

/** Everything stands still: the whole page is one sign. It goes when somebody goes on. */
export function Stop({ view, words }: { view: PhoneView; words: Announcement }) {
  const { card, shown } = view;
  const table = cardRound(card, roundAt(shown.phase))?.table ?? null;
  return (
    <div class="stop">
      <Icon name="hand" size="5rem" />
      <h2 class="k-face" data-long={words.text.length > 30 ? 'yes' : 'no'}>
        {words.text === '' ? t('phone.stop') : words.text}
      </h2>
      {words.text === '' ? <p>{t('phone.stop.stay')}</p> : null}
      {table === null ? null : <p class="stop-table">{t('phone.stop.table', { number: table })}</p>}
    </div>
  );
}

/** A stop that may be over since: without the server nobody can tell, so the page stays usable. */
export function OldStop({ words }: { words: Announcement }) {
  return (
    <StatusStrip icon="hand" class="news">
      <b>{words.text === '' ? t('phone.stop') : words.text}</b>
    </StatusStrip>
  );
}
