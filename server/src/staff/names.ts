import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { mixesAlphabets } from '@lapwing/shared/registration/look-alikes';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { isName } from '@lapwing/shared/roster-import/keys';

/** Stands between a helper's name and their sign. */
export const MARK = '·';
/** What is drawn like it. */
const DOTS = '·•∙⋅●․‧᛫・･⸱';
const ANY_DOT = new RegExp(`[${DOTS}]`, 'gu');
/** Inside of a name it is a letter's (Gal·la); before a word it would be read as a sign. */
const DOT_BEFORE_A_WORD = new RegExp(`(^|[^\\p{L}\\p{M}])[${DOTS}]`, 'gu');

/** What an organiser typed as their name: never the look of a helper with their sign. */
export const organiserName = (typed: string): string => tidyLine(tidyLine(typed).replace(DOT_BEFORE_A_WORD, '$1 '));
/** What a helper typed as their name: their sign comes after it, and nothing like it before. */
export const helperName = (typed: string): string => tidyLine(tidyLine(typed).replace(ANY_DOT, ' '));

/** Why nobody here may be called so; null where they may. name-mixed: of letters that look like those of another alphabet. */
export function nameFault(name: string, field: string): Refusal | null {
  if (!isName(name)) return refusal('bad-request', { field });
  return mixesAlphabets(name) ? refusal('name-mixed') : null;
}
