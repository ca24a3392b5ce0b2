import type { EventId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Funnel } from '@lapwing/shared/protocol/community-api';
import { listInvented, realSince } from '../db/repositories/community-profiles.ts';
import { listEvents, type StoredEvent } from '../db/repositories/events.ts';
import { type Step, whoReached } from '../db/repositories/funnel.ts';
import { bellOf } from '../services/introduction-facts.ts';
import type { Services } from '../services/services.ts';

/** Fewer people than these are not told (C19). */
const LEAST = 3;

export interface Span {
  readonly event: EventId | null;
  readonly from: Instant;
  readonly until: Instant;
}

const STEPS = ['picked', 'introduced', 'met', 'in-touch'] as const satisfies readonly Step[];
type Count = (typeof STEPS)[number];
type Told = Readonly<Record<Count, number | null>>;

/**
 * How many people came, said whom they want to meet again, were introduced, met, and are in touch: each counted once. What is
 * too few to be told of an evening is left out of the whole, too: nobody can tell it by subtracting the others.
 */
export function funnelOf(services: Services, { event, from, until }: Span): Funnel {
  const { db } = services;
  const ids = eventsIn(db, { event, from, until }).map(({ id }) => id);
  if (event !== null) return funnelFrom(services, ids, () => ids, null);
  const each = new Map(ids.map((id) => [id, toldOf(services, [id], () => [id], null)]));
  // between evenings people are introduced too
  return funnelFrom(services, ids, (step) => ids.filter((id) => each.get(id)?.[step] !== null), { from, until });
}

type Between = { readonly from: Instant; readonly until: Instant } | null;
/** The evenings that count in a step. */
type Counted = (step: Count) => readonly EventId[];

const eventsIn = (db: Services['db'], { event, from, until }: Span): StoredEvent[] =>
  listEvents(db).filter(({ id, settings }) =>
    event === null ? settings.startsAt >= from && settings.startsAt < until : id === event,
  );

function funnelFrom(services: Services, ids: readonly EventId[], counted: Counted, between: Between): Funnel {
  const { picked, introduced, met, 'in-touch': inTouch } = toldOf(services, ids, counted, between);
  const came = whoReached(services.db, 'came', ids, between, uncounted(services.db)).size;
  return { came, picked, introduced, met, inTouch };
}

/** Invented people, once somebody real is there (C25). */
const uncounted = (db: Services['db']): readonly MemberId[] => (realSince(db) === null ? [] : listInvented(db));

function toldOf(services: Services, ids: readonly EventId[], counted: Counted, between: Between): Told {
  const { db } = services;
  const but = uncounted(db);
  let above = whoReached(db, 'came', ids, between, but).size;
  const told: Record<Count, number | null> = { picked: null, introduced: null, met: null, 'in-touch': null };
  for (const step of STEPS) {
    const count = whoReached(db, step, counted(step), between, but).size;
    // a few who did, and a few who did not, would both be told
    const isTold = (count === 0 || count >= LEAST) && (count >= above || above - count >= LEAST);
    // until its last bell nobody hears how many picked somebody, and so not when they did (H4)
    const isSealed = step === 'picked' && counted(step).some((id) => bellOf(services, db, id) === null);
    if (!isTold || isSealed) continue;
    above = count;
    told[step] = count;
  }
  return told;
}

/**
 * A line for each evening, the oldest first, and one for all of the time; of one evening only its own. Where invented people
 * are in it, that line says so (C25).
 */
export function funnelCsv(services: Services, span: Span): string {
  const evenings = eventsIn(services.db, span).sort((one, other) => one.settings.startsAt - other.settings.startsAt);
  const lines = evenings.map(({ id, settings }) => [
    settings.name,
    new Date(settings.startsAt).toISOString().slice(0, 10),
    ...figures(funnelOf(services, { ...span, event: id })),
  ]);
  const all = span.event === null ? [[allOf(services), '', ...figures(funnelOf(services, span))]] : [];
  const header = ['event', 'date', 'came', 'picked', 'introduced', 'met', 'in_touch'];
  return `${[header, ...lines, ...all].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

const allOf = ({ db }: Services): string =>
  uncounted(db).length === 0 && listInvented(db).length > 0 ? 'all, with people invented for the demo' : 'all';

const figures = ({ came, picked, introduced, met, inTouch }: Funnel): string[] =>
  [came, picked, introduced, met, inTouch].map((value) => (value === null ? '' : String(value)));

/** A cell that begins like a formula is text to a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
