import type { DisplaySettings } from '@lapwing/shared/protocol/api';
import {
  type ConnectedDisplay,
  DISPLAY_LAYOUTS,
  DISPLAY_THEMES,
  type DisplayLayout,
  type DisplayTheme,
} from '@lapwing/shared/protocol/messages';
import { useId } from 'preact/hooks';
import { Icon } from '../../../kit/Icon.tsx';
import { t } from '../../words.ts';
import { AskedTwice } from './AskedTwice.tsx';

interface RowProps {
  readonly display: ConnectedDisplay;
  /** Since when it is lost, as a time of day; null while it listens. */
  readonly lost: string | null;
  readonly onSet: (change: Partial<DisplaySettings>) => void;
  readonly onFlash: () => void;
  readonly onTakeBack: () => void;
  readonly onForget: () => void;
}

/** One display: its name, what it shows and says, what it tells of itself, and which one it is. */
export function DisplayRow({ display, lost, onSet, onFlash, onTakeBack, onForget }: RowProps) {
  const { name, layout, theme, light, speaks } = display;
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
            if (typed !== '' && typed !== name) onSet({ name: typed });
          }}
        />
      </div>
      <div class="field">
        <label for={`${id}-layout`}>{t('displays.layout')}</label>
        <select
          id={`${id}-layout`}
          value={layout}
          onChange={(event) => onSet({ layout: event.currentTarget.value as DisplayLayout })}
        >
          {DISPLAY_LAYOUTS.map((one) => (
            <option key={one} value={one}>
              {t(`displays.layout.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-theme`}>{t('displays.theme')}</label>
        <select
          id={`${id}-theme`}
          value={theme}
          onChange={(event) => onSet({ theme: event.currentTarget.value as DisplayTheme })}
        >
          {DISPLAY_THEMES.map((one) => (
            <option key={one} value={one}>
              {t(`displays.theme.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {lost === null ? (
        <button type="button" onClick={onFlash} aria-label={t('displays.flash.label', { name })}>
          <Icon name="display" /> {t('displays.flash')}
        </button>
      ) : (
        <span class="tag warn">
          <Icon name="warn" size="1.1em" /> {t('displays.lost', { at: lost })}
        </span>
      )}
      <div class="display-more">
        <label class="check">
          <input type="checkbox" checked={light} onChange={(event) => onSet({ light: event.currentTarget.checked })} />
          {t('displays.light')}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={speaks}
            onChange={(event) => onSet({ speaks: event.currentTarget.checked })}
          />
          {t('displays.speaks')}
        </label>
        <Told display={display} />
        <span class="grow" />
        {lost === null ? null : (
          <button type="button" onClick={onForget} aria-label={t('displays.forget.label', { name })}>
            {t('displays.forget')}
          </button>
        )}
        <AskedTwice
          label={t('displays.take-back')}
          name={t('displays.take-back.label', { name })}
          question={t('displays.take-back.ask', { name })}
          what={t('displays.take-back.what')}
          yes={t('displays.take-back')}
          onYes={onTakeBack}
        />
      </div>
    </li>
  );
}

/** What the display told of itself. */
function Told({ display: { layout, speaks, state } }: { display: ConnectedDisplay }) {
  if (state === null) return null;
  return (
    <>
      <span class={`tag ${state.sound ? '' : 'warn'}`}>
        <Icon name={state.sound ? 'sound' : 'mute'} size="1.1em" />
        {t(state.sound ? 'displays.sound.on' : 'displays.sound.off')}
      </span>
      {speaks && !state.voice ? (
        <span class="tag warn">
          <Icon name="warn" size="1.1em" /> {t('displays.voice.none')}
        </span>
      ) : null}
      {layout === 'names' && state.board === 'too-many' ? (
        <span class="tag warn">
          <Icon name="warn" size="1.1em" /> {t('displays.board.too-many')}
        </span>
      ) : null}
    </>
  );
}
