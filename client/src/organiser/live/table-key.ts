/** How long a number that could go on ("1" of "12") waits for its next figure. */
export const WAIT_MS = 900;

export interface TableKeyPorts {
  /** The numbers of the tables there are. */
  numbers(): readonly number[];
  open(number: number): void;
  /** Runs `run` after `ms`; the returned function calls it off. */
  later(ms: number, run: () => void): () => void;
}

export interface TableKey {
  /** T was pressed: figures are a table's number now. */
  begin(): void;
  /** Takes a figure; false when no T came before it. */
  figure(figure: string): boolean;
  cancel(): void;
}

/** T, then a number: opens the table as soon as no other table can be meant. */
export function createTableKey({ numbers, open, later }: TableKeyPorts): TableKey {
  let typed: string | null = null;
  let callOff = (): void => undefined;
  const cancel = (): void => {
    callOff();
    typed = null;
  };
  return {
    begin() {
      cancel();
      typed = '';
    },
    cancel,
    figure(figure) {
      if (typed === null) return false;
      callOff();
      typed += figure;
      const meant = typed;
      const fitting = numbers().filter((number) => String(number).startsWith(meant));
      const isThere = fitting.includes(Number(meant));
      const take = (): void => {
        cancel();
        if (isThere) open(Number(meant));
      };
      if (fitting.length === 0 || (isThere && fitting.length === 1)) take();
      else callOff = later(WAIT_MS, take);
      return true;
    },
  };
}
