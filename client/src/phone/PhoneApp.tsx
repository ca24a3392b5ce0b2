import { BOUND_TO_TRUST_MS } from '@lapwing/shared/clock/offset';
import type { Instant } from '@lapwing/shared/kernel/time';
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepAwake } from '../kit/awake.ts';
import type { LiveModel } from '../kit/live-model.ts';
import { type Polling, statusWith } from '../kit/poll.ts';
import { type Saying, Spoken } from '../kit/Spoken.tsx';
import { useSentBack } from '../kit/use-sent-back.ts';
import { showsPassAtDoor } from './DoorPass.tsx';
import { minutesSilent } from './kept-evening.ts';
import { reopens } from './offline-keeper.ts';
import type { Own } from './own.ts';
import { PhoneScreen } from './PhoneScreen.tsx';
import { WrongLink } from './PlainPages.tsx';
import { pageTitle } from './page-title.ts';
import type { PhoneView } from './phone-view.ts';
import { sayingBetween } from './sayings.ts';
import { beatsBetween } from './vibration.ts';

/** How often a phone asks, over a socket or without one. */
export const HEARTBEAT_MS = 15_000;

export interface PhoneAppProps {
  model: LiveModel;
  polling: Polling;
  own: Own;
  /** Where the page opened with what the phone knew: server time of what it knows; null otherwise. */
  keptAt?: Instant | null;
}

/** The phone page over its live model: draws, speaks, vibrates, names the tab, keeps the screen on during a move. */
export function PhoneApp({ model, polling, own, keptAt = null }: PhoneAppProps) {
  const last = useRef<PhoneView | null>(null);
  const [saying, setSaying] = useState<Saying | null>(null);
  const sentBackNow = useSentBack(model);
  useSignalEffect(() => {
    const view = viewOf({ model, polling, own, keptAt }, sentBackNow.value);
    if (!view) return;
    document.title = pageTitle(view);
    if (view.now === null) return;
    const said = last.current && sayingBetween(last.current, view);
    const beats = last.current && beatsBetween(last.current, view);
    last.current = view;
    if (said) setSaying(said);
    if (beats) own.vibration.say(beats);
  });
  const moving = model.shown.value?.phase.kind === 'moving';
  const view = viewOf({ model, polling, own, keptAt }, sentBackNow.value);
  const awake = !view?.card.cancelled && (moving || (view !== null && showsPassAtDoor(view)));
  useEffect(() => (awake ? keepAwake() : undefined), [awake]);
  if (model.status.value === 'refused' || !view) return <WrongLink why={model.connection.why.value} />;
  return (
    <>
      <PhoneScreen view={view} acts={own.acts} />
      <Spoken saying={saying} />
    </>
  );
}

function viewOf({ model, polling, own, keptAt = null }: PhoneAppProps, sentBack: boolean): PhoneView | null {
  const [card, room, moment, shown, now] = [
    model.card.value,
    model.room.value,
    model.moment.value,
    model.shown.value,
    model.now.value,
  ];
  if (!card || !room || !moment || !shown) return null;
  const heard = Math.max(model.lastHeardAt.value ?? 0, polling.heardAt.value ?? 0);
  const status = statusWith(model.status.value, polling.heardAt.value, HEARTBEAT_MS);
  const offline = status === 'offline';
  const silentMinutes = offline ? minutesSilent(heard, keptAt, now) : 0;
  return {
    ...{ card, moment, shown, now, version: room.v, status, silentMinutes, sentBack },
    about: offline && moment !== room.moment,
    reopens: reopens.value,
    checkingTime: (model.connection.clock.bound() ?? 0) > BOUND_TO_TRUST_MS,
    ...{ news: own.news.value, told: own.told.value, leaving: own.leaving.value, allHere: own.allHere.value },
    also: own.also.value,
    ...{
      notes: own.notes.value,
      picks: own.picks.value,
      feedback: own.feedback.value,
      unsaved: own.unsaved.value,
      vibrates: own.vibration.wanted.value,
    },
  };
}
