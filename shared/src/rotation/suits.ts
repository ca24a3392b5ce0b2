/** What somebody asks of a table, or what a table has. */
export interface Suiting {
  readonly stepFree: boolean;
  /** Away from the noise; not when left out. */
  readonly quiet?: boolean;
}

/** Whether a table has all that somebody asks of it. */
export const suits = (who: Suiting, table: Suiting): boolean =>
  (!who.stepFree || table.stepFree) && (who.quiet !== true || table.quiet === true);

/** Whether somebody cannot sit just anywhere. */
export const isParticular = ({ stepFree, quiet }: Suiting): boolean => stepFree || quiet === true;

/** Somebody or a table as an instance has it: nothing is said of quiet where nobody asks for it. */
export const suitingOf = ({ stepFree, quiet }: Suiting): Suiting =>
  quiet === true ? { stepFree, quiet } : { stepFree };
