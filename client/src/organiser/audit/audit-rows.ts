import { peopleOf } from '@lapwing/shared/event/room-change';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { AuditAct, AuditView } from '@lapwing/shared/protocol/audit-api';
import { csvOf } from '../csv.ts';
import type { Names } from '../live/change-sentence.ts';
import { logSentence } from '../live/log-sentence.ts';
import { type Sentence, sentence } from '../sentence.ts';

/** One thing that somebody did, ready to be said. */
export interface AuditRow {
  readonly key: string;
  readonly at: Instant;
  /** '': the clock. */
  readonly by: string;
  /** What the account is called by now, where that is something else; '': it is gone. */
  readonly now: string | null;
  readonly what: AuditAct | 'night';
  readonly people: readonly AttendeeId[];
  readonly words: Sentence;
}

export interface AuditFilter {
  readonly by: string | null;
  readonly what: AuditRow['what'] | null;
  readonly person: AttendeeId | null;
}
export const NO_FILTER: AuditFilter = { by: null, what: null, person: null };

/**
 * What was done beside the night and in it, the newest first.
 * @param nameOf a person's name, or what stands for somebody who is erased
 */
export function auditRows({ lines, night }: AuditView, nameOf: (id: AttendeeId) => string, names: Names): AuditRow[] {
  const beside = lines.map(({ id, at, by, now, act, person, other, count }): AuditRow => {
    // whoever was sent away at the door is a sign, and nobody's id
    const isSign = act === 'helper-removed';
    const people = isSign ? [] : [person, other].filter((one) => one !== null);
    const [first = '', second = ''] = [person, other].map((one) =>
      one === null || isSign ? (one ?? '') : nameOf(one),
    );
    const words = sentence(`audit.act.${act}`, { person: first, other: second, count: count ?? 0 });
    return { key: `line ${id}`, at, by, now, what: act, people, words };
  });
  const inNight = night.map((entry): AuditRow => {
    const { version, at, by, command } = entry;
    const people = command.kind === 'replan' ? peopleOf(command.change) : [];
    return { key: `night ${version}`, at, by, now: null, what: 'night', people, words: logSentence(entry, names) };
  });
  return [...beside, ...inNight].sort((one, other) => other.at - one.at);
}

export const filtered = (rows: readonly AuditRow[], { by, what, person }: AuditFilter): AuditRow[] =>
  rows.filter(
    (row) =>
      (by === null || row.by === by) &&
      (what === null || row.what === what) &&
      (person === null || row.people.includes(person)),
  );

interface FileWords {
  readonly heading: readonly string[];
  readonly when: (at: Instant) => string;
  readonly who: (row: AuditRow) => string;
  readonly say: (words: Sentence) => string;
}

/** The rows as a file that is safe to open in a spreadsheet. */
export const auditFile = (rows: readonly AuditRow[], { heading, when, who, say }: FileWords): string =>
  csvOf(
    heading,
    rows.map((row) => [when(row.at), who(row), say(row.words)]),
  );
