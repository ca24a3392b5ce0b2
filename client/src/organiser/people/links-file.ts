import type { LinkToMail } from '@lapwing/shared/protocol/api';

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The links as CSV (RFC 4180, UTF-8 with a mark that spreadsheets look for), ready for a mail merge. */
export function linksFile(links: readonly LinkToMail[]): string {
  const rows = links.map(({ name, email, role, url }) => [name, email, role, url].map(cell).join(','));
  return `\uFEFF${['Name,Email,Role,Personal link', ...rows].join('\r\n')}\r\n`;
}
