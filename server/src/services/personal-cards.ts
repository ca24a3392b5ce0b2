import type { CallKind } from '@lapwing/shared/event/desk-call';
import type { Table } from '@lapwing/shared/event/floor';
import { type PersonRound, personLines } from '@lapwing/shared/event/schedule';
import { type WhyChanged, whyChanged } from '@lapwing/shared/event/why-changed';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type PersonalCard, personalCard } from '@lapwing/shared/live/views';
import type { Db } from '../db/connection.ts';
import { openCalls } from '../db/repositories/desk-calls.ts';
import { findPrivacy } from '../db/repositories/event-privacy.ts';
import { findPlan, type StoredPlan } from '../db/repositories/plans.ts';
import type { Hub } from '../fanout/hub.ts';
import type { Engine } from '../live/engine.ts';
import { hashOf } from '../secrets.ts';
import type { Evening } from './evenings.ts';

/** The plan people follow, everybody's card cut from it, and who has to hear of a change. */
export interface PersonalCards {
  plan(eventId: EventId): StoredPlan | undefined;
  /** The floor as it is tonight: with tables that were added, and mentors where they sit now. */
  tables(eventId: EventId): readonly Table[];
  /** Everybody's line through that plan. */
  lines(eventId: EventId): ReadonlyMap<AttendeeId, PersonRound[]>;
  card(eventId: EventId, id: AttendeeId): PersonalCard | undefined;
  /** People follow another plan: tells those whose own evening is another one by it. */
  planChanged(eventId: EventId): void;
  /** People, floor or settings changed: tells those whose card is another one than they last got. */
  peopleChanged(eventId: EventId): void;
  /** Tells one person. */
  send(eventId: EventId, id: AttendeeId): void;
  callsChanged(eventId: EventId, id: AttendeeId): void;
  forget(eventId: EventId): void;
}

interface Parts {
  readonly db: Db;
  readonly hub: Hub;
  readonly get: (eventId: EventId) => Evening | undefined;
  readonly engine: (eventId: EventId) => Engine | undefined;
}

/** A plan with what is read from it again and again. */
interface Followed {
  readonly version: number;
  readonly plan: StoredPlan | undefined;
  readonly byPerson: ReadonlyMap<AttendeeId, PersonRound[]>;
  /** Of a mended plan: the lines of the plan that was mended. */
  readonly mended: ReadonlyMap<AttendeeId, PersonRound[]> | null;
}

export function createPersonalCards({ db, hub, get, engine }: Parts): PersonalCards {
  const followed = new Map<EventId, Followed>();
  /** The lines that phones were told: whoever reads the new plan first must not make it old news. */
  const told = new Map<EventId, Followed['byPerson']>();
  const calls = new Map<EventId, ReadonlyMap<AttendeeId, CallKind[]>>();
  /** Hash of the card that everybody connected got last. */
  const sent = new Map<EventId, Map<AttendeeId, string>>();

  function follow(eventId: EventId): Followed {
    const version = engine(eventId)?.night.moment.planVersion ?? 0;
    const known = followed.get(eventId);
    if (known?.version === version) return known;
    const plan = version > 0 ? findPlan(db, eventId, version) : undefined;
    const mended = plan?.repair ? linesOf(eventId, plan.repair.basedOn, known) : null;
    const byPerson = plan ? personLines(plan.schedule) : new Map<AttendeeId, PersonRound[]>();
    const now = { version, plan, byPerson, mended };
    followed.set(eventId, now);
    if (!told.has(eventId)) told.set(eventId, now.byPerson);
    return now;
  }

  function linesOf(eventId: EventId, version: number, known: Followed | undefined): Followed['mended'] {
    if (known?.version === version) return known.byPerson;
    const plan = findPlan(db, eventId, version);
    return plan ? personLines(plan.schedule) : null;
  }

  const tables = (eventId: EventId): readonly Table[] =>
    follow(eventId).plan?.repair?.room.tables ?? get(eventId)?.tables ?? [];

  function card(eventId: EventId, id: AttendeeId): PersonalCard | undefined {
    const evening = get(eventId);
    const person = evening?.people.get(id);
    if (!evening || !person || !engine(eventId)) return undefined;
    const { version: planVersion, byPerson } = follow(eventId);
    const why = whyFor(eventId, id);
    return personalCard({
      eventId,
      selfCheckIn: evening.event.selfCheckIn,
      settings: evening.event.settings,
      tables: tables(eventId),
      landmarks: evening.event.landmarks,
      people: evening.people,
      person,
      line: byPerson.get(id) ?? [],
      planVersion,
      why,
      cancelled: evening.notice,
      calls: callsOf(eventId).get(id) ?? [],
      ...(person.role === 'mentor' ? { firstNamesOnly: findPrivacy(db, eventId).under18 } : {}),
    });
  }

  /** Only whose own line was mended is told why: the change before last may have been about others. */
  function whyFor(eventId: EventId, id: AttendeeId): WhyChanged | null {
    const { plan, mended, byPerson } = follow(eventId);
    if (!plan?.repair || !mended || sameLine(seatsOf(mended.get(id)), seatsOf(byPerson.get(id)))) return null;
    return whyChanged(plan.repair.change, (person) => get(eventId)?.people.get(person)?.role);
  }

  function callsOf(eventId: EventId): ReadonlyMap<AttendeeId, CallKind[]> {
    const known = calls.get(eventId);
    if (known) return known;
    const open = new Map<AttendeeId, CallKind[]>();
    for (const { person, kind } of openCalls(db, eventId))
      if (kind !== 'stranger') open.set(person, [...(open.get(person) ?? []), kind]);
    calls.set(eventId, open);
    return open;
  }

  function sendWhere(eventId: EventId, isNews: (id: AttendeeId, hash: string) => boolean): void {
    const now = new Map<AttendeeId, string>();
    hub.toPhones(eventId, (id) => {
      const own = card(eventId, id);
      if (!own) return null;
      const hash = hashOf(JSON.stringify(whatMatters(own)));
      now.set(id, hash);
      return isNews(id, hash) ? JSON.stringify(own) : null;
    });
    sent.set(eventId, now);
  }

  function send(eventId: EventId, id: AttendeeId): void {
    const own = card(eventId, id);
    if (!own) return;
    hub.toAttendee(eventId, id, JSON.stringify(own));
    sent.get(eventId)?.set(id, hashOf(JSON.stringify(whatMatters(own))));
  }

  return {
    plan: (eventId) => follow(eventId).plan,
    tables,
    lines: (eventId) => follow(eventId).byPerson,
    card,
    planChanged(eventId) {
      const before = told.get(eventId);
      const { byPerson } = follow(eventId);
      told.set(eventId, byPerson);
      sendWhere(eventId, (id) => !before || !sameLine(before.get(id), byPerson.get(id)));
    },
    peopleChanged(eventId) {
      const before = sent.get(eventId);
      sendWhere(eventId, (id, hash) => before?.get(id) !== hash);
    },
    send,
    callsChanged(eventId, id) {
      calls.delete(eventId);
      send(eventId, id);
    },
    forget(eventId) {
      followed.delete(eventId);
      told.delete(eventId);
      calls.delete(eventId);
      sent.delete(eventId);
    },
  };
}

/** A plan that is new but seats this person as before is no news to them. */
function whatMatters({ planVersion: _, ...own }: PersonalCard): object {
  return own;
}

/** Without who else of their own role is there, which is no reason for another seat. */
const seatsOf = (line: readonly PersonRound[] = []): PersonRound[] => line.map(({ shared: _, ...seat }) => seat);

const sameLine = (one: readonly PersonRound[] = [], other: readonly PersonRound[] = []): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
