/** How the ticked boxes of one column are joined. */
export type Joint = '|' | ';' | ',';

/**
 * How a column joins its ticked boxes, judged by all its cells: a bar or a semicolon anywhere settles it, so that the
 * comma of "Energy, water & climate" stays inside its name.
 */
export function jointOf(cells: readonly string[]): Joint {
  if (cells.some((cell) => cell.includes('|'))) return '|';
  return cells.some((cell) => cell.includes(';')) ? ';' : ',';
}

/** The ticked boxes of one cell, each once, in their order. */
export function splitList(cell: string, joint: Joint): string[] {
  const parts = joint === ',' ? splitAtCommas(cell) : cell.split(joint);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

/** "Games, Energy, water & climate": a small letter and an "and" after a comma go on with the name before it. */
function splitAtCommas(cell: string): string[] {
  const parts: string[] = [];
  for (const part of cell.split(',')) {
    const goesOn = /^\s*\p{Ll}.*(?:&|\band\b)/u.test(part) && /^\s*\p{Lu}/u.test(parts.at(-1) ?? '');
    if (goesOn) parts.push(`${parts.pop()},${part}`);
    else parts.push(part);
  }
  return parts;
}
