import {
  type Outlook,
  outlook,
  overbookFor,
  STAY_AWAY_HIGH,
  STAY_AWAY_LOW,
  STAY_AWAY_PERCENT,
  stayedAwayPercent,
} from '@lapwing/shared/event/overbooking';
import { placesOf } from '@lapwing/shared/event/places';
import type { InvitationView } from '@lapwing/shared/protocol/places-api';
import { percentText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';

interface Props {
  readonly capacity: number;
  readonly overbookPercent: number;
  readonly stayedAway: InvitationView['stayedAway'];
  readonly onTake: (overbookPercent: number) => void;
}

/** What comes of giving out more places than there are chairs: if all come, if few stay away, if many do. */
export function OverbookHelper({ capacity, overbookPercent, stayedAway, onTake }: Props) {
  const places = placesOf({ capacity, overbookPercent }) ?? 0;
  const own = stayedAway === null ? null : stayedAwayPercent(stayedAway);
  const usual = own ?? STAY_AWAY_PERCENT;
  const advised = overbookFor(usual);
  const cases = [...new Set([0, STAY_AWAY_LOW, usual, STAY_AWAY_HIGH])].sort((one, other) => one - other);
  return (
    <div class="overbook">
      <p>
        {stayedAway === null
          ? t('overbook.usual', { percent: percentText(STAY_AWAY_PERCENT) })
          : t('overbook.own', { percent: percentText(usual), events: stayedAway.events })}{' '}
        {t('overbook.advice', { chairs: capacity, places: placesOf({ capacity, overbookPercent: advised }) })}
      </p>
      {advised === overbookPercent ? null : (
        <button type="button" onClick={() => onTake(advised)}>
          {t('overbook.take', { percent: percentText(advised) })}
        </button>
      )}
      <p class="overbook-sum" role="status">
        {t('overbook.places', { places, chairs: capacity })}
      </p>
      <ul>
        {cases.map((stayAway) => (
          <Case key={stayAway} case={outlook(capacity, overbookPercent, stayAway)} />
        ))}
      </ul>
    </div>
  );
}

function Case({ case: { stayAway, come, missing, empty } }: { case: Outlook }) {
  const tone = missing > 0 ? 'warn' : 'fits';
  return (
    <li class={tone}>
      <Icon name={missing > 0 ? 'warn' : empty > 0 ? 'info' : 'check'} />
      <span>
        {t(stayAway === 0 ? 'overbook.all-come' : 'overbook.stay-away', { percent: percentText(stayAway), come })}{' '}
        {missing > 0 ? t('overbook.missing', { missing }) : t('overbook.fits', { empty })}
      </span>
    </li>
  );
}
