import { useEffect, useState } from 'preact/hooks';
import { readStored, writeStored } from '../kit/stored.ts';

/** Nobody is there: an overlay that was left open goes by itself. */
const UNTOUCHED_MS = 120_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown'] as const;

export interface SettingUp {
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

/**
 * The setup comes by itself where a display is opened for the first time, before doors, and never stands in the way of the
 * night: it goes when the evening starts and when nobody touched it for two minutes.
 * @param waiting whether the evening has not started yet; null while nobody knows
 */
export function useSetUp(waiting: boolean | null, key = `lapwing.set-up ${location.pathname}`): SettingUp {
  const [isOpen, setOpen] = useState(false);
  const [byItself, setByItself] = useState(false);
  const close = (): void => {
    setOpen(false);
    writeStored(key, true);
  };
  useEffect(() => {
    if (waiting === true && readStored<boolean>(key) !== true) {
      setOpen(true);
      setByItself(true);
    }
    if (waiting === false && byItself) setOpen(false);
  }, [waiting]);
  useEffect(() => {
    if (!isOpen) return;
    let timer = setTimeout(close, UNTOUCHED_MS);
    const touched = (event: Event): void => {
      clearTimeout(timer);
      timer = setTimeout(close, UNTOUCHED_MS);
      if ((event as KeyboardEvent).key === 'Escape') close();
    };
    for (const kind of TOUCHES) window.addEventListener(kind, touched);
    return () => {
      clearTimeout(timer);
      for (const kind of TOUCHES) window.removeEventListener(kind, touched);
    };
  }, [isOpen]);
  const open = (): void => {
    setByItself(false);
    setOpen(true);
  };
  return { isOpen, open, close };
}
