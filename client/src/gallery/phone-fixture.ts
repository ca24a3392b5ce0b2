import type { Instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import { signal } from '@preact/signals';
import { shownAt } from '../kit/live-model.ts';
import type { PhoneActs } from '../phone/own.ts';
import type { PhoneView } from '../phone/phone-view.ts';
import type { PicksView } from '../phone/picks.ts';

/** Nothing is picked yet, and the person agreed to be introduced. */
export const picksView = (more: Partial<PicksView> = {}): PicksView => ({
  ...{ of: {}, introductions: 'agreed', after: null, waiting: 0, firstAbout: null },
  ...more,
});

/** What a phone draws when nothing is new and the server answers. */
export const phoneView = (
  card: PersonalCard,
  moment: Moment,
  now: Instant,
  more: Partial<PhoneView> = {},
): PhoneView => ({
  ...{ card, moment, shown: shownAt(moment, now), now, version: 41, status: 'live' },
  ...{ silentMinutes: 0, about: false, reopens: true, checkingTime: false, sentBack: false },
  ...{
    news: null,
    told: { calls: [], waiting: [] },
    leaving: false,
    allHere: 0,
    also: null,
    unsaved: false,
    vibrates: null,
  },
  feedback: { answers: {}, waiting: false },
  notes: { of: {}, waiting: 0, saidSaved: null, unkept: false },
  picks: picksView(),
  ...more,
});

/** In the gallery nobody hears. */
export const NO_ACTS: PhoneActs = {
  noteNews: () => undefined,
  noteDevice: () => undefined,
  notMe: async () => undefined,
  tellDesk: () => undefined,
  sayAllHere: () => undefined,
  setVibrates: () => undefined,
  report: () => signal<'heard'>('heard'),
  sayHere: async () => 'wrong-event-code',
  community: async () => ({ ok: false, refusal: { code: 'no-answer' } }),
  writeNote: () => undefined,
  settleBeside: () => undefined,
  sendNotes: () => undefined,
  giveFeedback: () => undefined,
  sayPick: () => undefined,
  confirmPicks: () => undefined,
  setTerms: () => undefined,
};
