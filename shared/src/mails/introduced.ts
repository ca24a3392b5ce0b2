/** One of two who are introduced. */
export interface Introduced {
  readonly name: string;
  readonly firstName: string;
  /** What they study or do; '' for nothing. */
  readonly about: string;
  /** Why, in their words; '' for nothing. */
  readonly line: string;
}

/** What an introduction tells (H15). */
export interface Meeting {
  readonly student: Introduced;
  readonly mentor: Introduced;
  /** In which round they met; 0 where one was passed on to the other. */
  readonly round: number;
  /** The organisers suggested it; left out where one of the two asked. */
  readonly suggested?: boolean;
}

/** "Mia Last (Product manager, Northlamp)" */
export const whoIs = ({ name, about }: Pick<Introduced, 'name' | 'about'>): string =>
  about === '' ? name : `${name} (${about})`;
