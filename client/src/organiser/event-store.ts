import type { Attendee } from '@lapwing/shared/event/roster';
import type { SeatLock } from '@lapwing/shared/event/seat-lock';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { NO_PAPER, type Paper } from '@lapwing/shared/paper/sheets';
import type { DeskCalls, EventDetail, LogEntry, PlanView, WaitingPhone } from '@lapwing/shared/protocol/api';
import type { ReportNotice } from '@lapwing/shared/protocol/conduct-api';
import type { InvitationView } from '@lapwing/shared/protocol/places-api';
import { NO_PAIRS, type PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createLiveModel, type LiveModel } from '../kit/live-model.ts';
import { atTheDoor } from './check-in/at-the-door.ts';
import { type EventApi, eventApi } from './console-api.ts';
import type { FloorDraft } from './floor/floor-draft.ts';
import { followPlan } from './follow-plan.ts';
import type { LiveDesk } from './live/live-desk.ts';
import type { PlanEdit } from './plan/plan-edit.ts';
import type { SettingsDraft } from './set-up/settings-draft.ts';

const HEARTBEAT_MS = 5_000;
/** Several changes in a row (an import, a queue at the door) are fetched together. */
const GATHER_MS = 150;

interface Drafts {
  readonly settings: Signal<SettingsDraft | null>;
  readonly floor: Signal<FloorDraft | null>;
  readonly plan: Signal<PlanEdit | null>;
}

/** One open event: what the server last said about it, kept fresh by the socket. */
export interface EventStore {
  readonly id: EventId;
  /** Opened by somebody who helps for tonight: the door and nothing else is theirs. */
  readonly isHelper: boolean;
  readonly api: EventApi;
  readonly live: LiveModel;
  readonly detail: Signal<EventDetail | null>;
  readonly people: Signal<readonly Attendee[] | null>;
  /** The public side, and who has a place or waits for one; null: not fetched yet. */
  readonly invitation: Signal<InvitationView | null>;
  /** Who is kept apart or together, and who met before; nobody until it is fetched. */
  readonly company: Signal<PeopleInPairs>;
  readonly byId: ReadonlySignal<ReadonlyMap<AttendeeId, Attendee>>;
  /** undefined: not fetched yet; null: none was made. */
  readonly plan: Signal<PlanView | null | undefined>;
  /** The plan people follow, which may be older than the newest; null while there is none or it is not fetched yet. */
  readonly followed: ReadonlySignal<PlanView | null>;
  /** Seats that stay when the evening is planned again; none until they are fetched. */
  readonly locks: Signal<readonly SeatLock[]>;
  /** What phones told the desk and nobody answered yet, oldest first. */
  readonly calls: Signal<DeskCalls>;
  /** Which plan the paper in the room is of. */
  readonly paper: Signal<Paper>;
  /** Cards of *Needs you* that somebody put aside on this page. */
  readonly aside: Signal<ReadonlySet<string>>;
  /** Phones that show a number at the desk, the longest waiting first. */
  readonly waiting: Signal<readonly WaitingPhone[]>;
  /** That something was reported in private; what it says is asked for when somebody opens it. */
  readonly reports: Signal<readonly ReportNotice[]>;
  readonly log: Signal<readonly LogEntry[]>;
  /** What was changed on a page and not saved yet: it waits there while another page is looked at. */
  readonly drafts: Drafts;
  /** What the live page can do while it is in front; null on other pages. */
  readonly desk: Signal<LiveDesk | null>;
  /** Why the event could not be fetched, null while all is well. */
  readonly refusal: Signal<RefusalCode | 'no-answer' | null>;
  refresh(): Promise<void>;
  /** Takes a person as the server answered, without fetching everybody. */
  putPerson(person: Attendee): void;
  /** Takes out somebody who was erased. */
  dropPerson(id: AttendeeId): void;
  close(): void;
}

/** Fetches an event and follows it until it is closed. */
export function openEvent(id: EventId, isHelper: boolean): EventStore {
  const api = isHelper ? atTheDoor(eventApi(id)) : eventApi(id);
  const live = createLiveModel(`/api/events/${encodeURIComponent(id)}/socket`, HEARTBEAT_MS);
  const detail = signal<EventDetail | null>(null);
  const people = signal<readonly Attendee[] | null>(null);
  const invitation = signal<InvitationView | null>(null);
  const company = signal<PeopleInPairs>(NO_PAIRS);
  const plan = signal<PlanView | null | undefined>(undefined);
  const locks = signal<readonly SeatLock[]>([]);
  const calls = signal<DeskCalls>([]);
  const waiting = signal<readonly WaitingPhone[]>([]);
  const paper = signal<Paper>(NO_PAPER);
  const reports = signal<readonly ReportNotice[]>([]);
  const log = signal<readonly LogEntry[]>([]);
  const refusal = signal<RefusalCode | 'no-answer' | null>(null);

  const refresh = async (): Promise<void> => {
    const [event, everybody, newest, open, printed, invited, pairs, told, locked] = await Promise.all([
      ...([api.detail(), api.people(), api.plan(), api.calls(), api.paper(), api.invitation(), api.company()] as const),
      api.reports(),
      api.seatLocks(),
    ]);
    if (told.ok) reports.value = told.value;
    if (locked.ok) locks.value = locked.value;
    if (pairs.ok) company.value = pairs.value;
    if (open.ok) calls.value = open.value;
    if (printed.ok) paper.value = printed.value;
    if (invited.ok) invitation.value = invited.value;
    if (event.ok) detail.value = event.value;
    if (everybody.ok) people.value = everybody.value;
    if (newest.ok) plan.value = newest.value ?? null;
    // helpers are told of the plan people follow, and of no other
    else if (newest.refusal.code === 'plan-missing' || isHelper) plan.value = null;
    const failed = [event, everybody].find((answer) => !answer.ok);
    refusal.value = failed && !failed.ok ? failed.refusal.code : null;
  };
  const refreshLog = async (): Promise<void> => {
    const answer = await api.log();
    if (answer.ok) log.value = answer.value;
  };
  const refreshWaiting = async (): Promise<void> => {
    const answer = await api.waiting();
    if (answer.ok) waiting.value = answer.value;
  };
  const { followed, stop: forget } = followPlan(api, live, plan);
  const stop = [
    forget,
    whenMoves(() => live.staff.value?.changes, refresh),
    whenMoves(() => live.room.value?.v, refreshLog),
    whenMoves(() => live.staff.value?.waitingChanges, refreshWaiting),
  ];
  void refresh();
  void refreshLog();
  void refreshWaiting();
  return {
    ...{ id, isHelper, api, live },
    detail,
    people,
    invitation,
    company,
    byId: computed(() => new Map((people.value ?? []).map((person) => [person.id, person]))),
    plan,
    followed,
    locks,
    calls,
    waiting,
    paper,
    aside: signal(new Set()),
    reports,
    log,
    drafts: { settings: signal(null), floor: signal(null), plan: signal(null) },
    desk: signal(null),
    refusal,
    refresh,
    putPerson(person) {
      const all = people.value ?? [];
      const known = all.some(({ id: other }) => other === person.id);
      people.value = known ? all.map((other) => (other.id === person.id ? person : other)) : [...all, person];
    },
    dropPerson(id) {
      people.value = (people.value ?? []).filter((other) => other.id !== id);
    },
    close() {
      for (const end of stop) end();
      live.close();
    },
  };
}

/** Whether the first round was started: from then on floor, lengths and plan stay as they are. */
export function hasStarted({ live }: EventStore): boolean {
  const phase = live.moment.value?.phase.kind;
  return phase !== undefined && phase !== 'doors';
}

/** Runs `act` a moment after the number that `read` reads moved; the first value does not count. */
function whenMoves(read: () => number | undefined, act: () => Promise<void>): () => void {
  let known: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const value = read();
    if (value !== undefined && known !== undefined && value !== known) {
      clearTimeout(timer);
      timer = setTimeout(() => void act(), GATHER_MS);
    }
    known = value ?? known;
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
