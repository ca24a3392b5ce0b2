import type { AttendeeId, TableId } from '../kernel/ids.ts';

/**
 * Something that happens to a room while its evening runs, as an organiser says it. Ids only: names are for those who
 * may see them.
 */
export type RoomChange =
  /**
   * People who are here now and have no seat: walk-ins, latecomers, no-shows who came after all. Mentors only where
   * mentors move; else they need `mentorSeated`.
   */
  | { readonly kind: 'arrived'; readonly people: readonly AttendeeId[] }
  /** Expected and not here: nobody counts on them any more. */
  | { readonly kind: 'noShows'; readonly people: readonly AttendeeId[] }
  /** Go, or are gone. The round that runs stays as it is, unless they go `now`: then whoever sat with them needs a seat. */
  | { readonly kind: 'left'; readonly people: readonly AttendeeId[]; readonly now?: true | undefined }
  /** A mentor goes and another one takes the chair. */
  | { readonly kind: 'replaced'; readonly mentor: AttendeeId; readonly by: AttendeeId }
  /** A mentor who came late, or a reserve, sits down at a table; one that was closed opens. */
  | { readonly kind: 'mentorSeated'; readonly mentor: AttendeeId; readonly table: TableId }
  | { readonly kind: 'tableClosed'; readonly table: TableId }
  /** A rule about people was made: what breaks it in the rounds to come is mended. Whom it is about is nobody's business. */
  | { readonly kind: 'rulesChanged' }
  /** A table more, with these mentors. `table` is made by whoever asks: the same one is added once. */
  | {
      readonly kind: 'tableAdded';
      readonly table: TableId;
      readonly seats: number;
      readonly mentors: readonly AttendeeId[];
    }
  /** One person, by hand. `table` null: sits out. */
  | ({ readonly kind: 'moved'; readonly person: AttendeeId; readonly table: TableId | null } & ByHand)
  | ({ readonly kind: 'swapped'; readonly one: AttendeeId; readonly other: AttendeeId } & ByHand);

/** In which round a seat is changed by hand. */
interface ByHand {
  readonly round: number;
  /** Also in all rounds after it: who swaps then goes where the other would have gone. */
  readonly toEnd?: true | undefined;
}

/** What whoever helps at the door may ask for: a seat for who came, and seats changed by hand. */
export type SeatsChange = Extract<RoomChange, { kind: 'arrived' | 'moved' | 'swapped' }>;

/** The people a change is about, for a log to name. */
export function peopleOf(change: RoomChange): readonly AttendeeId[] {
  switch (change.kind) {
    case 'arrived':
    case 'noShows':
    case 'left':
      return change.people;
    case 'replaced':
      return [change.mentor, change.by];
    case 'mentorSeated':
      return [change.mentor];
    case 'tableAdded':
      return change.mentors;
    case 'moved':
      return [change.person];
    case 'swapped':
      return [change.one, change.other];
    case 'tableClosed':
    case 'rulesChanged':
      return [];
  }
}
