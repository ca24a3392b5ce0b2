import { useEffect, useState } from 'preact/hooks';

/** held: the screen stays on. off: this browser has no such thing, or would not. */
export type Awake = 'asking' | 'held' | 'off';

/**
 * Keeps the screen on until the returned function is called, and tells whether that worked. Browsers only do it on
 * https or on the machine itself, and take it away while the page is hidden.
 */
export function stayAwake(tell: (awake: Awake) => void): () => void {
  let wanted = true;
  let lock: WakeLockSentinel | null = null;
  const ask = async (): Promise<void> => {
    if (!wanted || document.visibilityState !== 'visible') return;
    try {
      if (!('wakeLock' in navigator)) throw new Error('no wake lock');
      lock = await navigator.wakeLock.request('screen');
      if (!wanted) await lock.release();
      else tell('held');
    } catch {
      if (wanted) tell('off');
    }
  };
  document.addEventListener('visibilitychange', ask);
  void ask();
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}

/** Keeps the screen on while the component is there. */
export function useAwake(): Awake {
  const [awake, setAwake] = useState<Awake>('asking');
  useEffect(() => stayAwake(setAwake), []);
  return awake;
}
