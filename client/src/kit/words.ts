/// <reference path="../virtual.d.ts" />
import { isolated } from '@lapwing/shared/kernel/isolated';
import {
  DEFAULT_LANGUAGE,
  LANGUAGE_COOKIE,
  LANGUAGES,
  type Language,
  languageOf,
} from '@lapwing/shared/kernel/language';
import { type Messages, setupI18n } from '@lingui/core';
import { signal } from '@preact/signals';

export type { Messages };
export { isolated };

type Catalogue = Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>>;

const YEAR_S = 365 * 86_400;

/** As the server wrote it into the page, from what was chosen or what the browser asks for. */
const spoken = signal<Language>(languageOf(document.documentElement.lang) ?? DEFAULT_LANGUAGE);
const words = setupI18n({ locale: spoken.value, messages: { [spoken.value]: {} } });
const catalogues: Catalogue[] = [];
/** Counts how often all was said anew. */
const turn = signal(0);
let dress = (messages: Messages): Messages => messages;

/** The language of this page. What is drawn with it is drawn again when it changes. */
export const language = (): Language => spoken.value;

/** For `Intl`: the language of this page with its region. */
export const locale = (): string => LANGUAGES[spoken.value].locale;

const fetchWords = async (catalogue: Catalogue, wanted: Language): Promise<void> =>
  words.load(wanted, dress((await catalogue[wanted]()).messages));

/**
 * Fetches the words of one surface in the language of the page, and in each that is chosen later. Ids carry their
 * surface as a prefix, so that surfaces cannot collide.
 */
export async function addWords(catalogue: Catalogue): Promise<void> {
  catalogues.push(catalogue);
  for (let fetched: Language | null = null; fetched !== spoken.peek(); ) {
    fetched = spoken.peek();
    await fetchWords(catalogue, fetched);
  }
}

/** Says everything in another language from now on; where its words cannot be fetched, all stays as it is. */
export async function speak(wanted: Language): Promise<boolean> {
  try {
    // a surface may come while others are fetched
    for (let fetched = 0; fetched < catalogues.length; ) {
      const missing = catalogues.slice(fetched);
      fetched = catalogues.length;
      await Promise.all(missing.map((catalogue) => fetchWords(catalogue, wanted)));
    }
  } catch {
    return false;
  }
  words.activate(wanted);
  spoken.value = wanted;
  turn.value += 1;
  const { documentElement: root } = document;
  root.lang = LANGUAGES[wanted].locale;
  root.dir = LANGUAGES[wanted].direction;
  return true;
}

/** Puts all words that are fetched from now on through `change`: how the gallery shows a language that nobody speaks. */
export function dressWords(change: (messages: Messages) => Messages): void {
  dress = change;
}

/**
 * Keeps a language for the next time this browser comes. The server reads it, so it is a cookie.
 * @param path a display speaks for itself alone, also in a browser that shows a console beside it
 */
export function keepLanguage(wanted: Language, path = '/'): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is missing on plain http and in Firefox
  document.cookie = `${LANGUAGE_COOKIE}=${wanted}; path=${path}; max-age=${YEAR_S}; samesite=lax`;
}

/** Words come from us, and names from whoever types them: so what is put into words may run the other way. */
const allIsolated = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? isolated(value) : value]),
  );

/** A translator that knows the ids of one catalogue: `translator<keyof typeof en>()`. */
export const translator =
  <Id extends string>() =>
  (id: Id, values?: Record<string, unknown>): string => {
    // read, so that whatever is drawn with the word is drawn again in another language
    void turn.value;
    return words._(id, values && allIsolated(values));
  };
