import { type ReadonlySignal, signal } from '@preact/signals';
import type { Cue } from '../kit/cues.ts';

/** Sounds made by the browser itself: no files. Silent until `unlock` was called from a click. */
export interface Bell {
  readonly isOn: ReadonlySignal<boolean>;
  /** Call from a click or a key: browsers allow sound only then. */
  unlock(): Promise<void>;
  /** The browser took the sound away while the page was hidden or the device slept: asks for it back. */
  wake(): void;
  ring(cue: Cue): void;
}

/** −6 dBFS. */
const PEAK = 0.5;

/** A struck bell: multiples of the ground tone, their share of the loudness, and how long each rings in seconds. */
const PARTIALS = [
  { times: 1, share: 0.6, decay: 1.2 },
  { times: 2.76, share: 0.25, decay: 0.6 },
  { times: 5.4, share: 0.15, decay: 0.3 },
] as const;

export function createBell(): Bell {
  let audio: AudioContext | null = null;
  const isOn = signal(false);
  const look = (): void => {
    isOn.value = audio?.state === 'running';
  };

  const strike = (hertz: number, at: number): void => {
    if (!audio) return;
    for (const { times, share, decay } of PARTIALS) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = hertz * times;
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(PEAK * share, at + 0.005);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + decay);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + decay);
    }
  };

  return {
    isOn,
    async unlock() {
      if (!audio) {
        audio = new AudioContext();
        audio.addEventListener('statechange', look);
      }
      await audio.resume();
      look();
    },
    wake() {
      if (audio && audio.state !== 'running') audio.resume().then(look, look);
    },
    ring(cue) {
      if (audio?.state !== 'running') return;
      const from = audio.currentTime + 0.02;
      if (cue === 'minute') strike(880, from);
      if (cue === 'move') for (const nth of [0, 1, 2]) strike(660, from + nth * 0.5);
      if (cue === 'begin') {
        strike(660, from);
        strike(880, from + 0.4);
      }
    },
  };
}
