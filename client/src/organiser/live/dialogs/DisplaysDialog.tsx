import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { ConnectedDisplay, DisplayLayout } from '@lapwing/shared/protocol/messages';
import { useId, useState } from 'preact/hooks';
import type { ApiAnswer } from '../../../kit/api.ts';
import { clockText } from '../../../kit/figures.ts';
import { Icon } from '../../../kit/Icon.tsx';
import { Sure } from '../../../kit/Sure.tsx';
import { Dialog } from '../../shell/Dialog.tsx';
import { RefusalNote } from '../../shell/Note.tsx';
import { t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';

const LAYOUTS: readonly DisplayLayout[] = ['auto', 'clock', 'map'];

/** The displays seen tonight: which is which, what it shows, and since when one is lost. */
export function DisplaysDialog({ store, event, onClose }: DeskProps) {
  const displays = store.live.staff.value?.displays ?? [];
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const tell = async (asked: Promise<ApiAnswer<unknown>>): Promise<void> => {
    const answer = await asked;
    setRefusal(answer.ok ? null : answer.refusal.code);
  };
  return (
    <Dialog title={t('displays.heading')} onClose={onClose} wide>
      {displays.length === 0 ? <p class="quiet">{t('displays.none')}</p> : null}
      <RefusalNote code={refusal} />
      <ul class="display-list">
        {displays.map((display) => (
          <DisplayRow
            key={display.id}
            display={display}
            lost={display.lostSince === null ? null : clockText(display.lostSince, event.settings.timeZone)}
            onSet={(name, layout) => void tell(store.api.setDisplay(display.id, { name, layout }))}
            onFlash={() => void tell(store.api.flashDisplay(display.id))}
            onTakeBack={() => void tell(store.api.takeDisplayBack(display.id))}
            onForget={() => void tell(store.api.forgetDisplay(display.id))}
          />
        ))}
      </ul>
      <p>
        <a href={event.links.display} target="_blank" rel="noreferrer">
          {t('addresses.display.open')}
        </a>
      </p>
      <p class="quiet">{t('displays.ends')}</p>
      <AskedTwice
        label={t('displays.renew')}
        question={t('displays.renew.ask')}
        what={t('displays.renew.what')}
        yes={t('displays.renew')}
        onYes={() => void tell(store.api.renewDisplayLink())}
      />
    </Dialog>
  );
}

interface RowProps {
  readonly display: ConnectedDisplay;
  readonly lost: string | null;
  readonly onSet: (name: string, layout: DisplayLayout) => void;
  readonly onFlash: () => void;
  readonly onTakeBack: () => void;
  readonly onForget: () => void;
}

function DisplayRow({ display, lost, onSet, onFlash, onTakeBack, onForget }: RowProps) {
  const { name, layout } = display;
  const id = useId();
  return (
    <li>
      <div class="field">
        <label for={`${id}-name`}>{t('displays.name')}</label>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={40}
          autocomplete="off"
          onChange={(event) => {
            const typed = event.currentTarget.value.trim();
            if (typed !== '' && typed !== name) onSet(typed, layout);
          }}
        />
      </div>
      <div class="field">
        <label for={`${id}-layout`}>{t('displays.layout')}</label>
        <select
          id={`${id}-layout`}
          value={layout}
          onChange={(event) => onSet(name, event.currentTarget.value as DisplayLayout)}
        >
          {LAYOUTS.map((one) => (
            <option key={one} value={one}>
              {t(`displays.layout.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {lost === null ? (
        <button type="button" onClick={onFlash} aria-label={t('displays.flash.label', { name })}>
          <Icon name="display" /> {t('displays.flash')}
        </button>
      ) : (
        <>
          <span class="tag warn">
            <Icon name="warn" size="1.1em" /> {t('displays.lost', { at: lost })}
          </span>
          <button type="button" onClick={onForget} aria-label={t('displays.forget.label', { name })}>
            {t('displays.forget')}
          </button>
        </>
      )}
      <AskedTwice
        label={t('displays.take-back')}
        name={t('displays.take-back.label', { name })}
        question={t('displays.take-back.ask', { name })}
        what={t('displays.take-back.what')}
        yes={t('displays.take-back')}
        onYes={onTakeBack}
      />
    </li>
  );
}

interface AskedTwiceProps {
  readonly label: string;
  /** What the button says to who cannot see where it stands. */
  readonly name?: string;
  readonly question: string;
  readonly what: string;
  readonly yes: string;
  readonly onYes: () => void;
}

const SURE_LOOK = { row: 'dialog-actions', no: '', yes: 'danger' } as const;

/** A press that turns screens of the hall dark is asked for twice. */
function AskedTwice({ label, name = label, question, what, yes, onYes }: AskedTwiceProps) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" onClick={() => setAsking(true)} aria-label={name}>
        {label}
      </button>
    );
  const press = async (): Promise<void> => {
    setAsking(false);
    onYes();
  };
  return (
    <Sure
      {...{ question, yes, no: t('dialog.cancel'), sending: false, look: SURE_LOOK }}
      onNo={() => setAsking(false)}
      onYes={press}
    >
      <p>{what}</p>
    </Sure>
  );
}
