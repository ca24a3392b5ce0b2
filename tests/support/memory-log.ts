/** One line of the server's log. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly text: string;
}

/** Pino's number for "error". */
export const ERROR_LEVEL = 50;

/** A place for the server's log that a test can read. */
export function memoryLog() {
  const lines: LogLine[] = [];
  const write = (text: string): void => {
    const { level, msg } = JSON.parse(text) as { level: number; msg?: string };
    lines.push({ level, msg: msg ?? '', text });
  };
  return { lines, stream: { write } };
}
