import { PROTOCOL_VERSION } from '@lapwing/shared/protocol/messages';
import { effect } from '@preact/signals';
import type { LiveModel } from '../kit/live-model.ts';

const ASK_EVERY_MS = 5_000;
/** A page that failed again at once waits for so long: it may not load itself over and over. */
const REST_MS = 60_000;
const KEY = 'lapwing.display.healed';

export interface Healer {
  /** Loads the page anew as soon as the server answers. */
  comeBack(): void;
  stop(): void;
}

/** @param reload loads the page anew */
export function createHealer(reload = (): void => location.reload()): Healer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let coming = false;
  let healedLately = readMark();
  // a page that has stood for a while is well
  const rest = setTimeout(() => {
    healedLately = false;
    writeMark(false);
  }, REST_MS);

  async function ask(): Promise<void> {
    if (await serverAnswers()) {
      writeMark(true);
      reload();
    } else timer = setTimeout(() => void ask(), ASK_EVERY_MS);
  }

  return {
    comeBack() {
      if (coming) return;
      coming = true;
      clearTimeout(rest);
      timer = setTimeout(() => void ask(), healedLately ? REST_MS : ASK_EVERY_MS);
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(rest);
    },
  };
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** Whether this page was loaded by itself, to be well again. */
function readMark(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function writeMark(healed: boolean): void {
  try {
    if (healed) sessionStorage.setItem(KEY, 'yes');
    else sessionStorage.removeItem(KEY);
  } catch {
    // a device that keeps nothing loads itself every few seconds at most
  }
}

/** The script that a page of this build loads. */
const scriptIn = (html: string): string | undefined => /<script[^>]* src="([^"]+)"/u.exec(html)?.[1];

/**
 * Looks for another build of the page whenever another run of the server is heard: then, once `mayLeave` says so, loads it.
 * A server that speaks of things this page cannot know is reason to leave at once.
 */
export function followBuilds(
  model: Pick<LiveModel, 'room'>,
  mayLeave: () => boolean,
  healer: Pick<Healer, 'comeBack'>,
  path = location.pathname,
): () => void {
  const ours = scriptIn(document.documentElement.outerHTML);
  let epoch: string | null = null;
  let outdated = false;
  const leave = (): void => {
    if (outdated && mayLeave()) healer.comeBack();
  };
  return effect(() => {
    const room = model.room.value;
    if (room && room.protocol > PROTOCOL_VERSION) healer.comeBack();
    if (room && epoch !== null && room.epoch !== epoch) {
      void theirsAt(path).then((theirs) => {
        outdated ||= theirs !== undefined && theirs !== ours;
        leave();
      });
    }
    epoch = room?.epoch ?? epoch;
    leave();
  });
}

async function theirsAt(path: string): Promise<string | undefined> {
  try {
    return scriptIn(await (await fetch(path, { cache: 'no-store' })).text());
  } catch {
    return undefined;
  }
}
