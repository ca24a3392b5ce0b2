import { plainField, sameField } from '../event/fields.ts';

/** Whose field it is (an index), and the word they have for it. */
export interface Holder {
  readonly mentor: number;
  readonly word: string;
}

/** Who has a field, whatever they call it. Words are compared once, however many people use them. */
export class FieldIndex {
  /** By the first part of a word: names that are the same begin alike. */
  private readonly words = new Map<string, Set<string>>();
  private readonly holders = new Map<string, Holder[]>();
  private readonly found = new Map<string, readonly Holder[]>();

  add(word: string, mentor: number): void {
    const first = firstOf(word);
    const words = this.words.get(first) ?? new Set();
    this.words.set(first, words.add(word));
    const holders = this.holders.get(word) ?? [];
    this.holders.set(word, holders);
    holders.push({ mentor, word });
  }

  /** Everybody whose field is the same (M4). */
  of(field: string): readonly Holder[] {
    const known = this.found.get(field);
    if (known) return known;
    const words = [...(this.words.get(firstOf(field)) ?? [])].filter((word) => sameField(word, field));
    const holders = words.flatMap((word) => this.holders.get(word) ?? []);
    this.found.set(field, holders);
    return holders;
  }
}

const firstOf = (word: string): string => plainField(word).split(' ', 1)[0] ?? '';
