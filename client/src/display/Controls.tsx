import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import type { Bell } from './bell.ts';
import { toggleFullScreen } from './full-screen.ts';
import { t } from './words.ts';

const HIDE_AFTER_MS = 3_000;

/** Sound, full screen and setup: there when somebody touches mouse, keys or glass, gone after 3 s. */
export function Controls({ bell, onSetUp }: { bell: Bell; onSetUp: () => void }) {
  const [shown, setShown] = useState(true);
  const sound = bell.isOn.value;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touched = (): void => {
      setShown(true);
      clearTimeout(timer);
      timer = setTimeout(() => setShown(false), HIDE_AFTER_MS);
    };
    const pressed = (event: KeyboardEvent): void => {
      touched();
      const typing = (event.target as Element | null)?.matches?.('input');
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
      if (event.key.toLowerCase() === 'f' && plain) toggleFullScreen();
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
    bell.ring('minute');
  };
  return (
    <div class="controls" data-shown={shown ? 'yes' : 'no'}>
      <button type="button" onClick={() => void ring()}>
        <Icon name={sound ? 'sound' : 'mute'} />
        {t(sound ? 'display.sound.on' : 'display.sound.off')}
      </button>
      <button type="button" onClick={toggleFullScreen}>
        <Icon name="full" />
        {t('display.full')}
      </button>
      <button type="button" onClick={onSetUp}>
        <Icon name="set-up" />
        {t('display.setup.open')}
      </button>
    </div>
  );
}
