import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepAwake } from '../kit/awake.ts';
import type { ConnectionStatus } from '../kit/connection.ts';
import type { LiveModel } from '../kit/live-model.ts';
import { pageTime } from '../kit/server-clock.ts';
import { PhoneScreen, WrongLink } from './PhoneScreen.tsx';
import { pageTitle } from './page-title.ts';
import type { PhoneView } from './phone-view.ts';
import type { Polling } from './poll.ts';
import { type Saying, sayingBetween } from './sayings.ts';

/** A poll that was answered this lately counts as being live. */
const POLL_COUNTS_MS = 35_000;

/** The phone page over its live model: draws, speaks, names the tab, keeps the screen on during a move. */
export function PhoneApp({ model, polling }: { model: LiveModel; polling: Polling }) {
  const last = useRef<PhoneView | null>(null);
  const [saying, setSaying] = useState<Saying | null>(null);
  useSignalEffect(() => {
    const view = viewOf(model, polling);
    if (!view) return;
    document.title = pageTitle(view);
    if (view.now === null) return;
    const said = last.current && sayingBetween(last.current, view);
    last.current = view;
    if (said) setSaying(said);
  });
  const moving = model.shown.value?.phase.kind === 'moving';
  useEffect(() => (moving ? keepAwake() : undefined), [moving]);
  const view = viewOf(model, polling);
  if (model.status.value === 'refused' || !view) return <WrongLink />;
  return (
    <>
      <PhoneScreen view={view} />
      <p class="k-unseen" aria-live="polite">
        {saying?.how === 'soon' ? saying.words : ''}
      </p>
      <p class="k-unseen" aria-live="assertive">
        {saying?.how === 'now' ? saying.words : ''}
      </p>
    </>
  );
}

function viewOf(model: LiveModel, polling: Polling): PhoneView | null {
  const [card, room, moment, shown, now] = [
    model.card.value,
    model.room.value,
    model.moment.value,
    model.shown.value,
    model.now.value,
  ];
  if (!card || !room || !moment || !shown) return null;
  const heard = Math.max(model.lastHeardAt.value ?? 0, polling.heardAt.value ?? 0);
  const status = statusOf(model.status.value, polling.heardAt.value);
  const offline = status === 'offline';
  const silentMinutes = offline ? Math.floor((pageTime() - heard) / 60_000) : 0;
  return { card, moment, shown, now, version: room.v, status, silentMinutes, about: offline && moment !== room.moment };
}

function statusOf(status: ConnectionStatus, polledAt: number | null): ConnectionStatus {
  const polled = polledAt !== null && pageTime() - polledAt < POLL_COUNTS_MS;
  return status !== 'refused' && polled ? 'live' : status;
}
