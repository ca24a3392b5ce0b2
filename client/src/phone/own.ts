import { CALL_KINDS, type CallKind } from '@lapwing/shared/event/desk-call';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { Phase } from '@lapwing/shared/live/state';
import type { CommunityConsents, CommunityOffer } from '@lapwing/shared/protocol/community-api';
import type { NewReport } from '@lapwing/shared/protocol/conduct-api';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ReportFate } from '../forms/Wrong.tsx';
import { type ApiAnswer, request } from '../kit/api.ts';
import type { LiveModel } from '../kit/live-model.ts';
import { createOutbox, type Letter } from '../kit/outbox.ts';
import { randomText } from '../kit/random-text.ts';
import { readStored, writeStored } from '../kit/stored.ts';
import { type Told, toldOf, type Wishes } from './calls.ts';
import { createFeedback, type FeedbackActs, type FeedbackGiven } from './feedback.ts';
import { createNotes, type NoteActs, type NotesView, spread } from './notes.ts';
import { type Also, createOtherDevices, type DeviceActs } from './other-devices.ts';
import { createPicks, type PickActs, type PicksView } from './picks.ts';
import { type KnownSeats, noted, type SeatNews, seatNews } from './seat-news.ts';
import { createVibration, type Vibration } from './vibration.ts';

/** What one phone remembers and says for its person, beside what the server tells it. */
export interface Own {
  readonly news: ReadonlySignal<SeatNews | null>;
  readonly told: ReadonlySignal<Told>;
  /** The round for which this person said that all are here; 0 for none. */
  readonly allHere: ReadonlySignal<number>;
  /** This person said that they leave, and did not take it back. */
  readonly leaving: ReadonlySignal<boolean>;
  readonly also: ReadonlySignal<Also | null>;
  readonly notes: ReadonlySignal<NotesView>;
  readonly picks: ReadonlySignal<PicksView>;
  /** The server answers, and yet has not taken what was said last. */
  readonly unsaved: ReadonlySignal<boolean>;
  readonly vibration: Vibration;
  readonly feedback: ReadonlySignal<FeedbackGiven>;
  readonly acts: PhoneActs;
  stop(): void;
}

/** What a person can do on their page. */
export interface PhoneActs extends DeviceActs, NoteActs, PickActs, FeedbackActs {
  /** They know about the news. */
  noteNews(): void;
  /** @param afterRound of whoever leaves: the last round they stay for */
  tellDesk(kind: CallKind, calling: boolean, minutes?: number, afterRound?: number): void;
  sayAllHere(round: number): void;
  setVibrates(wanted: boolean): void;
  /** A private word to the named contact: kept on this phone until it is heard. */
  report(report: NewReport): ReadonlySignal<ReportFate>;
  /** "I am here", with the code on the wall. Null when they are checked in, else why not. */
  sayHere(code: string): Promise<RefusalCode | 'no-answer' | null>;
  /** Whether they are offered to stay in the community; with what they agree to, they join. */
  community(consents?: CommunityConsents): Promise<ApiAnswer<CommunityOffer>>;
}

/** A choice was taken. */
const TAKEN_BEATS = [20];
/** Not at the last bell itself: the whole hall hears it. */
const FETCH_AFTER_MS = 4_000;

/** @param path of the person's own addresses, e.g. "/me/k3v9" */
export function createOwn(model: LiveModel, path: string): Own {
  const key = (name: string): string => `${name} ${path}`;
  const known = signal(readStored<KnownSeats>(key('seats')));
  const wishes = signal(readStored<Wishes>(key('calls')) ?? {});
  const leaving = signal(readStored<boolean>(key('leaving')) ?? false);
  const allHere = signal(0);
  const refused = signal<readonly string[]>([]);
  const phase = computed(() => model.shown.value?.phase ?? null);
  const vibration = createVibration();
  const notes = createNotes(model, () => outbox, path);
  const picks = createPicks(
    model,
    () => outbox,
    path,
    () => vibration.say(TAKEN_BEATS),
  );
  const feedback = createFeedback(model, () => outbox, path, FETCH_AFTER_MS + spread(path));
  const outbox = createOutbox({
    ...{ key: key('outbox'), status: model.status },
    isStale: (letter) => isStaleAllHere(letter, phase.peek()),
    onHeard(letter, answer) {
      notes.heard(letter, answer);
      picks.heard(letter, answer);
    },
    onRefused(letter) {
      refused.value = [...refused.peek(), letter.path];
      forget(letter);
      feedback.refused(letter);
      picks.refused(letter);
    },
  });

  const devices = createOtherDevices(model, path);
  const setWishes = (next: Wishes): void => {
    wishes.value = next;
    writeStored(key('calls'), next);
  };
  const know = (next: KnownSeats): void => {
    if (JSON.stringify(next) === JSON.stringify(known.peek())) return;
    known.value = next;
    writeStored(key('seats'), next);
  };
  const callPath = (kind: CallKind): string => `${path}/calls/${kind}`;
  const forget = ({ path: refused }: Letter): void => {
    const kept = Object.entries(wishes.peek()).filter(([kind]) => callPath(kind as CallKind) !== refused);
    setWishes(Object.fromEntries(kept));
  };

  const news = computed(() => {
    const card = model.card.value;
    return card && phase.value && seatNews(known.value, card, phase.value);
  });
  const told = computed(() => {
    const unheard = new Set(outbox.waiting.value.map((letter) => letter.path));
    const waiting = CALL_KINDS.filter((kind) => unheard.has(callPath(kind)));
    return toldOf(model.card.value?.calls ?? [], wishes.value, waiting);
  });

  // what is nothing new is known without a tap; what was lost is told for as long as it lasts
  const stopKnowing = effect(() => {
    const card = model.card.value;
    if (!card || !phase.value) return;
    if (news.value === null) know(noted(card, known.peek()?.gone ?? false));
    else if (news.value.kind === 'gone' && !known.peek()?.gone) know({ seats: [], gone: true });
  });
  // a card that comes after the server heard a wish holds it
  let last = model.card.peek();
  const stopSettling = effect(() => {
    const card = model.card.value;
    if (card === last) return;
    last = card;
    const unheard = told.peek().waiting;
    const kept = Object.entries(wishes.peek()).filter(([kind]) => unheard.includes(kind as CallKind));
    setWishes(Object.fromEntries(kept));
  });

  return {
    ...{ news, told, allHere, leaving, also: devices.also, notes: notes.view, picks: picks.view },
    ...{ vibration, feedback: feedback.given },
    unsaved: computed(() => outbox.failing.value && model.status.value === 'live'),
    acts: {
      ...devices.acts,
      ...notes.acts,
      ...picks.acts,
      ...feedback.acts,
      setVibrates: vibration.want,
      noteNews() {
        const card = model.card.peek();
        if (card) know(noted(card, false));
      },
      tellDesk(kind, calling, minutes = 0, afterRound) {
        setWishes({ ...wishes.peek(), [kind]: calling });
        if (kind === 'leaving') {
          leaving.value = calling;
          writeStored(key('leaving'), calling);
        }
        outbox.post({ path: callPath(kind), body: { calling, minutes, afterRound } });
      },
      report(report) {
        const letter = { path: `${path}/reports/${randomText(18)}`, body: report };
        outbox.post(letter);
        return computed(() => {
          if (refused.value.includes(letter.path)) return 'refused';
          return outbox.waiting.value.some((one) => one.path === letter.path) ? 'waiting' : 'heard';
        });
      },
      sayAllHere(round) {
        allHere.value = round;
        outbox.post({ path: `${path}/all-here`, body: { round } });
      },
      async sayHere(code) {
        const answer = await request<{ card: PersonalCard }>('PUT', `${path}/here`, { code });
        if (!answer.ok) return answer.refusal.code;
        model.take(answer.value.card);
        return null;
      },
      community: (consents) => request(consents ? 'POST' : 'GET', `${path}/community`, consents && { consents }),
    },
    stop() {
      stopKnowing();
      stopSettling();
      notes.stop();
      picks.stop();
      feedback.stop();
      outbox.stop();
    },
  };
}

/** "All here" of a move that is over would speak for another one. */
function isStaleAllHere({ path, body }: Letter, phase: Phase | null): boolean {
  return path.endsWith('/all-here') && (phase?.kind !== 'moving' || phase.round !== (body as { round: number }).round);
}
