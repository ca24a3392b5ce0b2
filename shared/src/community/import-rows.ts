import { INDUSTRIES } from '../careers/industries.ts';
import { ROLES } from '../careers/roles.ts';
import { sameField } from '../event/fields.ts';
import { looksLikeLink } from '../kernel/looks-like-link.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { after, days, type Instant, instant } from '../kernel/time.ts';
import type { Outcome } from '../matching/community.ts';
import { emailKey, isEmail, isName, nameKey } from '../roster-import/keys.ts';
import type { PlainTable } from '../roster-import/plain-table.ts';
import { plainHeader } from '../roster-import/questions.ts';
import { jointOf, splitList } from '../roster-import/split-list.ts';
import { MOST_YEARS, NAME_LENGTH } from './problems.ts';
import { HEADLINE_LENGTH, MOST_FIELDS, MOST_PER_MONTH, type Profile } from './profile.ts';
import { tidyProfile } from './tidy.ts';

/** What is wrong with a cell, and what it does: a row with the first kind is left out, of the others the cell alone. */
export type ImportProblemCode =
  | 'name-missing'
  | 'name-is-link'
  | 'email-invalid'
  | 'twice'
  | 'unknown-person'
  | 'several-people'
  | 'same-person'
  | 'date-unreadable'
  | 'date-ahead'
  // the row stays without it
  | 'not-a-number'
  | 'holds-link'
  | 'too-many'
  | 'language-unknown'
  | 'outcome-unknown';

export interface ImportProblem {
  /** In the file, the header is 1. */
  readonly row: number;
  readonly field: ImportField;
  readonly code: ImportProblemCode;
  readonly value: string;
}

/** A file's members, and what is wrong with it (C17). */
export interface MemberRows {
  readonly people: readonly Profile[];
  readonly problems: readonly ImportProblem[];
}

const MEMBER_COLUMNS = {
  name: /^(full )?name$|^vollständiger name$|^vor- und nachname$/u,
  first: /^(first|given) name$|^vorname$/u,
  last: /^(last|family) name$|^surname$|^nachname$/u,
  email: /e-?mail|^address$/u,
  headline: /headline|job title|what (they|you) do|position|beruf/u,
  languages: /language|sprache/u,
  industries: /industr|branche/u,
  roles: /role|kinds? of work|tätigkeit/u,
  years: /years|jahre/u,
  perMonth: /month|monat/u,
} as const;

const INTRODUCTION_COLUMNS = {
  asker: /asker|mentee|student|asked by|von wem/u,
  mentor: /mentor/u,
  date: /date|datum|when|wann/u,
  outcome: /outcome|met|ergebnis|getroffen/u,
} as const;

/** Characters of a word of an import: no more than its member can send back from their own page. */
const FIELD_LENGTH = 100;
/** Half of a sign, where a text was cut in it: nobody could send it back. */
const HALF = /\p{Cs}$/u;

/** What a column is about. */
export type ImportField = keyof typeof MEMBER_COLUMNS | keyof typeof INTRODUCTION_COLUMNS;

/** Which column is about what: the first whose header says so. */
function columnsOf<Field extends string>(
  header: readonly string[],
  wordings: Readonly<Record<Field, RegExp>>,
): Readonly<Record<Field, number>> {
  const plain = header.map(plainHeader);
  const found = Object.entries<RegExp>(wordings).map(([field, wording]) => [
    field,
    plain.findIndex((text) => wording.test(text)),
  ]);
  return Object.fromEntries(found) as Record<Field, number>;
}

/** Reads members. Refused with file-not-recognised where no column holds addresses, or none names. */
export function memberRows({ header, rows }: PlainTable): Result<MemberRows, Refusal> {
  const at = columnsOf(header, MEMBER_COLUMNS);
  if (at.email < 0 || (at.name < 0 && at.first < 0))
    return refused(refusal('file-not-recognised', { columns: header.slice(0, 20) }));
  const joint = jointOf(rows.flatMap(({ cells }) => [cells[at.industries] ?? '', cells[at.roles] ?? '']));
  const problems: ImportProblem[] = [];
  const people = new Map<string, Profile>();
  for (const { number: row, cells } of rows) {
    const cell = (field: keyof typeof at): string => cells[at[field]] ?? '';
    const wrong = (field: ImportField, code: ImportProblemCode, value = ''): void =>
      void problems.push({ row, field, code, value: value.slice(0, 100) });
    const name = cell('name') || `${cell('first')} ${cell('last')}`.trim();
    const email = emailKey(cell('email'));
    if (!isName(name) || looksLikeLink(name)) {
      wrong('name', isName(name) ? 'name-is-link' : 'name-missing', name);
      continue;
    }
    if (!isEmail(email)) {
      wrong('email', 'email-invalid', cell('email'));
      continue;
    }
    const key = `${email} ${nameKey(name)}`;
    if (people.has(key)) wrong('email', 'twice', email);
    else people.set(key, profileFrom({ name, email, cell, wrong, list: (text) => splitList(text, joint) }));
  }
  return ok({ people: [...people.values()], problems });
}

interface Cells {
  readonly name: string;
  readonly email: string;
  readonly cell: (field: keyof typeof MEMBER_COLUMNS) => string;
  readonly wrong: (field: ImportField, code: ImportProblemCode, value?: string) => void;
  readonly list: (text: string) => string[];
}

function profileFrom({ name, email, cell, wrong, list }: Cells): Profile {
  const number = (field: 'years' | 'perMonth', most: number): number => {
    const text = cell(field);
    if (text === '') return 0;
    const value = Number(/^\d+/u.exec(text)?.[0] ?? Number.NaN);
    if (Number.isInteger(value) && value <= most) return value;
    wrong(field, 'not-a-number', text);
    return 0;
  };
  const chosen = (field: 'industries' | 'roles', ids: readonly string[]): string[] => {
    const words = list(cell(field)).map(
      (word) => ids.find((id) => sameField(id, word)) ?? word.slice(0, FIELD_LENGTH).replace(HALF, ''),
    );
    if (words.length > MOST_FIELDS) wrong(field, 'too-many', cell(field));
    return words.slice(0, MOST_FIELDS);
  };
  const languages = list(cell('languages')).flatMap((word) => {
    const tag = tagOf(word);
    if (tag === null) wrong('languages', 'language-unknown', word);
    return tag ?? [];
  });
  const headline = cell('headline').slice(0, HEADLINE_LENGTH).replace(HALF, '');
  if (looksLikeLink(headline)) wrong('headline', 'holds-link', headline);
  return tidyProfile({
    ...{
      name: name.slice(0, NAME_LENGTH).replace(HALF, ''),
      email,
      headline: looksLikeLink(headline) ? '' : headline,
    },
    languages: languages.length > 0 ? languages.slice(0, 8) : ['en'],
    industries: chosen('industries', INDUSTRIES),
    roles: chosen('roles', ROLES).map((role) => ({ role, years: null })),
    years: number('years', MOST_YEARS),
    perMonth: number('perMonth', MOST_PER_MONTH),
    pausedUntil: null,
  });
}

const TONGUES: Readonly<Record<string, string>> = {
  ...{ english: 'en', englisch: 'en', german: 'de', deutsch: 'de', french: 'fr', französisch: 'fr', spanish: 'es' },
  ...{ spanisch: 'es', italian: 'it', italienisch: 'it', polish: 'pl', polnisch: 'pl', turkish: 'tr', türkisch: 'tr' },
};

const tagOf = (word: string): string | null =>
  // a file may say "constructor", too
  (Object.hasOwn(TONGUES, word.toLowerCase()) ? TONGUES[word.toLowerCase()] : undefined) ??
  (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})?$/u.test(word) ? word : null);

/** An introduction of before, by addresses. */
export interface IntroductionRow {
  readonly row: number;
  readonly asker: string;
  readonly mentor: string;
  readonly at: Instant;
  readonly outcome: Outcome;
}

/** Reads past introductions, none later than today wherever that day is. Refused with file-not-recognised where no column says who asked, or whom. */
export function introductionRows(
  { header, rows }: PlainTable,
  now: Instant,
): Result<
  { readonly introductions: readonly IntroductionRow[]; readonly problems: readonly ImportProblem[] },
  Refusal
> {
  const at = columnsOf(header, INTRODUCTION_COLUMNS);
  if (at.asker < 0 || at.mentor < 0) return refused(refusal('file-not-recognised', { columns: header.slice(0, 20) }));
  const problems: ImportProblem[] = [];
  const introductions = rows.flatMap(({ number: row, cells }): IntroductionRow[] => {
    const wrong = (field: ImportField, code: ImportProblemCode, value: string): void =>
      void problems.push({ row, field, code, value: value.slice(0, 100) });
    const [asker, mentor] = [emailKey(cells[at.asker] ?? ''), emailKey(cells[at.mentor] ?? '')];
    for (const [field, email] of [
      ['asker', asker],
      ['mentor', mentor],
    ] as const)
      if (!isEmail(email)) {
        wrong(field, 'email-invalid', email);
        return [];
      }
    const when = dayOf(cells[at.date] ?? '');
    // one that is ahead would take a place of a mentor's month until then
    if (when === null || when > after(now, days(1))) {
      wrong('date', when === null ? 'date-unreadable' : 'date-ahead', cells[at.date] ?? '');
      return [];
    }
    const said = cells[at.outcome] ?? '';
    const outcome = outcomeOf(said);
    if (outcome === null) wrong('outcome', 'outcome-unknown', said);
    return [{ row, asker, mentor, at: when, outcome: outcome ?? 'unknown' }];
  });
  return ok({ introductions, problems });
}

/** Noon of a day, UTC: 2026-11-30 or 30.11.2026; null for anything else, and for days that no calendar has. */
function dayOf(text: string): Instant | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/u.exec(text);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text);
  const [year, month, day] = iso ? iso.slice(1).map(Number) : dotted ? dotted.slice(1).reverse().map(Number) : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const at = new Date(Date.UTC(year, month - 1, day, 12));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? instant(at.getTime()) : null;
}

function outcomeOf(text: string): Outcome | null {
  const plain = plainHeader(text);
  if (plain === '' || plain === 'unknown' || plain === 'unbekannt') return 'unknown';
  if (/^(met|yes|ja|getroffen)$/u.test(plain)) return 'met';
  return /^(not met|no|nein|nicht getroffen)$/u.test(plain) ? 'not-met' : null;
}
