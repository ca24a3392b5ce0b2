import { standingOf } from '@lapwing/shared/introductions/agreed';
import { countedUntil } from '@lapwing/shared/introductions/counted-until';
import type { AttendeeId, EventId, IntroductionId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type {
  DraftChange,
  EveningIntroductions,
  MadeIntroduction,
  Sending,
} from '@lapwing/shared/protocol/introductions-api';
import { tidyText } from '@lapwing/shared/registration/tidy';
import { tellAudit } from '../db/audit-pen.ts';
import { type AttendeeRow, listAttendees } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import {
  findIntroduction,
  findSending,
  type IntroductionRow,
  listIntroductions,
  saveIntroduction,
  saveSending,
} from '../db/repositories/introductions.ts';
import { listPicks } from '../db/repositories/picks.ts';
import { type Tx, transact } from '../db/transact.ts';
import type { Evenings } from './evenings.ts';
import { areBlocked, bellOf, introduces, missingOf } from './introduction-facts.ts';
import { fatesOf } from './introduction-fates.ts';
import { type PairsOfEvening, pairKey, pairsOfEvening, underWay } from './pairs.ts';
import { tellPicks } from './pick-service.ts';
import { sendIntroductions, wordsOf } from './send-introduction.ts';
import type { Services } from './services.ts';
import { NO_SUGGESTIONS, nameOf, suggestionsOf, wasThere } from './suggestions.ts';

/** What an organiser sees: numbers alone until the last bell, and then the names of those alone who both want it (H4, H6). */
export function eveningIntroductions(services: Services, eventId: EventId): Result<EveningIntroductions, Refusal> {
  const { db } = services;
  const event = findEvent(db, eventId);
  if (!event) return refused(refusal('not-found'));
  const bell = bellOf(services, db, eventId);
  const sealed = {
    ...{ sending: findSending(db, eventId).sending, bell, slack: services.slack !== null },
    ...{ requests: sealedCount(services, event), waiting: 0, soon: 0, full: 0 },
    ...{ introductions: [], without: [] },
    suggestions: NO_SUGGESTIONS,
  };
  return ok(bell === null ? sealed : { ...sealed, ...opened(services, db, event, bell) });
}

/** Counted once for each round that is over: also who changes their mind moves nothing that can be watched. */
const counted = new WeakMap<Evenings, Map<EventId, { readonly until: Instant | null; readonly requests: number }>>();

function sealedCount({ db, evenings }: Services, { id }: StoredEvent): number {
  const moment = evenings.engine(id)?.night.moment;
  const until = moment ? countedUntil(moment) : null;
  const counts = counted.get(evenings) ?? new Map();
  counted.set(evenings, counts);
  const known = counts.get(id);
  if (known && known.until === until) return known.requests;
  const requests =
    until === null ? 0 : listPicks(db, id).filter(({ wish, at }) => wish === 'introduce' && at < until).length;
  counts.set(id, { until, requests });
  return requests;
}

type Opened = Omit<EveningIntroductions, 'sending' | 'bell' | 'slack'>;

function opened(services: Services, tx: Tx, event: StoredEvent, bell: Instant): Opened {
  const evening = pairsOfEvening(tx, event.id);
  const { soon, full } = underWay(services, tx, event, evening, bell);
  const people = listAttendees(tx, event.id);
  const introductions = madeOf(tx, event, people);
  const included = new Set([
    ...introductions.map(({ student }) => student.id),
    ...[...soon, ...full].map(({ student }) => student),
  ]);
  return {
    requests: evening.pairs
      .flatMap(({ ofStudent, ofMentor }) => [ofStudent, ofMentor])
      .filter((pick) => pick?.wish === 'introduce').length,
    waiting: waitingIn(services, event, evening, bell),
    soon: soon.length,
    full: full.length,
    introductions,
    without: people
      .filter(wasThere(people, 'student'))
      .filter(({ id }) => !included.has(id))
      .map(nameOf),
    suggestions: suggestionsOf(services, tx, event, bell),
  };
}

const waitingIn = (services: Services, event: StoredEvent, { pairs }: PairsOfEvening, bell: Instant): number =>
  pairs.filter(
    (pair) => standingOf(pair, bell).is === 'asked' && !areBlocked(services, event.id, pair.student, pair.mentor),
  ).length;

function madeOf(tx: Tx, event: StoredEvent, people: readonly AttendeeRow[]): MadeIntroduction[] {
  const byId = new Map(people.map((row) => [row.id, row]));
  const fateOf = fatesOf(tx, event.id);
  return listIntroductions(tx, event.id).flatMap((made) => {
    const [student, mentor] = [byId.get(made.student), byId.get(made.mentor)];
    if (!student || !mentor) return [];
    const { id, madeAt, told: by } = made;
    const two = { student: nameOf(student), mentor: nameOf(mentor) };
    return [{ ...{ id, ...two, madeAt, by }, ...fateOf(made), words: wordsOf(tx, event, made) }];
  });
}

/** Changes how introductions go out; drafts that wait go on waiting (H16). */
export function chooseSending(
  services: Services,
  eventId: EventId,
  sending: Sending,
): Result<EveningIntroductions, Refusal> {
  return changeIntroductions(services, eventId, (tx) => {
    saveSending(tx, eventId, { sending });
    return ok([]);
  });
}

/** Changes a draft, or holds it back. mail-gone for one that has gone out. */
export function changeDraft(
  services: Services,
  eventId: EventId,
  id: IntroductionId,
  { words, held }: DraftChange,
): Result<EveningIntroductions, Refusal> {
  return changeIntroductions(services, eventId, (tx, event) => {
    const made = findIntroduction(tx, eventId, id);
    if (!made) return refused(refusal('not-found'));
    if (made.state === 'released') return refused(refusal('mail-gone'));
    const theirs = words === undefined ? made.words : tidyText(words);
    const isOurs = theirs === tidyText(wordsOf(tx, event, { ...made, words: '' }));
    const state = held === undefined ? made.state : held ? 'held' : 'draft';
    saveIntroduction(tx, id, { words: isOurs ? '' : theirs, state });
    tellAudit({ person: made.student, other: made.mentor });
    return ok([]);
  });
}

/**
 * Sends these drafts, each once, however often and from however many consoles this is said. What is not agreed any more, or
 * has something of H9 in its way since, stays a draft.
 */
export function sendDrafts(
  services: Services,
  eventId: EventId,
  ids: readonly IntroductionId[],
): Result<EveningIntroductions, Refusal> {
  return changeIntroductions(services, eventId, (tx, event) => {
    const wanted = new Set(ids);
    const drafts = listIntroductions(tx, eventId).filter(({ id, state }) => wanted.has(id) && state !== 'released');
    const maySend = stillAgreed(services, tx, event);
    const going = drafts.filter(maySend);
    sendIntroductions(services, tx, event, going);
    tellAudit({ count: going.length });
    return ok(going.flatMap(({ student, mentor }) => [student, mentor]));
  });
}

function stillAgreed(services: Services, tx: Tx, event: StoredEvent): (made: IntroductionRow) => boolean {
  const bell = introduces(tx, event) ? bellOf(services, tx, event.id) : null;
  if (bell === null) return () => false;
  const { pairs, people } = pairsOfEvening(tx, event.id);
  const agreed = new Set(pairs.filter((pair) => standingOf(pair, bell).is === 'agreed').map(pairKey));
  return (made) =>
    agreed.has(pairKey(made)) &&
    !areBlocked(services, event.id, made.student, made.mentor) &&
    [made.student, made.mentor].every((id) => {
      const row = people.get(id);
      return row !== undefined && missingOf(services, row).length === 0;
    });
}

/** Changes something of the introductions of an evening, and tells whom it concerns. @param work answers whose phones see something else now */
export function changeIntroductions(
  services: Services,
  eventId: EventId,
  work: (tx: Tx, event: StoredEvent) => Result<readonly AttendeeId[], Refusal>,
): Result<EveningIntroductions, Refusal> {
  const done = transact<readonly AttendeeId[], Refusal>(services.db, (tx) => {
    const event = findEvent(tx, eventId);
    return event ? work(tx, event) : refused(refusal('not-found'));
  });
  if (!done.ok) return done;
  tellPicks(services, eventId, done.value);
  if (done.value.length === 0) services.evenings.introductionsChanged(eventId);
  return eveningIntroductions(services, eventId);
}
