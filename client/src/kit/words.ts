/// <reference path="../virtual.d.ts" />
import { type Messages, setupI18n } from '@lingui/core';
import { signal } from '@preact/signals';

const catalogue = setupI18n({ locale: 'en', messages: { en: {} } });

/** The language on screen. Whatever calls a translator while it renders is drawn again when this changes. */
export const locale = signal('en');

/** Adds compiled messages of one surface; ids carry their surface as a prefix, so that surfaces cannot collide. */
export function addWords(messages: Messages, language = 'en'): void {
  catalogue.load(language, messages);
}

/** Shows another language, whose messages must have been added before. */
export function chooseLanguage(language: string): void {
  catalogue.activate(language);
  locale.value = language;
}

/** A translator that knows the ids of one catalogue: `translator<keyof typeof en>()`. */
export const translator =
  <Id extends string>() =>
  (id: Id, values?: Record<string, unknown>): string => {
    void locale.value;
    return catalogue._(id, values);
  };
