import { DISPLAY_LAYOUTS, DISPLAY_THEMES, type DisplayLook, type OwnDisplay } from '@lapwing/shared/protocol/messages';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Awake } from '../kit/awake.ts';
import type { Cue } from '../kit/cues.ts';
import { Icon } from '../kit/Icon.tsx';
import { Languages } from '../kit/Languages.tsx';
import { Name } from '../kit/Name.tsx';
import type { Device } from './device.ts';
import { LastRow } from './LastRow.tsx';
import { t } from './words.ts';

const BELLS: readonly Cue[] = ['minute', 'move', 'begin'];

export interface SetUpProps {
  own: OwnDisplay;
  device: Device;
  awake: Awake;
  onFull: () => void;
  onDone: () => void;
}

/** Before full screen: sound, voice, look, language, and whether the last row can read it. */
export function SetUp({ own, device, awake, onFull, onDone }: SetUpProps) {
  const first = useRef<HTMLButtonElement>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const { layout, theme, light, speaks } = own;
  const change = async (more: Partial<DisplayLook>): Promise<void> =>
    setRefused(!(await device.setUp({ layout, theme, light, speaks, ...more })));
  return (
    <section class="setup" role="dialog" aria-modal="true" aria-labelledby="setup-title" data-theme={theme}>
      <header class="setup-top">
        <h1 id="setup-title">{t('display.setup')}</h1>
        <Name of={own.name} />
        <button type="button" class="strong" ref={first} onClick={onFull}>
          <Icon name="full" /> {t('display.full')}
        </button>
        <button type="button" onClick={onDone}>
          {t('display.setup.done')}
        </button>
      </header>
      {refused ? (
        <p class="setup-note" role="alert">
          <Icon name="warn" /> {t('display.setup.not-kept')}
        </p>
      ) : null}
      <div class="setup-parts">
        <Sounds device={device} own={own} change={change} />
        <Part title={t('display.setup.look')}>
          <Choice
            legend={t('display.setup.theme')}
            name="theme"
            options={DISPLAY_THEMES.map((one) => [one, t(`display.setup.theme.${one}`)])}
            chosen={theme}
            onChoose={(one) => void change({ theme: one })}
          />
          <Choice
            legend={t('display.setup.layout')}
            name="layout"
            options={DISPLAY_LAYOUTS.filter((one) => one !== 'names' || layout === 'names').map((one) => [
              one,
              t(`display.setup.layout.${one}`),
            ])}
            chosen={layout}
            onChoose={(one) => void change({ layout: one })}
          />
          {layout === 'names' ? null : <p class="setup-quiet">{t('display.setup.names')}</p>}
        </Part>
        <Part title={t('display.setup.language')}>
          <Languages path={location.pathname} />
          {awake === 'off' ? (
            <p class="setup-note">
              <Icon name="warn" /> {t('display.setup.asleep')}
            </p>
          ) : null}
        </Part>
      </div>
      <LastRow />
    </section>
  );
}

interface SoundsProps extends Pick<SetUpProps, 'own' | 'device'> {
  change: (more: Partial<DisplayLook>) => Promise<void>;
}

function Sounds({ device: { bell, voice }, own: { light, speaks }, change }: SoundsProps) {
  const on = bell.isOn.value;
  const ring = async (cue: Cue): Promise<void> => {
    await bell.unlock();
    bell.ring(cue);
  };
  return (
    <Part title={t('display.setup.sound')}>
      <button type="button" class={on ? '' : 'strong'} onClick={() => void ring('minute')}>
        <Icon name={on ? 'sound' : 'mute'} /> {t(on ? 'display.sound.on' : 'display.sound.off')}
      </button>
      <p class="setup-quiet">{t('display.setup.test')}</p>
      <div class="setup-row">
        {BELLS.map((cue) => (
          <button type="button" key={cue} onClick={() => void ring(cue)}>
            {t(`display.setup.bell.${cue}`)}
          </button>
        ))}
      </div>
      <Tick checked={light} onTick={(value) => void change({ light: value })}>
        {t('display.setup.light')}
      </Tick>
      <Tick checked={speaks} onTick={(value) => void change({ speaks: value })}>
        {t('display.setup.speaks')}
      </Tick>
      {voice.has.value ? (
        <button type="button" onClick={() => voice.say(t('display.setup.voice.sample'))}>
          {t('display.setup.voice')}
        </button>
      ) : (
        <p class="setup-quiet">{t('display.setup.voice.none')}</p>
      )}
    </Part>
  );
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="setup-part">
    <h2>{title}</h2>
    {children}
  </section>
);

interface TickProps {
  checked: boolean;
  onTick: (checked: boolean) => void;
  children: ComponentChildren;
}

const Tick = ({ checked, onTick, children }: TickProps) => (
  <label class="setup-tick">
    <input type="checkbox" checked={checked} onChange={(event) => onTick(event.currentTarget.checked)} />
    {children}
  </label>
);

interface ChoiceProps<Value extends string> {
  legend: string;
  name: string;
  options: readonly (readonly [Value, string])[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

const Choice = <Value extends string>({ legend, name, options, chosen, onChoose }: ChoiceProps<Value>) => (
  <fieldset class="setup-choice">
    <legend>{legend}</legend>
    {options.map(([value, label]) => (
      <label class="setup-tick" key={value}>
        <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
        {label}
      </label>
    ))}
  </fieldset>
);
