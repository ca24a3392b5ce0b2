import type { FeedbackAnswer, FeedbackAnswers, FeedbackQuestion } from '@lapwing/shared/event/feedback';
import type { OwnFeedback } from '@lapwing/shared/protocol/feedback-api';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { request } from '../kit/api.ts';
import type { LiveModel } from '../kit/live-model.ts';
import type { Letter, Outbox } from '../kit/outbox.ts';
import { readStored, writeStored } from '../kit/stored.ts';

/** What a person answered after the evening, as their page shows it. */
export interface FeedbackGiven {
  readonly answers: FeedbackAnswers;
  /** The server has not heard it yet. */
  readonly waiting: boolean;
}

export interface FeedbackActs {
  giveFeedback(question: FeedbackQuestion, answer: FeedbackAnswer): void;
}

export interface OwnFeedbackStore {
  readonly given: ReadonlySignal<FeedbackGiven>;
  readonly acts: FeedbackActs;
  /** The server does not take it: the page must not say that it is saved. */
  refused(letter: Letter): void;
  stop(): void;
}

/**
 * One person's answers: kept here first, then said to the server.
 * @param path of the person's own addresses, e.g. "/me/k3v9"
 * @param waitMs how long after the last bell the server is asked what was answered elsewhere; the whole hall sits there
 */
export function createFeedback(model: LiveModel, outbox: () => Outbox, path: string, waitMs: number): OwnFeedbackStore {
  const [place, letterPath] = [`feedback ${path}`, `${path}/feedback`];
  const answers = signal<FeedbackAnswers>(readStored<FeedbackAnswers>(place) ?? {});
  const waits = computed(() => outbox().waiting.value.some((letter) => letter.path === letterPath));
  const take = (next: FeedbackAnswers): void => {
    // whose page is closed to them has nothing here any more
    if (model.status.peek() === 'refused') return;
    answers.value = next;
    writeStored(place, next);
  };
  const fetchAnswers = async (): Promise<void> => {
    const answer = await request<OwnFeedback>('GET', letterPath);
    if (answer.ok && answer.value?.answers && !waits.peek()) take(answer.value.answers);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopWatching = effect(() => {
    if (model.shown.value?.phase.kind === 'finished') timer ??= setTimeout(() => void fetchAnswers(), waitMs);
  });
  return {
    given: computed(() => ({ answers: answers.value, waiting: waits.value })),
    acts: {
      giveFeedback(question, answer) {
        take({ ...answers.peek(), [question]: answer });
        outbox().post({ path: letterPath, body: { answers: answers.peek() } });
      },
    },
    refused(letter) {
      if (letter.path === letterPath) take({});
    },
    stop() {
      clearTimeout(timer);
      stopWatching();
    },
  };
}
