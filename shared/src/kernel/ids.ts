/** Branded identifiers: an id of one kind does not compile where another is wanted. */
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** One evening. */
export type EventId = Branded<string, 'EventId'>;
/** A student or a mentor of one event. Public: it appears in addresses and identifies, but opens nothing. */
export type AttendeeId = Branded<string, 'AttendeeId'>;
/** A table of one event. */
export type TableId = Branded<string, 'TableId'>;
/** A display (projector, TV) of one event. */
export type DisplayId = Branded<string, 'DisplayId'>;
/** Somebody who runs evenings, with an account. */
export type StaffId = Branded<string, 'StaffId'>;
/** A person across events. */
export type MemberId = Branded<string, 'MemberId'>;
/** What a member asks for: to be introduced to somebody. */
export type IntroRequestId = Branded<string, 'IntroRequestId'>;
/** Two people who are introduced to each other. */
export type IntroductionId = Branded<string, 'IntroductionId'>;
/** What organisers suggest to one mentor: a student, or a few. */
export type SuggestionId = Branded<string, 'SuggestionId'>;

export const eventId = (value: string): EventId => value as EventId;
export const attendeeId = (value: string): AttendeeId => value as AttendeeId;
export const tableId = (value: string): TableId => value as TableId;
export const displayId = (value: string): DisplayId => value as DisplayId;
export const staffId = (value: string): StaffId => value as StaffId;
export const memberId = (value: string): MemberId => value as MemberId;
export const introRequestId = (value: string): IntroRequestId => value as IntroRequestId;
export const introductionId = (value: string): IntroductionId => value as IntroductionId;
export const suggestionId = (value: string): SuggestionId => value as SuggestionId;
