import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { keepAwake } from '../kit/awake.ts';
import type { LiveModel } from '../kit/live-model.ts';
import type { Bell } from './bell.ts';
import { Controls } from './Controls.tsx';
import { type Drawn, dueCue } from './cues.ts';
import { DisplayScreen, Loading, WrongLink } from './DisplayScreen.tsx';
import { t } from './words.ts';

/** The display over its live model: draws what the model says, rings, keeps the screen on. */
export function DisplayApp({ model, bell }: { model: LiveModel; bell: Bell }) {
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

  const [hall, room, shown, moment, now] = [
    model.hall.value,
    model.room.value,
    model.shown.value,
    model.moment.value,
    model.now.value,
  ];
  if (model.status.value === 'refused') return <WrongLink />;
  if (!hall || !room || !shown || !moment || now === null) return <Loading />;
  const view = { hall, facts: model.facts.value, moment, shown, now, version: room.v, status: model.status.value };
  return (
    <>
      <DisplayScreen view={view} />
      <Controls bell={bell} />
    </>
  );
}
