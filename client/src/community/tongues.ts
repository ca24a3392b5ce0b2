import { tongueName } from '../kit/tongue.ts';

/** Languages that a member may name, as BCP 47 tags: ours first, then those most spoken among students in Europe. */
const TONGUES = [
  'en',
  'de',
  'ar',
  'zh',
  'nl',
  'fr',
  'el',
  'hi',
  'it',
  'ja',
  'ko',
  'fa',
  'pl',
  'pt',
  'ro',
  'ru',
  'es',
  'sv',
  'tr',
  'uk',
  'ur',
];

/** All of them, and what somebody has chosen besides. */
export const tongueTags = (chosen: readonly string[]) =>
  [...new Set([...TONGUES, ...chosen])].map((id) => ({ id, label: tongueName(id), line: '' }));
