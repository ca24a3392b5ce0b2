/// <reference path="../virtual.d.ts" />
import { type Messages, setupI18n } from '@lingui/core';

const catalogue = setupI18n({ locale: 'en', messages: { en: {} } });

/** Adds compiled messages of one surface; ids carry their surface as a prefix, so that surfaces cannot collide. */
export function addWords(messages: Messages): void {
  catalogue.load('en', messages);
}

/** A translator that knows the ids of one catalogue: `translator<keyof typeof en>()`. */
export const translator =
  <Id extends string>() =>
  (id: Id, values?: Record<string, unknown>): string =>
    catalogue._(id, values);
