/** The part of papaparse that we call; the package brings no types of its own. */
declare module 'papaparse' {
  interface ParseSettings {
    readonly delimiter: string;
    readonly newline: '\n';
    /** Stop after so many rows. */
    readonly preview: number;
  }
  interface ParseTrouble {
    readonly code: string;
    /** Index in `data` of the row where it was met. */
    readonly row?: number;
  }
  interface ParseOutcome {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly ParseTrouble[];
    readonly meta: { readonly truncated: boolean };
  }
  const Papa: { parse(text: string, settings: ParseSettings): ParseOutcome };
  export default Papa;
}
