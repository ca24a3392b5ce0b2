import { firstName } from '@lapwing/shared/event/roster';
import { lastBell } from '@lapwing/shared/introductions/last-bell';
import { LINE_LENGTH, newest, type Pick as Said, type Wish } from '@lapwing/shared/introductions/pick';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { AfterBell, OwnPicks, OwnTerms } from '@lapwing/shared/protocol/introductions-api';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { request } from '../kit/api.ts';
import type { LiveModel } from '../kit/live-model.ts';
import type { Letter, Outbox } from '../kit/outbox.ts';
import { pageTime } from '../kit/server-clock.ts';
import { readStored, writeStored } from '../kit/stored.ts';
import { spread } from './notes.ts';

type Picks = Readonly<Record<string, Said>>;

/** What a person says of others, and what opens with the last bell, as their page shows it. */
export interface PicksView {
  /** By the id of whom they are about. */
  readonly of: Picks;
  /** Null until the server was heard once: stars alone are offered until then. */
  readonly introductions: OwnPicks['introductions'] | null;
  /** Null until the last bell. */
  readonly after: AfterBell | null;
  /** How many choices the server has not heard yet. */
  readonly waiting: number;
  /** About whom the first wish on this device was, since the page was opened; null: said before, or nothing yet. */
  readonly firstAbout: string | null;
}

export interface PickChange {
  readonly star?: boolean;
  readonly wish?: Wish | null;
  readonly line?: string;
  /** Whom `pass-on` names; nobody where it is left out. */
  readonly to?: AttendeeId | null;
}

export interface PickActs {
  /** Says something of somebody; what the change leaves out stays as it was. */
  sayPick(about: AttendeeId, change: PickChange): void;
  /** Says once more each wish that both have and that waits for it. */
  confirmPicks(): void;
  setTerms(terms: OwnTerms): void;
}

export interface OwnPicksStore {
  readonly view: ReadonlySignal<PicksView>;
  readonly acts: PickActs;
  /** Of a letter that the server heard: what it keeps. */
  heard(letter: Letter, answer: unknown): void;
  /** The server does not take it: the page must not show that it is so. */
  refused(letter: Letter): void;
  stop(): void;
}

/** Somebody who taps twice is one row on disk. */
const SEND_AFTER_MS = 1_000;
/** After notes: a hall that opens its pages at once, and that hears the last bell at once, asks one thing after the other. */
const CROWD_AFTER_MS = 5_500;
const SOON_MS = 300;
/** For so long after the last bell the whole hall asks. */
const CROWD_LASTS_MS = 120_000;
const FETCH_AGAIN_AFTER_MS = 60_000;

/** What the device keeps beside the picks. */
interface Known {
  readonly introductions: OwnPicks['introductions'];
  readonly after: AfterBell | null;
}

/**
 * The picks of one person on this device (`shared/src/introductions/SPEC.md`): kept here first, then said to the server.
 * @param path of the person's own addresses, e.g. "/me/k3v9"
 * @param feel lets the hand feel that a choice was taken
 */
export function createPicks(model: LiveModel, outbox: () => Outbox, path: string, feel: () => void): OwnPicksStore {
  const [place, knownPlace, saidPlace] = [`picks ${path}`, `introductions ${path}`, `picked ${path}`] as const;
  const picks = signal<Picks>(readStored<Picks>(place) ?? {});
  const known = signal(readStored<Known>(knownPlace));
  const firstAbout = signal<string | null>(null);
  const [pickPath, termsPath] = [`${path}/picks/`, `${path}/introductions`];
  const waits = (letter: string): boolean =>
    outbox()
      .waiting.peek()
      .some((one) => one.path === letter);
  const now = (): Instant => instant(Math.floor(model.connection.clock.now() ?? model.now.peek() ?? 0));
  // whose page is closed to them has nothing here any more
  const isClosed = (): boolean => model.status.peek() === 'refused';

  const keep = (next: Picks): void => {
    if (isClosed()) return;
    picks.value = next;
    writeStored(place, next);
  };
  const know = (next: Known): void => {
    if (isClosed()) return;
    known.value = next;
    writeStored(knownPlace, { ...next, after: next.after && withFirstNames(next.after) });
  };
  /** Takes words in, beside what another tab may have stored since: of each person the newest counts. */
  const take = (said: Picks): void => {
    const next = { ...picks.peek() };
    for (const words of [readStored<Picks>(place) ?? {}, said])
      for (const [about, pick] of Object.entries(words)) next[about] = newest(next[about] ?? null, pick, pick.at);
    keep(next);
  };

  const lines = new Map<string, string>();
  const say = (about: AttendeeId, change: PickChange, waitMs = SEND_AFTER_MS): void => {
    const before = picks.peek()[about];
    if (before?.line) lines.set(about, before.line);
    const wish = change.wish === undefined ? (before?.wish ?? null) : change.wish;
    // who takes a wish back by a slip finds their line again
    const line = change.line ?? (before?.line || lines.get(about) || '');
    const pick: Said = {
      star: change.star ?? before?.star ?? false,
      wish,
      line: wish === 'introduce' || wish === 'pass-on' ? line.slice(0, LINE_LENGTH) : '',
      to: wish === 'pass-on' ? (change.to ?? null) : null,
      // whatever the clock does, what is said on this device later counts
      at: instant(Math.max(now(), (before?.at ?? 0) + 1)),
    };
    if (change.line === undefined) feel();
    if (wish === 'introduce' && before?.wish !== 'introduce' && readStored<boolean>(saidPlace) === null) {
      firstAbout.value = about;
      writeStored(saidPlace, true);
    }
    keep({ ...picks.peek(), [about]: pick });
    outbox().post({ path: pickPath + about, body: pick }, waitMs);
  };

  /** What other devices and the other side said; and what the server does not know of this one. */
  const fetchPicks = async (): Promise<void> => {
    const answer = await request<OwnPicks>('GET', `${path}/picks`);
    if (answer.ok && answer.value?.picks) hear(answer.value);
  };
  const hear = ({ picks: said, introductions, after }: OwnPicks): void => {
    if (!waits(termsPath)) know({ introductions, after });
    const onServer = Object.fromEntries(said.map(({ about, pick }) => [about, pick]));
    const kept = Object.entries(picks.peek()).filter(([about]) => onServer[about] || waits(pickPath + about));
    const lost = Object.entries(picks.peek()).filter(
      ([about, pick]) => isLost(pick, onServer[about]) && !waits(pickPath + about),
    );
    keep(Object.fromEntries([...kept, ...lost]));
    take(onServer);
    for (const [about, pick] of lost) outbox().post({ path: pickPath + about, body: pick });
  };

  const fetching = createFetching(fetchPicks);
  let bell: Instant | null | undefined;
  const inCrowd = (): boolean => !bell || now() < bell + CROWD_LASTS_MS;
  const stopListening = effect(() => {
    const rung = model.moment.value && lastBell(model.moment.value, bell ?? null);
    if (rung === bell) return;
    bell = rung;
    const last = known.peek();
    if (rung === null && last?.after) know({ ...last, after: null });
    fetching.within(inCrowd() ? CROWD_AFTER_MS + spread(path) : SOON_MS);
  });
  const stopHearing = effect(() => {
    if (model.picksNews.value > 0) fetching.within(bell && inCrowd() ? spread(path) : SOON_MS);
  });
  let listens = false;
  // what was said while the line was broken was not heard
  const stopReturning = effect(() => {
    const isLive = model.status.value === 'live';
    if (isLive && !listens && bell) fetching.within(spread(path));
    listens = isLive;
  });
  const otherTab = ({ key }: StorageEvent): void => {
    if (key === place) take({});
    if (key === knownPlace) known.value = readStored<Known>(knownPlace);
  };
  window.addEventListener('storage', otherTab);

  return {
    view: computed(() => ({
      of: picks.value,
      introductions: known.value?.introductions ?? null,
      after: known.value?.after ?? null,
      waiting: outbox().waiting.value.filter(({ path: to }) => to.startsWith(pickPath) || to === termsPath).length,
      firstAbout: firstAbout.value,
    })),
    acts: {
      sayPick: (about, change) => say(about, change, change.line === undefined ? SEND_AFTER_MS : 0),
      confirmPicks() {
        const { after = null } = known.peek() ?? {};
        for (const { about, stands } of after?.standings ?? []) {
          const { wish, at = 0 } = picks.peek()[about] ?? {};
          if (stands === 'confirm' && wish === 'introduce' && at < (after?.at ?? 0)) say(about, {}, 0);
        }
      },
      setTerms(terms) {
        const waiting = outbox()
          .waiting.peek()
          .find((letter) => letter.path === termsPath);
        const last = known.peek();
        if (last) know(withTerms(last, terms));
        outbox().post({ path: termsPath, body: { ...(waiting?.body as OwnTerms | undefined), ...terms } });
      },
    },
    heard(letter, answer) {
      if (letter.path === termsPath && (answer as OwnPicks | undefined)?.picks) hear(answer as OwnPicks);
      if (!letter.path.startsWith(pickPath)) return;
      const [about, pick] = [letter.path.slice(pickPath.length), answer as Said | undefined];
      const here = picks.peek()[about];
      // what the server keeps is what was said, or a newer word of another device
      if (pick?.at && (!here || JSON.stringify(here) === JSON.stringify(letter.body)))
        keep({ ...picks.peek(), [about]: pick });
      if (bell) fetching.within(SOON_MS);
    },
    refused(letter) {
      if (letter.path.startsWith(pickPath)) {
        const about = letter.path.slice(pickPath.length);
        keep(Object.fromEntries(Object.entries(picks.peek()).filter(([id]) => id !== about)));
      } else if (letter.path !== termsPath) return;
      fetching.within(SOON_MS);
    },
    stop() {
      fetching.stop();
      stopListening();
      stopHearing();
      stopReturning();
      window.removeEventListener('storage', otherTab);
    },
  };
}

/** The server has never heard this, or something older. */
const isLost = (pick: Said, onServer: Said | undefined): boolean =>
  !onServer ? pick.star || pick.wish !== null : pick.at > onServer.at && !isSame(pick, onServer);

const isSame = (one: Said, other: Said): boolean =>
  one.star === other.star && one.wish === other.wish && one.line === other.line && one.to === other.to;

/** Asks the server once for all reasons of a moment, and again when somebody comes back to the page. */
function createFetching(fetchNow: () => Promise<void>): { within(ms: number): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let fetchedAt = pageTime();
  const run = (): void => {
    timer = undefined;
    due = Number.POSITIVE_INFINITY;
    fetchedAt = pageTime();
    void fetchNow();
  };
  const within = (ms: number): void => {
    if (pageTime() + ms >= due) return;
    clearTimeout(timer);
    due = pageTime() + ms;
    timer = setTimeout(run, ms);
  };
  const cameBack = (): void => {
    if (document.visibilityState !== 'hidden' && pageTime() - fetchedAt >= FETCH_AGAIN_AFTER_MS) within(SOON_MS);
  };
  document.addEventListener('visibilitychange', cameBack);
  return {
    within,
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', cameBack);
    },
  };
}

/** What follows at once from what a person says of the terms. */
function withTerms({ introductions, after }: Known, { consent, perMonth }: OwnTerms): Known {
  return {
    introductions: consent === undefined || introductions === 'off' ? introductions : consent ? 'agreed' : 'ask',
    after: after && {
      ...after,
      missing: consent ? after.missing.filter((one) => one !== 'consent') : after.missing,
      limit: after.limit && { ...after.limit, perMonth: perMonth ?? after.limit.perMonth },
    },
  };
}

/** Full names of others belong on no device. */
function withFirstNames(after: AfterBell): AfterBell {
  const short = <Person extends { readonly name: string }>(person: Person): Person => ({
    ...person,
    name: firstName(person.name),
  });
  return {
    ...after,
    requests: after.requests.map(short),
    colleagues: after.colleagues.map(short),
    ...(after.suggested ? { suggested: after.suggested.map(short) } : {}),
    standings: after.standings.map((one) => ({ ...one, passedTo: one.passedTo && short(one.passedTo) })),
  };
}
