import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { pageTime } from '../kit/server-clock.ts';
import { locale } from '../kit/words.ts';

/** The device's own voice, for those who cannot see the wall. Silent, and says so, where the device has none. */
export interface Voice {
  /** Whether the device speaks the language of the page. */
  readonly has: ReadonlySignal<boolean>;
  /**
   * Says it once. What waits to be said is dropped: only the newest counts.
   * @param age milliseconds since the moment that the words are about
   * @param after milliseconds to wait, so that a bell is heard first
   */
  say(words: string, age?: number, after?: number): void;
}

/** Words that come later than this after their moment mislead: they stay unsaid. */
const LATE_MS = 2_000;

export function createVoice(): Voice {
  // left out by some televisions
  const speech: SpeechSynthesis | undefined = window.speechSynthesis;
  const voices = signal<readonly SpeechSynthesisVoice[]>(speech?.getVoices() ?? []);
  // browsers read their list of voices late
  speech?.addEventListener?.('voiceschanged', () => {
    voices.value = speech.getVoices();
  });
  const voice = computed(() => voiceFor(voices.value, locale()));
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function speak(words: string, moment: number): void {
    if (!speech || !voice.value || pageTime() - moment > LATE_MS) return;
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice.value;
    said.lang = voice.value.lang;
    said.onstart = () => {
      if (pageTime() - moment > LATE_MS) speech.cancel();
    };
    speech.cancel();
    speech.speak(said);
  }

  return {
    has: computed(() => voice.value !== null),
    say(words, age = 0, after = 0) {
      clearTimeout(waiting);
      const moment = pageTime() - age;
      if (after === 0) speak(words, moment);
      else waiting = setTimeout(() => speak(words, moment), after);
    },
  };
}

/** The best voice for a language such as "en-GB": of its region, on the device itself, as the device prefers. */
export function voiceFor(voices: readonly SpeechSynthesisVoice[], wanted: string): SpeechSynthesisVoice | null {
  const [language = ''] = wanted.toLowerCase().split('-');
  const tagOf = ({ lang }: SpeechSynthesisVoice): string => lang.toLowerCase().replace('_', '-');
  const rank = (voice: SpeechSynthesisVoice): number =>
    (tagOf(voice) === wanted.toLowerCase() ? 4 : 0) + (voice.localService ? 2 : 0) + (voice.default ? 1 : 0);
  const [best] = voices
    .filter((voice) => tagOf(voice).split('-')[0] === language)
    .sort((one, other) => rank(other) - rank(one));
  return best ?? null;
}
