import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { Languages } from '../kit/Languages.tsx';
import type { Bell } from './bell.ts';
import { t } from './words.ts';

const HIDE_AFTER_MS = 3_000;

/** Sound and full screen: there when somebody touches mouse, keys or glass, gone after 3 s. */
export function Controls({ bell }: { bell: Bell }) {
  const [shown, setShown] = useState(true);
  const [sound, setSound] = useState(bell.isOn);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touched = (): void => {
      setShown(true);
      clearTimeout(timer);
      timer = setTimeout(() => setShown(false), HIDE_AFTER_MS);
    };
    const pressed = (event: KeyboardEvent): void => {
      touched();
      if (event.key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey && !event.altKey) toggleFullScreen();
    };
    touched();
    window.addEventListener('pointermove', touched);
    window.addEventListener('pointerdown', touched);
    window.addEventListener('keydown', pressed);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', touched);
      window.removeEventListener('pointerdown', touched);
      window.removeEventListener('keydown', pressed);
    };
  }, []);
  const ring = async (): Promise<void> => {
    await bell.unlock();
    setSound(bell.isOn);
    bell.ring('minute');
  };
  return (
    <div class="controls" data-shown={shown ? 'yes' : 'no'}>
      <button type="button" onClick={ring}>
        <Icon name={sound ? 'sound' : 'mute'} />
        {t(sound ? 'display.sound.on' : 'display.sound.off')}
      </button>
      <button type="button" onClick={toggleFullScreen}>
        <Icon name="full" />
        {t('display.full')}
      </button>
      <Languages path={location.pathname} />
    </div>
  );
}

function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  // refused on some televisions: the browser's own full screen is still there
  change?.catch(() => undefined);
}
