/** What a column can be about. One file may have several columns about the same thing. */
export const SUBJECTS = [
  // who it is
  'name',
  'firstName',
  'lastName',
  'badge',
  'email',
  'memberId',
  // whether they come
  'role',
  'status',
  'checkedIn',
  'notes',
  'guests',
  'tickets',
  // what they agreed to, and need
  'consent',
  'keep',
  'adult',
  'photo',
  'offWalls',
  'access',
  'diet',
  'seatmates',
  // what students are asked
  'course',
  'yearOfStudy',
  'industries',
  'roles',
  'question',
  // what mentors tell
  'jobTitle',
  'company',
  'organisationKind',
  'yearsInWork',
  'pronouns',
  'topics',
  'avoid',
  'allDay',
  'how',
  'differently',
  'surprising',
  'tools',
  'firstJobs',
  'contact',
  'availability',
  // left out
  'other',
] as const;
/**
 * `guests`: how many come along; `tickets`: how many places were booked, one's own included; `memberId`: the number of
 * the account; `notes`: what organisers wrote beside a row; `other`: left out.
 */
export type Subject = (typeof SUBJECTS)[number];

const KNOWN: ReadonlySet<string> = new Set(SUBJECTS);
export const isSubject = (text: string): text is Subject => KNOWN.has(text);

/** One column as it is shown to the organiser. */
export interface Column {
  readonly header: string;
  readonly subject: Subject;
  /** Up to three different cells, shortened. */
  readonly examples: readonly string[];
}
