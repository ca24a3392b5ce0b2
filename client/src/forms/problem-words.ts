import type { Problem } from '@lapwing/shared/registration/problems';
import { t } from './words.ts';

const NEEDED = ['name', 'email', 'adult', 'languages', 'consents.run', 'consents.member'] as const;
type Needed = (typeof NEEDED)[number];

/** What is wrong and how to put it right, the same words in the summary and at the field. */
export function problemWords({ field, code, most = 0, now = '' }: Problem): string {
  const known = NEEDED.find((one): one is Needed => one === field);
  if (code === 'needed') return known ? t(`problem.needed.${known}`) : t('problem.needed');
  if (code === 'changedMeanwhile' && now !== '') return t('problem.changedMeanwhile.to', { now });
  return t(`problem.${code}`, { most });
}

/** The id of the control of a field, so that a link can lead to it. */
export const fieldId = (field: string): string => `f-${field.replace('.', '-')}`;
