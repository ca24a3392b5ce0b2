import { type OwnDisplay, PLAIN_LOOK } from '@lapwing/shared/protocol/messages';
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Awake, keepAwake } from '../kit/awake.ts';
import { dueCue } from '../kit/cues.ts';
import type { LiveModel } from '../kit/live-model.ts';
import { type Polling, statusWith } from '../kit/poll.ts';
import { type Saying, Spoken } from '../kit/Spoken.tsx';
import { useSentBack } from '../kit/use-sent-back.ts';
import { type DueSaying, dueSaying, type Told } from './announced.ts';
import { Controls } from './Controls.tsx';
import { DisplayScreen, Loading, WrongLink } from './DisplayScreen.tsx';
import type { Device } from './device.ts';
import { enterFullScreen } from './full-screen.ts';
import { SetUp } from './SetUp.tsx';
import { useSetUp } from './use-set-up.ts';
import { useTelling } from './use-telling.ts';
import { t } from './words.ts';

export interface DisplayAppProps {
  model: LiveModel;
  polling: Polling;
  device: Device;
}

/** What was said is heard by then, and to be read no longer. */
const SAID_MS = 3_000;
/** How often a display asks, over a socket or without one. */
export const HEARTBEAT_MS = 5_000;
/** Announcements begin when the bell has been heard, and still in time. */
const AFTER_BELL_MS = 1_300;

const UNKNOWN: OwnDisplay = { ...PLAIN_LOOK, t: 'display', name: '', flashedAt: null };

/** The display over its live model: draws what the model says, rings, speaks, keeps the screen on. */
export function DisplayApp({ model, polling, device }: DisplayAppProps) {
  const [awake, setAwake] = useState<Awake>('asking');
  useEffect(() => keepAwake(setAwake), []);
  const saying = useSounds(model, device);
  useSignalEffect(() => {
    const name = model.hall.value?.eventName;
    document.title = name === undefined ? t('display.title.plain') : t('display.title', { name });
  });
  const sentBack = useSentBack(model).value;
  const [hall, room, shown, moment, now, own] = [
    model.hall.value,
    model.room.value,
    model.shown.value,
    model.moment.value,
    model.now.value,
    model.display.value,
  ];
  const setUp = useSetUp(shown && hall ? shown.phase.kind === 'doors' : null);
  useTelling(model, device);
  if (model.status.value === 'refused') return <WrongLink />;
  if (!hall || !room || !shown || !moment || now === null) return <Loading />;
  const status = statusWith(model.status.value, polling.heardAt.value, HEARTBEAT_MS);
  const known = { hall, facts: model.facts.value, own, names: model.names.value, moment, shown, now };
  const full = (): void => {
    enterFullScreen();
    setUp.close();
  };
  return (
    <>
      <div class="wall" inert={setUp.isOpen}>
        <DisplayScreen view={{ ...known, version: room.v, status, sentBack }} />
      </div>
      {setUp.isOpen ? (
        <SetUp own={own ?? UNKNOWN} {...{ device, awake }} onFull={full} onDone={setUp.close} />
      ) : (
        <Controls bell={device.bell} onSetUp={setUp.open} />
      )}
      <Spoken saying={saying} />
    </>
  );
}

/**
 * Bells and announcements, each between two drawings. What makes a sound may fail: the picture goes on.
 * @returns what a screen reader is to say; nothing where the display has a voice of its own
 */
function useSounds(model: LiveModel, { bell, voice }: Device): Saying | null {
  const last = useRef<Told | null>(null);
  const wasOff = useRef<boolean | null>(null);
  const [unvoiced, setUnvoiced] = useState<Saying | null>(null);
  useEffect(() => {
    const gone = setTimeout(() => setUnvoiced(null), SAID_MS);
    return () => clearTimeout(gone);
  }, [unvoiced]);
  useSignalEffect(() => {
    const [now, shown, moment] = [model.now.value, model.shown.value, model.moment.value];
    if (now === null || shown === null || moment === null) return;
    const [before, drawn] = [last.current, { phase: shown.phase, now, moment }];
    const off = model.hall.value?.cancelled !== undefined;
    const turned = off !== wasOff.current;
    last.current = drawn;
    wasOff.current = off;
    if (before === null) return;
    const cue = off ? null : dueCue(before, drawn);
    const mentors = model.hall.peek()?.whoMoves === 'mentors';
    const words = t(off ? 'display.off' : 'display.off.over');
    const news: DueSaying | null = turned ? { how: 'now', words, at: now } : null;
    const saying = off || turned ? news : dueSaying(before, drawn, mentors);
    const voiced = model.display.peek()?.speaks ?? false;
    if (saying) setUnvoiced(voiced ? null : saying);
    try {
      if (cue) bell.ring(cue);
      if (saying && voiced) voice.say(saying.words, now - saying.at, cue && bell.isOn.peek() ? AFTER_BELL_MS : 0);
    } catch (error) {
      console.warn(error);
    }
  });
  useEffect(() => {
    const shown = (): void => {
      if (document.visibilityState === 'visible') bell.wake();
    };
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  }, []);
  return unvoiced;
}
