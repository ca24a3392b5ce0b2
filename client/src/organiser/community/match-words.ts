import type { Ask } from '@lapwing/shared/community/profile';
import type { Reason } from '@lapwing/shared/matching/candidates';
import { industryLabel, roleLabel } from '../../careers/labels.ts';
import { tongueName } from '../../kit/tongue.ts';
import { isolated } from '../../kit/words.ts';
import { t } from '../words.ts';

/** Why these two, in one line (M26). @param timesMet evenings at which they sat at one table */
export function reasonWords(
  { code, role, industry, years, yearsOf, stepsAhead, language: spoken, metAtTable, badLuck }: Reason,
  timesMet: number,
): string {
  const what = [role === null ? '' : roleLabel(role), industry === null ? '' : industryLabel(industry)]
    .filter((word) => word !== '')
    .map(isolated)
    .join(', ');
  const parts = [
    t(`match.${code}`, { what }),
    t(`match.ahead.${yearsOf}`, { years, steps: stepsAhead }),
    t('match.language', { language: tongueName(spoken) }),
    ...(metAtTable ? [t('match.met', { count: Math.max(1, timesMet) })] : []),
    ...(badLuck > 0 ? [t('match.unlucky', { count: badLuck })] : []),
  ];
  return parts.join(' · ');
}

/** What was asked for, in one line. */
export function askedWords({ roles, industries, stepsAhead }: Ask): string {
  const fields = [...roles.map(roleLabel), ...industries.map(industryLabel)].map(isolated);
  const what = fields.length === 0 ? t('match.anybody') : fields.join(', ');
  return stepsAhead === null ? what : t('match.asked-ahead', { what, steps: stepsAhead });
}
