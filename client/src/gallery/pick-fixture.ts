import type { Pick as Said } from '@lapwing/shared/introductions/pick';
import { attendeeId, suggestionId } from '@lapwing/shared/kernel/ids';
import type { AfterBell, IntroRequestSeen, PassedTo } from '@lapwing/shared/protocol/introductions-api';
import { at } from './fixtures.ts';

/** What somebody said in the third round, if nothing else is told. */
export const said = (more: Partial<Said> = {}): Said => ({
  ...{ star: false, wish: null, line: '', to: null, at: at(28) },
  ...more,
});

/** The last bell rang at minute 70. */
export const opened = (more: Partial<AfterBell> = {}): AfterBell => ({
  ...{ at: at(70), until: at(10_000), requests: [], standings: [], missing: [], limit: null, colleagues: [] },
  ...more,
});

export const stands = (
  about: string,
  is: AfterBell['standings'][number]['stands'],
  passedTo: PassedTo | null = null,
): AfterBell['standings'][number] => ({ about: attendeeId(about), stands: is, passedTo });

export const TOM: PassedTo = { id: attendeeId('TomAchebe'), name: 'Tom Achebe', line: 'Civil engineer, Longspan' };
export const COLLEAGUES: readonly PassedTo[] = [
  TOM,
  { id: attendeeId('GraceLindqvist'), name: 'Grace Lindqvist', line: 'Data engineer, Fernhill' },
];

const asks = (name: string, about: string, round: number, line: string): IntroRequestSeen => ({
  ...{ from: attendeeId(name), name, about, round, line, answer: null },
});

/** Who asks for Priya Raman. */
export const REQUESTS: readonly IntroRequestSeen[] = [
  asks('Aisha', 'Economics, year 2', 3, 'How did you get from support to product?'),
  asks('Ben', 'Computer Science, year 3', 1, ''),
  asks('Oluwaseun', 'Biomedical Engineering, year 4', 5, 'May I show you what we built for the ward?'),
];

/** One asks, and the organisers ask for another. */
export const SUGGESTED_REQUESTS: readonly IntroRequestSeen[] = [
  asks('Aisha', 'Economics, year 2', 3, 'How did you get from support to product?'),
  { ...asks('Ben', 'Computer Science, year 3', 0, ''), suggestion: suggestionId('a') },
  { ...asks('Oluwaseun', 'Biomedical Engineering, year 4', 5, ''), suggestion: suggestionId('a') },
];
