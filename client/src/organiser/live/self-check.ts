import type { LinkReach } from '@lapwing/shared/event/link-reach';
import { type Paper, staleSheets } from '@lapwing/shared/paper/sheets';
import type { ConnectedDisplay } from '@lapwing/shared/protocol/messages';
import type { OutboxView } from '@lapwing/shared/protocol/outbox-api';
import type { Awake } from '../../kit/awake.ts';
import { type Sentence, sentence } from '../sentence.ts';
import { listText } from '../words.ts';

/** ok: nothing to do; look: somebody has to look or listen; mend: it will hurt tonight. */
export interface CheckRow {
  readonly kind: 'screens' | 'sound' | 'clock' | 'links' | 'mail' | 'paper' | 'power';
  readonly state: 'ok' | 'look' | 'mend';
  readonly words: Sentence;
}

/** What is known before doors; null: not known yet, and its row is left out. */
export interface BeforeDoors {
  readonly displays: readonly ConnectedDisplay[];
  /** Milliseconds by which the server's clock is ahead of this device's. */
  readonly clockAhead: number | null;
  readonly reach: LinkReach | null;
  readonly outbox: Pick<OutboxView, 'from' | 'trouble'> | null;
  readonly paper: Paper;
  readonly planVersion: number;
  readonly awake: Awake;
}

/** A clock that is further off than this sends people at the wrong minute, in milliseconds. */
const CLOCK_OFF_MS = 30_000;

/** Screens, sound, clock, links, mail, paper and power: what stands, and what to do where it does not. */
export function selfCheck(known: BeforeDoors): CheckRow[] {
  const { displays, clockAhead, reach, outbox, awake } = known;
  const rows: (CheckRow | null)[] = [
    screensRow(displays),
    soundRow(displays.filter(({ lostSince }) => lostSince === null)),
    clockAhead === null ? null : clockRow(clockAhead),
    reach === null
      ? null
      : { kind: 'links', state: reach === 'this-machine' ? 'mend' : 'ok', words: sentence(`check.links.${reach}`) },
    outbox === null ? null : mailRow(outbox),
    paperRow(known),
    awake === 'asking'
      ? null
      : { kind: 'power', state: awake === 'held' ? 'ok' : 'look', words: sentence(`check.power.${awake}`) },
  ];
  return rows.filter((row) => row !== null);
}

function screensRow(displays: readonly ConnectedDisplay[]): CheckRow {
  const lost = displays.filter(({ lostSince }) => lostSince !== null).length;
  const state = displays.length === 0 || lost > 0 ? 'mend' : 'ok';
  return { kind: 'screens', state, words: sentence('check.screens', { count: displays.length - lost, lost }) };
}

/** Browsers are silent until somebody touched them; whether the last table hears it only ears can tell. */
function soundRow(listening: readonly ConnectedDisplay[]): CheckRow | null {
  if (listening.length === 0) return null;
  const silent = listening.filter(({ state }) => state?.sound !== true);
  if (silent.length === 0) return { kind: 'sound', state: 'ok', words: sentence('check.sound.on') };
  const names = listText(silent.map(({ name }) => name));
  return { kind: 'sound', state: 'look', words: sentence('check.sound.off', { names }) };
}

function clockRow(ahead: number): CheckRow {
  const seconds = Math.round(Math.abs(ahead) / 1_000);
  if (Math.abs(ahead) <= CLOCK_OFF_MS) return { kind: 'clock', state: 'ok', words: sentence('check.clock.ok') };
  return {
    kind: 'clock',
    state: 'mend',
    words: sentence(ahead > 0 ? 'check.clock.slow' : 'check.clock.fast', { seconds }),
  };
}

function mailRow({ from, trouble }: Pick<OutboxView, 'from' | 'trouble'>): CheckRow {
  if (from === null) return { kind: 'mail', state: 'look', words: sentence('check.mail.none') };
  if (trouble)
    return { kind: 'mail', state: 'mend', words: sentence('check.mail.trouble', { reason: trouble.reason }) };
  return { kind: 'mail', state: 'ok', words: sentence('check.mail.ok', { from }) };
}

function paperRow({ paper, planVersion }: BeforeDoors): CheckRow {
  if (!paper.inUse) return { kind: 'paper', state: 'ok', words: sentence('check.paper.unused') };
  if (planVersion === 0) return { kind: 'paper', state: 'look', words: sentence('check.paper.no-plan') };
  if (paper.sheets.length === 0) return { kind: 'paper', state: 'look', words: sentence('check.paper.none') };
  const isStale = staleSheets(paper, planVersion).length > 0;
  return {
    kind: 'paper',
    state: isStale ? 'mend' : 'ok',
    words: sentence(isStale ? 'check.paper.stale' : 'check.paper.ok'),
  };
}
