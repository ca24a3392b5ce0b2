import { wallCode } from '@lapwing/shared/event/self-check-in';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { morningAfter } from '@lapwing/shared/privacy/retention';
import type { HelperMe, HelpersView } from '@lapwing/shared/protocol/staff-api';
import { tellAudit } from '../db/audit-pen.ts';
import { insertSession, removeSession } from '../db/repositories/sessions.ts';
import {
  CLOSED,
  endHelpers,
  findHelperDoor,
  listHelperDoors,
  listHelpers,
  type StoredHelperDoor,
  saveHelperDoor,
} from '../db/repositories/staff.ts';
import { commit } from '../db/transact.ts';
import { codeOf, hashOf, sameSecret } from '../secrets.ts';
import { type Services, wholeNow } from '../services/services.ts';
import type { Session } from '../services/session-service.ts';
import { walkInsOf } from './added-at-door.ts';
import { helperName, MARK, nameFault } from './names.ts';
import { closeSessions } from './sign-in.ts';

/** Signs of a helper's code: read aloud across a room in two fours, and more than anybody guesses (`wrong-codes`). */
const CODE_LENGTH = 8;
/** All wrong codes count together. */
const EVERYBODY = '';

/**
 * What a helper is called where it matters who did something. Anybody may type any name, an organiser's too: so their sign
 * stands beside it, which nobody chooses, and which tells two of the same name apart.
 */
export const helperLabel = ({ hash, firstName }: Pick<Session, 'hash' | 'firstName'>): string =>
  `${firstName} ${signOf(hash)}`;

const signOf = (hash: string): string => `${MARK}${codeOf(Buffer.from(hash, 'hex').toString('base64url'), 3)}`;

type Reading = Pick<Services, 'db' | 'clock'>;

/** The event's door for helpers while it is open. */
function openDoor({ db, clock }: Reading, eventId: EventId): StoredHelperDoor | null {
  const door = findHelperDoor(db, eventId);
  return door && clock.now() < door.openUntil ? door : null;
}

/** Whether whoever joined this event as a helper is still let in. */
export const areHelpersIn = (services: Reading, eventId: EventId | null): boolean =>
  eventId !== null && openDoor(services, eventId) !== null;

const codeFor = ({ secrets }: Services, { eventId, generation }: StoredHelperDoor): string =>
  codeOf(secrets.linkSecret('helper', eventId, generation), CODE_LENGTH);

/** The code helpers join an event with, until when, and who did. */
export function helpersOf(services: Services, eventId: EventId): Result<HelpersView, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const door = openDoor(services, eventId);
  const walkIns = walkInsOf(services, eventId);
  if (!door) return ok({ open: false, code: null, until: null, helpers: [], walkIns });
  return ok({
    open: true,
    code: codeFor(services, door),
    until: door.openUntil,
    helpers: listHelpers(services.db, eventId).map((helper) => ({
      ...{ id: helper.hash, name: helperLabel(helper), joinedAt: helper.createdAt },
    })),
    walkIns,
  });
}

/**
 * One helper of tonight goes: session and open pages end. With the code they may join again, so a new one stands beside it.
 * not-found where nobody helps by that session.
 */
export function removeHelper(services: Services, eventId: EventId, hash: string): Result<HelpersView, Refusal> {
  const helper = listHelpers(services.db, eventId).find((one) => one.hash === hash);
  if (!helper) return refused(refusal('not-found'));
  commit(services.db, (tx) => {
    tellAudit({ other: signOf(hash) });
    removeSession(tx, hash);
  });
  forgive(services, eventId, hash);
  helperIsOut(services, { hash, eventId });
  return helpersOf(services, eventId);
}

/** What one helper, or all with null, used up of what helpers share is there again. */
function forgive(services: Services, eventId: EventId, helper: string | null): void {
  const { helpersPhones, helpersSeats, helpersWords } = services;
  for (const counted of [helpersPhones, helpersSeats, helpersWords]) counted.forget(eventId, helper);
}

/** The code that is known lets nobody in any more, another one does; who helps goes on. not-now while the door is closed. */
export function newHelperCode(services: Services, eventId: EventId): Result<HelpersView, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const door = openDoor(services, eventId);
  if (!door) return refused(refusal('not-now'));
  commit(services.db, (tx) => saveHelperDoor(tx, { ...door, generation: door.generation + 1 }));
  forgive(services, eventId, null);
  services.helpersJoined.forget(eventId);
  services.evenings.helpersChanged(eventId);
  return helpersOf(services, eventId);
}

/**
 * Lets helpers join by a code until the morning after the evening, or ends it for all who did. Each opening has a code of
 * its own. not-now once that morning has come.
 */
export function letHelpersIn(services: Services, eventId: EventId, open: boolean): Result<HelpersView, Refusal> {
  const event = services.evenings.get(eventId)?.event;
  if (!event) return refused(refusal('not-found'));
  if (open && openDoor(services, eventId)) return helpersOf(services, eventId);
  const openUntil = open ? morningAfter(event.settings) : CLOSED;
  if (open && openUntil <= services.clock.now()) return refused(refusal('not-now'));
  const ended = commit(services.db, (tx) => {
    const before = findHelperDoor(tx, eventId)?.generation ?? 0;
    saveHelperDoor(tx, { eventId, generation: open ? before + 1 : before, openUntil });
    return endHelpers(tx, eventId);
  });
  forgive(services, eventId, null);
  services.helpersJoined.forget(eventId);
  closeSessions(services, ended);
  return helpersOf(services, eventId);
}

/**
 * Somebody without an account joins for tonight. wrong-helper-code alike for a code that is wrong, old or nobody's;
 * too-many-requests after five of those in a minute in one browser, or far more at one address or altogether, and where
 * too many joined from there or by this code. Whoever joins anew takes their own place.
 * @param by whom wrong codes are counted for
 * @param before who helped in this browser until now, and does no more
 * @returns what their cookie holds, and where they help
 */
export function joinAsHelper(
  services: Services,
  { code, firstName }: { readonly code: string; readonly firstName: string },
  by: { readonly address: string; readonly browser: string; readonly ip: string },
  before: Session | null,
): Result<{ readonly token: string; readonly me: HelperMe }, Refusal> {
  const { wrongCodes, wrongHelperCodes } = services;
  const counted = [
    [wrongCodes, by.browser],
    [wrongHelperCodes.ofAddress, by.address],
    [wrongHelperCodes.ofAll, EVERYBODY],
  ] as const;
  if (counted.some(([codes, who]) => codes.tooMany(who))) return refused(refusal('too-many-requests'));
  const eventId = eventBehind(services, wallCode(code));
  if (eventId === undefined) {
    for (const [codes, who] of counted) codes.note(who);
    return refused(refusal('wrong-helper-code'));
  }
  const again = before?.eventId === eventId;
  if (!again && services.helpersJoined.tooMany(eventId, by.ip, listHelpers(services.db, eventId)))
    return refused(refusal('too-many-requests'));
  const me = { firstName: helperName(firstName), eventId };
  const wrong = nameFault(me.firstName, 'firstName');
  if (wrong) return refused(wrong);
  const token = signInHelper(services, me, before);
  if (!again) services.helpersJoined.note(eventId, by.ip);
  if (before) helperIsOut(services, before);
  services.evenings.helpersChanged(eventId);
  return ok({ token, me });
}

/** All open doors are compared, whichever it is: the time taken tells nothing. */
function eventBehind(services: Services, typed: string): EventId | undefined {
  const fits = (door: StoredHelperDoor): boolean => sameSecret(typed, codeFor(services, door));
  const open = listHelperDoors(services.db).filter(
    ({ eventId }) => services.evenings.get(eventId) && areHelpersIn(services, eventId),
  );
  return open.filter(fits)[0]?.eventId;
}

function signInHelper(
  { db, secrets, clock }: Services,
  { firstName, eventId }: HelperMe,
  before: Session | null,
): string {
  const token = secrets.newSecret();
  const at = wholeNow(clock);
  commit(db, (tx) => {
    tellAudit({ by: helperLabel({ hash: hashOf(token), firstName }), eventId });
    if (before) removeSession(tx, before.hash);
    insertSession(tx, {
      hash: hashOf(token),
      kind: 'helper',
      ...{ eventId, firstName, attendeeId: null, displayId: null, linkHash: null },
      ...{ createdAt: at, lastSeenAt: at },
    });
  });
  return token;
}

/** Who helps here, for their own page. */
export const helperOf = (session: Session | null): HelperMe | null =>
  session?.eventId ? { firstName: session.firstName, eventId: session.eventId } : null;

/** A helper goes: session and open pages end. */
export function helperLeaves(services: Services, session: Session): void {
  commit(services.db, (tx) => {
    tellAudit({ by: helperLabel(session), eventId: session.eventId });
    removeSession(tx, session.hash);
  });
  helperIsOut(services, session);
}

function helperIsOut(services: Services, { hash, eventId }: Pick<Session, 'hash' | 'eventId'>): void {
  closeSessions(services, [hash]);
  if (eventId) services.evenings.helpersChanged(eventId);
}

/** The morning after has come: helpers' pages end, and their names with them. */
export function endPastHelpers(services: Services): void {
  const past = listHelperDoors(services.db).filter(({ openUntil }) => openUntil <= services.clock.now());
  for (const door of past) {
    const ended = commit(services.db, (tx) => {
      saveHelperDoor(tx, { ...door, openUntil: CLOSED });
      return endHelpers(tx, door.eventId);
    });
    closeSessions(services, ended);
  }
}
