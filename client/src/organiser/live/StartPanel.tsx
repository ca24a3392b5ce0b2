import type { Attendee } from '@lapwing/shared/event/roster';
import type { StartOffer } from '@lapwing/shared/protocol/api';
import type { Awake } from '../../kit/awake.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { SeatConflicts, useConflicts } from '../plan/SeatConflicts.tsx';
import { Choice } from '../shell/Field.tsx';
import { Note } from '../shell/Note.tsx';
import { listText, refusalText, say, t } from '../words.ts';
import type { LiveControl } from './live-control.ts';
import { hereNow, offerSentences } from './offer-sentence.ts';
import type { Open } from './open-dialog.ts';

interface Props {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly awake: Awake;
  readonly open: Open;
}

/** Before the start: whom it counts, and what it would do, so that one press is enough. */
export function StartPanel({ store, control, awake, open }: Props) {
  const offer = control.offer.value;
  const refusal = control.offerRefusal.value;
  const named = useConflicts(store, control.basis.value).length > 0;
  return (
    <section class="start-panel" aria-labelledby="start-heading">
      <h2 id="start-heading" class="k-unseen">
        {t('start.heading')}
      </h2>
      <Choice
        label={t('start.basis')}
        value={control.basis.value}
        options={[
          { value: 'here', label: t('start.basis.here') },
          { value: 'expected', label: t('start.basis.expected') },
        ]}
        onPick={(basis) => {
          control.basis.value = basis;
        }}
      />
      <div aria-live="polite">
        {offer === null && refusal === null ? <p class="quiet">{t('start.asking')}</p> : null}
        {offer ? (
          <p>
            {offerSentences(offer, hereNow(store.people.value ?? []), listText)
              .map(say)
              .join(' ')}
          </p>
        ) : null}
        {refusal === 'plan-impossible' ? <SeatConflicts store={store} basis={control.basis.value} /> : null}
        {refusal !== null && !(refusal === 'plan-impossible' && named) ? (
          <Note tone="warn">
            {refusalText({ code: refusal })} <a href={sectionHash(store.id, 'set-up')}>{t('start.checklist')}</a>
          </Note>
        ) : null}
      </div>
      <p>
        <button type="button" onClick={() => open({ kind: 'selfCheck' })}>
          <Icon name="checks" /> {t('check.button')}
        </button>
      </p>
      <p class="quiet power">{t(awake === 'off' ? 'start.power.off' : 'start.power')}</p>
      {offer && offer.moved.length > 0 ? <WhoMoves offer={offer} people={store.people.value ?? []} /> : null}
    </section>
  );
}

/** By name, so that the desk can tell the ones who were already shown another table. */
function WhoMoves({ offer, people }: { offer: StartOffer; people: readonly Attendee[] }) {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <details>
      <summary>{t('offer.who-moves')}</summary>
      <ul class="who-moves">
        {offer.moved.map(({ id, from, to }) => (
          <li key={id}>
            {t(to === null ? 'offer.person.out' : 'offer.person', {
              name: names.get(id) ?? '',
              from: from ?? '–',
              to: to ?? '',
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
