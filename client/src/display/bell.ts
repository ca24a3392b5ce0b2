import type { Cue } from './cues.ts';

/** Sounds made by the browser itself: no files. Silent until `unlock` was called from a click. */
export interface Bell {
  readonly isOn: boolean;
  /** Call from a click or a key: browsers allow sound only then. */
  unlock(): Promise<void>;
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
    get isOn() {
      return audio?.state === 'running';
    },
    async unlock() {
      audio ??= new AudioContext();
      await audio.resume();
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
