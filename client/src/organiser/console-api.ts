import type { DeskCallKind } from '@lapwing/shared/event/desk-call';
import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Landmark, Table } from '@lapwing/shared/event/floor';
import type { PairRule } from '@lapwing/shared/event/registration';
import type { RoomChange, SeatsChange } from '@lapwing/shared/event/room-change';
import type { Attendee, AttendeeDetails } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Paper } from '@lapwing/shared/paper/sheets';
import type {
  DeskCalls,
  DisplaySettings,
  EventDetail,
  EventSummary,
  LinkAddress,
  LinksRenewed,
  LinkToMail,
  LiveAnswer,
  LiveRequest,
  LogEntry,
  PaperChange,
  People,
  PersonalLink,
  PlanBasis,
  PresenceAnswer,
  RepairOffer,
  ScanAnswer,
  SeatsPress,
  StartOffer,
  WaitingPhone,
} from '@lapwing/shared/protocol/api';
import type { FeedbackView } from '@lapwing/shared/protocol/feedback-api';
import type { PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import type { ProposalKind } from '@lapwing/shared/rotation/replan/proposal-kinds';
import { type ApiAnswer, request } from '../kit/api.ts';
import { introductionsApi } from './after/introductions-api.ts';
import { cancelApi } from './cancel-api.ts';
import { importApi } from './import-api.ts';
import { placesApi } from './places-api.ts';
import { planApi } from './plan/plan-api.ts';
import { privacyApi } from './privacy-api.ts';
import { reportsApi } from './reports/reports-api.ts';
import { freshly } from './staff/freshly.ts';

/** A table as the floor sends it: without an id it is a new one. */
export type TableDraft = Omit<Table, 'id'> & { readonly id?: Table['id'] };
export type Answer<T> = Promise<ApiAnswer<T>>;

/** The best plan there is for a change of the room takes a while to find. */
const REPAIR_TIME_OUT_MS = 30_000;

/** A plan is made for it. */
const REHEARSAL_TIME_OUT_MS = 60_000;

/** The calls that are not about one event. Each answers with a value; none throws. */
export const consoleApi = {
  linkAddress: (): Answer<LinkAddress> => request('GET', '/api/link-address'),
  chooseLinkHost: (host: string): Answer<LinkAddress> => request('PUT', '/api/link-address', { host }),
  events: (): Answer<EventSummary[]> => request('GET', '/api/events'),
  createEvent: (name: string): Answer<EventDetail> =>
    request('POST', '/api/events', { name, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone }),
  copyEvent: (id: EventId): Answer<EventDetail> => request('POST', `/api/events/${id}/copy`, {}),
  rehearse: (id: EventId, name: string): Answer<EventDetail> =>
    request('POST', `/api/events/${id}/rehearsal`, { name }, REHEARSAL_TIME_OUT_MS),
  deleteEvent: (id: EventId): Answer<void> => freshly(() => request('DELETE', `/api/events/${id}`)),
  restoreEvent: (id: EventId): Answer<unknown> => freshly(() => request('POST', `/api/events/${id}/restore`)),
};

/** The calls about one event. */
export function eventApi(id: EventId) {
  const base = `/api/events/${encodeURIComponent(id)}`;
  const person = (who: AttendeeId): string => `${base}/people/${encodeURIComponent(who)}`;
  const imports = importApi(base);
  return {
    detail: (): Answer<EventDetail> => request('GET', base),
    saveSettings: (settings: EveningSettings): Answer<EventDetail> => request('PUT', `${base}/settings`, settings),
    saveFloor: (floor: {
      readonly tables: readonly TableDraft[];
      readonly landmarks: readonly Landmark[];
    }): Answer<EventDetail> => request('PUT', `${base}/floor`, floor),
    people: (): Answer<People> => request('GET', `${base}/people`),
    addPerson: (details: Partial<AttendeeDetails>): Answer<Attendee> => request('POST', `${base}/people`, { details }),
    changePerson: (who: AttendeeId, details: Partial<AttendeeDetails>): Answer<Attendee> =>
      request('PUT', person(who), { details }),
    confirmPerson: (who: AttendeeId): Answer<Attendee> => request('PUT', person(who), { details: {}, confirmed: true }),
    company: (): Answer<PeopleInPairs> => request('GET', `${base}/company`),
    keepPair: ({ one, other, kind }: PairRule): Answer<PeopleInPairs> =>
      request('PUT', `${base}/company/${encodeURIComponent(one)}/${encodeURIComponent(other)}`, { kind }),
    releasePair: ({ one, other }: PairRule): Answer<PeopleInPairs> =>
      request('DELETE', `${base}/company/${encodeURIComponent(one)}/${encodeURIComponent(other)}`),
    ...reportsApi(base),
    addWalkIn: (id: AttendeeId, { name, role }: Pick<AttendeeDetails, 'name' | 'role'>): Answer<Attendee> =>
      request('POST', `${base}/people`, { id, details: { name, role, standing: 'active' } }),
    /** As whoever helps at the door may: a student. */
    addAtDoor: (id: AttendeeId, { name }: Pick<AttendeeDetails, 'name'>): Answer<Attendee> =>
      request('POST', `${base}/walk-ins`, { id, name }),
    setHere: (who: AttendeeId, here: boolean, at: Instant | null = null): Answer<PresenceAnswer> =>
      request('PUT', `${person(who)}/presence`, at === null ? { here } : { here, at }),
    scan: (what: { readonly code: string } | { readonly person: AttendeeId }): Answer<ScanAnswer> =>
      request('POST', `${base}/scans`, what),
    switchSelfCheckIn: (on: boolean): Answer<EventDetail> => request('PUT', `${base}/self-check-in`, { on }),
    helpers: (): Answer<HelpersView> => request('GET', `${base}/helpers`),
    removeHelper: (id: string): Answer<HelpersView> => request('DELETE', `${base}/helpers/${id}`),
    takeBackWalkIns: (by: string): Answer<HelpersView> => request('POST', `${base}/helpers/walk-ins`, { by }),
    newHelperCode: (): Answer<HelpersView> => request('POST', `${base}/helpers/code`),
    letHelpersIn: (open: boolean): Answer<HelpersView> => request('PUT', `${base}/helpers`, { open }),
    waiting: (): Answer<WaitingPhone[]> => request('GET', `${base}/waiting`),
    letPhoneIn: (number: string, who: AttendeeId): Answer<void> =>
      request('PUT', `${base}/waiting/${number}`, { person: who }),
    ...placesApi(base),
    ...{ ...privacyApi(base), ...cancelApi(base), ...introductionsApi(base) },
    allLinks: (): Answer<LinkToMail[]> => freshly(() => request('GET', `${base}/links`)),
    personalLink: (who: AttendeeId): Answer<PersonalLink> => request('GET', `${person(who)}/link`),
    renewLink: (who: AttendeeId): Answer<LinksRenewed> => request('POST', `${person(who)}/link/renew`),
    renewAllLinks: (): Answer<LinksRenewed> => request('POST', `${base}/links/renew`),
    ...imports,
    ...planApi(base),
    startOffer: (basis: PlanBasis): Answer<StartOffer> => request('POST', `${base}/start-offer`, { basis }),
    live: (body: LiveRequest): Answer<LiveAnswer> => request('POST', `${base}/live`, body),
    repairs: (change: RoomChange, kinds?: readonly ProposalKind[]): Answer<RepairOffer[]> =>
      request('POST', `${base}/repairs`, kinds ? { change, kinds } : { change }, REPAIR_TIME_OUT_MS),
    offerSeats: (change: SeatsChange): Answer<RepairOffer[]> =>
      request('POST', `${base}/seats/offers`, { change }, REPAIR_TIME_OUT_MS),
    changeSeats: (body: SeatsPress): Answer<LiveAnswer> => request('POST', `${base}/seats`, body),
    paper: (): Answer<Paper> => request('GET', `${base}/prints`),
    changePaper: (change: PaperChange): Answer<void> => request('PUT', `${base}/prints`, change),
    calls: (): Answer<DeskCalls> => request('GET', `${base}/calls`),
    answerCall: (who: AttendeeId, call: DeskCallKind, answered: boolean): Answer<void> =>
      request('PUT', `${base}/calls/${encodeURIComponent(who)}/${call}`, { answered }),
    setDisplay: (screen: string, settings: DisplaySettings): Answer<void> =>
      request('PUT', `${base}/displays/${encodeURIComponent(screen)}`, settings),
    flashDisplay: (screen: string): Answer<void> =>
      request('POST', `${base}/displays/${encodeURIComponent(screen)}/flash`),
    takeDisplayBack: (screen: string): Answer<void> =>
      request('POST', `${base}/displays/${encodeURIComponent(screen)}/take-back`),
    renewDisplayLink: (): Answer<void> => request('POST', `${base}/display-link/renew`),
    forgetDisplay: (screen: string): Answer<void> =>
      request('DELETE', `${base}/displays/${encodeURIComponent(screen)}`),
    feedback: (): Answer<FeedbackView> => request('GET', `${base}/feedback`),
    log: (): Answer<LogEntry[]> => request('GET', `${base}/log`),
  };
}
export type EventApi = ReturnType<typeof eventApi>;
