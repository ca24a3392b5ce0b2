/** held: the screen stays on. off: this browser has no such thing, or would not. */
export type Awake = 'asking' | 'held' | 'off';

/**
 * Keeps the screen on until the returned function is called, where the browser has that: only on https or on the machine
 * itself.
 * @param tell hears whether it worked
 */
export function keepAwake(tell: (awake: Awake) => void = () => undefined): () => void {
  let wanted = true;
  const locks = new Set<WakeLockSentinel>();
  const ask = async (): Promise<void> => {
    if (!wanted || document.visibilityState !== 'visible') return;
    try {
      if (!('wakeLock' in navigator)) throw new Error('no wake lock');
      const lock = await navigator.wakeLock.request('screen');
      // somebody who leaves and comes back quickly has asked twice: each is to be let go
      if (wanted) locks.add(lock);
      else await lock.release();
      if (wanted) tell('held');
    } catch {
      // low battery or no permission: the page works without it
      if (wanted) tell('off');
    }
  };
  // the browser takes the lock away whenever the page is hidden
  document.addEventListener('visibilitychange', ask);
  void ask();
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', ask);
    for (const lock of locks) void lock.release();
  };
}
