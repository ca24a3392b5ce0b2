import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { keepAwake } from '../kit/awake.ts';
import type { LiveModel } from '../kit/live-model.ts';
import { type Polling, statusWith } from '../kit/poll.ts';
import { useSentBack } from '../kit/use-sent-back.ts';
import type { Bell } from './bell.ts';
import { Controls } from './Controls.tsx';
import { type Drawn, dueCue } from './cues.ts';
import { DisplayScreen, Loading, WrongLink } from './DisplayScreen.tsx';
import { t } from './words.ts';

export interface DisplayAppProps {
  model: LiveModel;
  polling: Polling;
  bell: Bell;
}

/** How often a display asks, over a socket or without one. */
export const HEARTBEAT_MS = 5_000;

/** The display over its live model: draws what the model says, rings, keeps the screen on. */
export function DisplayApp({ model, polling, bell }: DisplayAppProps) {
  const last = useRef<Drawn | null>(null);
  useEffect(() => keepAwake(), []);
  useSignalEffect(() => {
    const now = model.now.value;
    const shown = model.shown.value;
    if (now === null || shown === null) return;
    const drawn = { phase: shown.phase, now };
    const cue = last.current && dueCue(last.current, drawn);
    last.current = drawn;
    if (cue) bell.ring(cue);
  });
  useSignalEffect(() => {
    const name = model.hall.value?.eventName;
    document.title = name === undefined ? t('display.title.plain') : t('display.title', { name });
  });

  const sentBack = useSentBack(model).value;
  const [hall, room, shown, moment, now] = [
    model.hall.value,
    model.room.value,
    model.shown.value,
    model.moment.value,
    model.now.value,
  ];
  if (model.status.value === 'refused') return <WrongLink />;
  if (!hall || !room || !shown || !moment || now === null) return <Loading />;
  const status = statusWith(model.status.value, polling.heardAt.value, HEARTBEAT_MS);
  const known = {
    hall,
    facts: model.facts.value,
    own: model.display.value,
    names: model.names.value,
    moment,
    shown,
    now,
  };
  const view = { ...known, version: room.v, status, sentBack };
  return (
    <>
      <DisplayScreen view={view} />
      <Controls bell={bell} />
    </>
  );
}
