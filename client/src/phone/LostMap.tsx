import { placeInWords } from '../kit/place-in-words.ts';
import { cardRound, type PhoneView, roundAt, tableOf } from './phone-view.ts';
import { WayMap } from './WayMap.tsx';
import { t } from './words.ts';

/** For somebody who is lost: where their table stands. */
export function LostMap({ view }: { view: PhoneView }) {
  const { card, shown } = view;
  const table = cardRound(card, roundAt(shown.phase))?.table ?? null;
  if (table === null) return null;
  const { number, name } = tableOf(card, table);
  return (
    <div class="go-map">
      <p>
        <b>{t('phone.lost.table', { number, name })}</b> {placeInWords(card.tables, number)}
      </p>
      <WayMap card={card} from={null} to={number} />
    </div>
  );
}
