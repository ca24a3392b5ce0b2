import type { Badge, BadgeRow } from './badges.ts';
import type { TableCard } from './table-cards.ts';

/** FNV-1a, 32 bits: tells whether what lies on paper still says the same, without keeping what it says. */
function fingerprint(value: unknown): string {
  let hash = 0x81_1c_9d_c5;
  for (const sign of JSON.stringify(value)) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01_00_01_93);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What a row says less its time, which may shift without making paper wrong. */
const saying = (row: Exclude<BadgeRow, { kind: 'break' }>): unknown =>
  row.kind === 'sitOut' ? 'out' : [row.number, row.name, row.mentors.map(({ name, job }) => [name, job])];

/** "1" → what stands beside round 1; a line for several rounds counts for each of them. */
function rowMarks({ rows }: Badge): Map<string, string> {
  const marks = new Map<string, string>();
  for (const row of rows) {
    if (row.kind === 'break') continue;
    const last = row.kind === 'table' ? row.until : row.round;
    for (let { round } = row; round <= last; round++) marks.set(String(round), fingerprint(saying(row)));
  }
  return marks;
}

const written = (marks: ReadonlyMap<string, string>): string[] => [...marks].map(([key, mark]) => `${key}:${mark}`);
const read = (text: string): Map<string, string> =>
  new Map(
    text.split(' ').flatMap((part) => {
      const [key = '', mark] = part.split(':');
      return mark === undefined ? [] : [[key, mark] as const];
    }),
  );

const headOf = ({ role, first, about, code }: Badge): string => fingerprint([role, first, about, code]);

/** What a badge says, as 8 hexadecimal digits for its head and as many for each round: "9f3b2c11 1:0a… 2:…". */
export const badgeMark = (badge: Badge): string => [headOf(badge), ...written(rowMarks(badge))].join(' ');

/** Whether a printed badge still says what it has to. Rounds that are over, and those it never named, do not count. */
export function isBadgeCurrent(mark: string, badge: Badge): boolean {
  if (mark.slice(0, 8) !== headOf(badge)) return false;
  const before = read(mark);
  const now = rowMarks(badge);
  // a badge without any row was printed for somebody without a table
  if (before.size === 0) return now.size === 0;
  return [...now].every(([round, said]) => (before.get(round) ?? said) === said);
}

const cardMarks = (cards: readonly TableCard[]): Map<string, string> =>
  new Map(cards.map((card) => [String(card.number), fingerprint(card)]));

/** What lies in the room of table cards when `cards` are printed beside those of `before`: "8:9f3b2c11 12:…". */
export const cardsMark = (before: string, cards: readonly TableCard[]): string =>
  written(new Map([...read(before), ...cardMarks(cards)])).join(' ');

/** Cards that are not in the room as they have to be, and whether an older one of them stands there. */
export function cardsToPrint(mark: string, cards: readonly TableCard[]): { card: TableCard; isOld: boolean }[] {
  const before = read(mark);
  return cards.flatMap((card) => {
    const said = before.get(String(card.number));
    return said === fingerprint(card) ? [] : [{ card, isOld: said !== undefined }];
  });
}
