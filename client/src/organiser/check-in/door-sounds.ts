import { type ReadonlySignal, signal } from '@preact/signals';
import { readStored, writeStored } from '../../kit/stored.ts';
import type { CheckInResult } from './check-in-result.ts';

/** One high tone: in. Two equal low ones: look. One long low one: no. */
export type DoorSound = 'high' | 'two-low' | 'long-low';

const SOUNDS: Readonly<Record<CheckInResult['kind'], DoorSound | null>> = {
  checking: null,
  offered: null,
  in: 'high',
  kept: 'high',
  already: 'two-low',
  'not-expected': 'two-low',
  elsewhere: 'two-low',
  unknown: 'long-low',
  refused: 'long-low',
  'taken-back': null,
};

/** What a result sounds like; null: nothing. */
export const soundOf = (result: CheckInResult): DoorSound | null => SOUNDS[result.kind];

interface Tone {
  readonly hertz: number;
  /** Seconds. */
  readonly from: number;
  readonly length: number;
}
const TONES: Readonly<Record<DoorSound, readonly Tone[]>> = {
  high: [{ hertz: 1_320, from: 0, length: 0.12 }],
  'two-low': [
    { hertz: 330, from: 0, length: 0.12 },
    { hertz: 330, from: 0.2, length: 0.12 },
  ],
  'long-low': [{ hertz: 220, from: 0, length: 0.5 }],
};
/** −6 dBFS. */
const PEAK = 0.5;
const RAMP_S = 0.01;
const OFF = 'lapwing.door-silent';

export interface DoorSounds {
  readonly on: ReadonlySignal<boolean>;
  turn(on: boolean): void;
  /** Call from a click or a key: browsers allow sound only then. */
  unlock(): void;
  play(sound: DoorSound): void;
}

/** The sounds of the check-in, made by the browser itself. Whether they are on is remembered by this browser. */
export function createDoorSounds(): DoorSounds {
  const on = signal(readStored<boolean>(OFF) !== true);
  let audio: AudioContext | null = null;
  const sound = ({ hertz, from, length }: Tone, context: AudioContext): void => {
    const at = context.currentTime + 0.01 + from;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(PEAK, at + RAMP_S);
    volume.gain.setValueAtTime(PEAK, at + length - RAMP_S);
    volume.gain.linearRampToValueAtTime(0, at + length);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + length);
  };
  return {
    on,
    turn(value) {
      on.value = value;
      writeStored(OFF, !value);
    },
    unlock() {
      if (typeof AudioContext === 'undefined') return;
      audio ??= new AudioContext();
      void audio.resume();
    },
    play(name) {
      if (!on.peek() || audio?.state !== 'running') return;
      for (const tone of TONES[name]) sound(tone, audio);
    },
  };
}
