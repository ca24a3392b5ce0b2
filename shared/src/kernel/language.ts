/** What the product speaks. A language counts as one of these by its first part: `de-AT` is `de`. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
  de: { name: 'Deutsch', locale: 'de-DE', direction: 'ltr' },
} as const;

export type Language = keyof typeof LANGUAGES;

/** For whoever asks for none of ours. */
export const DEFAULT_LANGUAGE: Language = 'en';

export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as readonly Language[];

/** The name of the cookie that holds what somebody chose; it says nothing else of them. */
export const LANGUAGE_COOKIE = 'lapwing_language';

/** The language that a tag (BCP 47) stands for, or null where it is none of ours. */
export function languageOf(tag: string): Language | null {
  const first = tag.trim().toLowerCase().split('-', 1)[0];
  return LANGUAGE_TAGS.find((language) => language === first) ?? null;
}

/** The first of ours in what a browser says with `Accept-Language`; a weight of 0 means "not this one". */
export function languageAsked(header: string): Language {
  const wanted = header.split(',').map((entry) => {
    const [tag = '', ...parameters] = entry.split(';');
    const weight = parameters.map((part) => /^\s*q=(\d(?:\.\d{0,3})?)\s*$/u.exec(part)?.[1]).find(Boolean);
    return { language: languageOf(tag), weight: Number(weight ?? 1) };
  });
  const [best] = wanted
    .filter(({ language, weight }) => language !== null && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return best?.language ?? DEFAULT_LANGUAGE;
}
