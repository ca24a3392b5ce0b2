import { after, type Instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { LiveModel } from './live-model.ts';
import { isSentBack, SENT_BACK_MS } from './sent-back.ts';

/** True for ten seconds after a move was taken back. */
export function useSentBack(model: LiveModel): ReadonlySignal<boolean> {
  const last = useRef<Phase | null>(null);
  const until = useSignal<Instant | null>(null);
  useSignalEffect(() => {
    const now = model.now.value;
    const phase = model.shown.value?.phase;
    if (now === null || !phase) return;
    if (last.current && isSentBack(last.current, phase)) until.value = after(now, SENT_BACK_MS);
    if (phase.kind === 'moving') until.value = null;
    last.current = phase;
  });
  return useComputed(() => {
    const now = model.now.value;
    return now !== null && until.value !== null && now < until.value;
  });
}
