import { effect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Door } from './door.ts';
import { createDoorSounds, type DoorSounds, soundOf } from './door-sounds.ts';

/** Lets every verdict be heard, once somebody has touched the page. */
export function useDoorSounds(door: Door): DoorSounds {
  const sounds = useMemo(createDoorSounds, []);
  useEffect(() => {
    addEventListener('pointerdown', sounds.unlock);
    addEventListener('keydown', sounds.unlock);
    let last = '';
    const stop = effect(() => {
      const result = door.result.value;
      const heard = result ? `${result.id} ${result.name} ${result.kind}` : '';
      const sound = result && soundOf(result);
      // the end of the time for undo is no news
      if (heard !== last && sound) sounds.play(sound);
      last = heard;
    });
    return () => {
      stop();
      removeEventListener('pointerdown', sounds.unlock);
      removeEventListener('keydown', sounds.unlock);
    };
  }, [door, sounds]);
  return sounds;
}
