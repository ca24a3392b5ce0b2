/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Rows as CSV (RFC 4180, UTF-8 with a mark that spreadsheets look for). */
export const csvOf = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${[heading.join(','), ...rows.map((row) => row.map(cell).join(','))].join('\r\n')}\r\n`;

/** Saves a text as a file of this device. */
export function saveFile(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(address);
}
