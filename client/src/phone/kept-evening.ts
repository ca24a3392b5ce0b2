import { firstName } from '@lapwing/shared/event/roster';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { PersonalCard, RoomFrame, WhyOver } from '@lapwing/shared/protocol/messages';
import { effect } from '@preact/signals';
import type { LiveModel } from '../kit/live-model.ts';
import type { Letter } from '../kit/outbox.ts';
import { dropPage } from '../kit/own-pages.ts';
import { pageTime } from '../kit/server-clock.ts';
import { readStored, writeStored } from '../kit/stored.ts';

/** What a page shows that opens without a network: the whole evening of its person, with first names alone. */
export interface KeptEvening {
  readonly card: PersonalCard;
  readonly room: RoomFrame;
  /** Server time when the server was last heard. */
  readonly at: Instant | null;
  /** By how much server time was ahead of the wall clock of this device, in ms. */
  readonly ahead: number;
}

/** How often a page that changes nothing says that it still hears. */
const WRITE_EVERY_MS = 60_000;

const place = (path: string): string => `evening ${path}`;

export const readEvening = (path: string): KeptEvening | null => readStored<KeptEvening>(place(path));

/** Keeps the evening on the device whenever it changes, and now and then when it was last heard. */
export function keepEvening(model: LiveModel, path: string): () => void {
  let written: { readonly card: PersonalCard; readonly room: RoomFrame; readonly heardAt: number } | null = null;
  return effect(() => {
    const [card, room] = [model.card.value, model.room.value];
    const heardAt = model.lastHeardAt.value ?? 0;
    const ahead = model.connection.clock.ahead();
    if (!card || !room || ahead === null || model.status.value !== 'live') return;
    if (written?.card === card && written.room === room && heardAt - written.heardAt < WRITE_EVERY_MS) return;
    written = { card, room, heardAt };
    const now = model.connection.clock.now();
    const kept: KeptEvening = { card: withFirstNames(card), room, at: now && (Math.floor(now) as Instant), ahead };
    writeStored(place(path), kept);
  });
}

/** Full names of others belong on no device: a first name and what they do is enough to find them. */
function withFirstNames(card: PersonalCard): PersonalCard {
  const rounds = card.rounds.map((round) => ({
    ...round,
    meets: round.meets.map((met) => ({ ...met, name: firstName(met.name) })),
  }));
  return { ...card, name: firstName(card.name), rounds };
}

/** So many whole minutes since the server was heard, counted over a page that was closed in between. */
export function minutesSilent(heardAt: number, keptAt: Instant | null, now: Instant | null): number {
  if (heardAt > 0 || keptAt === null || now === null) return Math.floor((pageTime() - heardAt) / 60_000);
  return Math.max(0, Math.floor((now - keptAt) / 60_000));
}

/**
 * Lets go of all that this device holds of a page that it cannot open any more. Where the same person may come back, the
 * notes and choices that were never sent wait for them: nobody else has those words.
 */
export function forgetEvening(path: string, why: WhyOver | null): void {
  const comesBack = why === 'renewed' || why === 'elsewhere';
  const unsent = (readStored<Letter[]>(`outbox ${path}`) ?? []).filter((letter) =>
    ['notes', 'picks'].some((kind) => letter.path.startsWith(`${path}/${kind}/`)),
  );
  dropPage(path);
  if (comesBack && unsent.length > 0) writeStored(`outbox ${path}`, unsent);
}
