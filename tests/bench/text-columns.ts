/** A column of a text table: its heading, its width, and whether it is read from the left. */
export interface Column {
  readonly heading: string;
  readonly width: number;
  readonly left?: boolean;
}

/** Cells side by side, one space between; a cell that is too long pushes on rather than losing a digit. */
export function textLine(columns: readonly Column[], cells: readonly string[]): string {
  return columns
    .map(({ width, left }, index) => {
      const cell = cells[index] ?? '';
      return left ? cell.padEnd(width) : cell.padStart(width);
    })
    .join(' ')
    .trimEnd();
}

export const headingLine = (columns: readonly Column[]): string =>
  textLine(
    columns,
    columns.map(({ heading }) => heading),
  );
