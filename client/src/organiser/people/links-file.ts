import type { LinkToMail } from '@lapwing/shared/protocol/api';
import { csvOf } from '../csv.ts';

/** The links as CSV, ready for a mail merge. */
export const linksFile = (links: readonly LinkToMail[]): string =>
  csvOf(
    ['Name', 'Email', 'Role', 'Personal link'],
    links.map(({ name, email, role, url }) => [name, email, role, url]),
  );
