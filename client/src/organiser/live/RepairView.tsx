import type { RoomChange } from '@lapwing/shared/event/room-change';
import { planWindow } from '@lapwing/shared/live/plan-window';
import type { RepairOffer } from '@lapwing/shared/protocol/api';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { Note } from '../shell/Note.tsx';
import { refusalText, say, t } from '../words.ts';
import type { LiveControl } from './live-control.ts';
import { namesOf } from './names.ts';
import { lossLines, moveLines, priceOfRepair } from './repair-sentences.ts';
import { useRepair } from './use-repair.ts';

/** More lines than these are counted. */
const MOST_LINES = 14;

export interface RepairViewProps {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly change: RoomChange;
  /** After the server made it so. */
  readonly onApplied?: (() => void) | undefined;
  /** The button takes the focus as soon as it can be pressed: Enter applies. */
  readonly focus?: boolean;
  /** Buttons beside the first. */
  readonly children?: ComponentChildren;
}

/** What a change of the room would do, before and after, and one press that makes it so. */
export function RepairView({ store, control, change, onApplied, focus = false, children }: RepairViewProps) {
  const repair = useRepair(store, control, change);
  const [all, setAll] = useState(false);
  const state = repair.state.value;
  const offers = state.kind === 'offered' ? state.offers : [];
  const apply = async (offer: RepairOffer): Promise<void> => {
    if ((await repair.apply(offer)) === 'done') onApplied?.();
  };
  const more = (): void => {
    setAll(true);
    void repair.ask('all');
  };
  const isMendable = change.kind !== 'moved' && change.kind !== 'swapped' && !store.isHelper;
  const beside = (
    <>
      {isMendable && !all ? (
        <button type="button" onClick={more}>
          {t('repair.more-ways')}
        </button>
      ) : null}
      {children}
    </>
  );
  return (
    <div class="repair">
      <div aria-live="polite">
        {state.kind === 'asking' ? <p class="quiet">{t('repair.asking')}</p> : null}
        {state.kind === 'refused' ? <Note tone="warn">{refusalText({ code: state.code })}</Note> : null}
        {state.kind === 'offered' && state.renewed ? <p class="quiet">{t('repair.renewed')}</p> : null}
      </div>
      {offers.map((offer) => (
        <Offer
          key={offer.planVersion}
          {...{ store, control, offer, focus }}
          titled={offers.length > 1}
          beside={offers.length > 1 ? null : beside}
          onApply={() => void apply(offer)}
        />
      ))}
      {offers.length === 1 ? null : (
        <div class="button-row">
          {state.kind === 'asking' && !all ? (
            <button type="button" class="primary" aria-disabled="true">
              {t('repair.apply')}
            </button>
          ) : null}
          {children}
        </div>
      )}
    </div>
  );
}

interface OfferProps {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly offer: RepairOffer;
  readonly titled: boolean;
  readonly beside: ComponentChildren;
  readonly focus: boolean;
  readonly onApply: () => void;
}

function Offer({ store, control, offer, titled, beside, focus, onApply }: OfferProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus && !titled) button.current?.focus();
  }, [focus, titled]);
  const names = namesOf(store);
  const moment = store.live.moment.value;
  const running = moment && (planWindow(moment)?.current ?? null);
  const lines = [...moveLines(offer, names), ...lossLines(offer, names)];
  const press = control.press.state.value;
  const busy =
    press.kind === 'busy' && press.command.kind === 'replan' && press.command.planVersion === offer.planVersion;
  return (
    <div class="repair-offer">
      {titled ? <b>{t(`repair.kind.${offer.kind}`)}</b> : null}
      <p>
        {priceOfRepair(offer, names, running)
          .map((one) => `${say(one)}.`)
          .join(' ')}
      </p>
      {lines.length === 0 ? null : (
        <details>
          <summary>{t('repair.see')}</summary>
          <ul class="repair-lines">
            {lines.slice(0, MOST_LINES).map((line) => (
              <li key={say(line)}>{say(line)}</li>
            ))}
            {lines.length > MOST_LINES ? <li>{t('price.more', { count: lines.length - MOST_LINES })}</li> : null}
          </ul>
        </details>
      )}
      <div class="button-row">
        <button type="button" ref={button} class={titled ? '' : 'primary'} aria-busy={busy} onClick={onApply}>
          {applyWords(offer, running)}
        </button>
        {beside}
      </div>
    </div>
  );
}

/** Says from when, because a running round keeps its seats. */
const applyWords = ({ fromRound }: RepairOffer, running: number | null): string =>
  fromRound === 0 || fromRound === running ? t('repair.apply') : t('repair.apply.from', { round: fromRound });
