import { DEFAULT_LANGUAGE, LANGUAGE_TAGS, LANGUAGES, type Language } from '@lapwing/shared/kernel/language';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { readJson, repositoryFiles } from './sources.ts';

type Texts = Readonly<Record<string, string>>;

/** Texts that are the same in another language, because that language says so, too. */
const SAME: Readonly<Record<Exclude<Language, typeof DEFAULT_LANGUAGE>, readonly string[]>> = {
  de: [
    ...[
      '1 min',
      'Check-in',
      'Code',
      'Community',
      'Code {code}',
      'Lapwing',
      'Link',
      'Live',
      'Name',
      'Offline',
      'Passkey',
      'Passkeys',
    ],
    ...['Plan', 'Plan {version}', 'R{round}', 'Text', 'A4', 'A5', 'A6'],
  ],
};

const others = LANGUAGE_TAGS.filter((language) => language !== DEFAULT_LANGUAGE) as (keyof typeof SAME)[];
const surfaces = [
  ...new Set(
    repositoryFiles.flatMap((file) => /^client\/locales\/(?<surface>\w+)\/en\.json/u.exec(file)?.groups?.surface ?? []),
  ),
];
const textsOf = (surface: string, language: Language): Texts => readJson(`client/locales/${surface}/${language}.json`);

/** Text, or a value with how it is said: `['count', 'plural', { one: ['#', ' table'] }]`. */
type Token = string | readonly [name: string, kind?: string, options?: string | Readonly<Record<string, Message>>];
type Message = readonly Token[];

const compiled = (text: string): Message => compileMessageOrThrow(text) as Message;

const branchesOf = ([, , options]: Exclude<Token, string>): [string, Message][] =>
  typeof options === 'object' ? Object.entries(options).filter(([, branch]) => Array.isArray(branch)) : [];

/** A message without its words: each value that it takes and how, and each place where it is cut into parts. */
function bonesOf(message: Message): string[] {
  return message.flatMap((token): string[] => {
    if (typeof token === 'string') return token.split('|').slice(1).fill('|');
    const [name, kind = '', options = ''] = token;
    const branches = branchesOf(token);
    const how = typeof options === 'string' ? options : kind === 'select' ? branches.map(([key]) => key).sort() : '';
    return [`${name} ${kind} ${how}`, ...branches.flatMap(([, branch]) => bonesOf(branch))];
  });
}

/** Plural forms that a language does not have, and `other` where it is not there. */
function wrongForms(message: Message, language: Language): string[] {
  return message.flatMap((token): string[] => {
    if (typeof token === 'string') return [];
    const branches = branchesOf(token);
    const inner = branches.flatMap(([, branch]) => wrongForms(branch, language));
    if (token[1] !== 'plural' && token[1] !== 'selectordinal') return inner;
    const type = token[1] === 'plural' ? 'cardinal' : 'ordinal';
    const forms: readonly string[] = new Intl.PluralRules(LANGUAGES[language].locale, { type }).resolvedOptions()
      .pluralCategories;
    const keys = branches.map(([key]) => key);
    const strange = keys.filter((key) => /^[a-z]/u.test(key) && !forms.includes(key));
    return [...inner, ...strange, ...(keys.includes('other') ? [] : ['other'])];
  });
}

describe.each(others)('the catalogues in %s', (language) => {
  it.each(surfaces)('%s: has the ids of the English one, in the same order', (surface) => {
    expect(Object.keys(textsOf(surface, language))).toEqual(Object.keys(textsOf(surface, DEFAULT_LANGUAGE)));
  });

  it.each(surfaces)('%s: each text parses, says something, and takes the same values', (surface) => {
    const english = textsOf(surface, DEFAULT_LANGUAGE);
    const wrong = Object.entries(textsOf(surface, language)).flatMap(([id, text]) => {
      if (text.trim() === '') return [`${id} says nothing`];
      const message = compiled(text);
      const [own, theirs] = [message, compiled(english[id] ?? '')].map((each) =>
        [...new Set(bonesOf(each))].sort().join('; '),
      );
      const forms = wrongForms(message, language);
      return [
        ...(own === theirs ? [] : [`${id} takes ${own} instead of ${theirs}`]),
        ...(forms.length === 0 ? [] : [`${id} has or lacks the plural forms ${forms.join(', ')}`]),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('no text was left in English', () => {
    const left = surfaces.flatMap((surface) => {
      const english = textsOf(surface, DEFAULT_LANGUAGE);
      return Object.entries(textsOf(surface, language))
        .filter(([id, text]) => text === english[id] && /\p{L}/u.test(text.replaceAll(/\{\w+\}/gu, '')))
        .map(([, text]) => text);
    });
    expect([...new Set(left)].sort()).toEqual([...SAME[language]].sort());
  });
});
