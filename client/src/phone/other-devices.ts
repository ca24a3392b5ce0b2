import type { Instant } from '@lapwing/shared/kernel/time';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { request } from '../kit/api.ts';
import type { LiveModel } from '../kit/live-model.ts';
import { readStored, writeStored } from '../kit/stored.ts';

/** The link was opened on a further device: new, put out by "Not me", that it stays for now, or that press had no answer. */
export interface Also {
  readonly at: Instant;
  readonly is: 'new' | 'out' | 'stays' | 'failed';
}

export interface DeviceActs {
  /** It was them. */
  noteDevice(): void;
  /** It was not them: the other devices go out. */
  notMe(): Promise<void>;
}

/** What this phone knows of other devices that open the same page. */
export function createOtherDevices(
  model: LiveModel,
  path: string,
): { readonly also: ReadonlySignal<Also | null>; readonly acts: DeviceActs } {
  const key = `also ${path}`;
  const known = signal(readStored<number>(key) ?? 0);
  const pressed = signal<Also | null>(null);
  const also = computed<Also | null>(() => {
    const at = model.also.value;
    if (at === null || at <= known.value) return null;
    return pressed.value?.at === at ? pressed.value : { at, is: 'new' };
  });
  return {
    also,
    acts: {
      noteDevice() {
        known.value = model.also.peek() ?? 0;
        writeStored(key, known.value);
      },
      async notMe() {
        const at = model.also.peek();
        if (at === null) return;
        const answer = await request('POST', `${path}/not-me`);
        const stays = !answer.ok && answer.refusal.code === 'come-to-desk';
        pressed.value = { at, is: answer.ok ? 'out' : stays ? 'stays' : 'failed' };
      },
    },
  };
}
