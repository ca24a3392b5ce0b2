import { MOST_STEPS } from '@lapwing/shared/community/problems';
import { type Ask, MOST_FIELDS, REQUEST_LENGTH } from '@lapwing/shared/community/profile';
import type { Problem } from '@lapwing/shared/registration/problems';
import { industryTags, roleTags } from '../careers/labels.ts';
import { Pick, Several, TextField } from '../forms/fields.tsx';
import { t } from './words.ts';

interface AskFieldsProps {
  readonly ask: Ask;
  readonly change: (part: Partial<Ask>) => void;
  readonly problems: readonly Problem[];
}

/** "Somebody a few steps further along in X" (C7). */
export const AskFields = ({ ask, change, problems }: AskFieldsProps) => (
  <>
    <Several
      field="ask.roles"
      label={t('community.ask.roles')}
      chosen={ask.roles}
      most={MOST_FIELDS}
      tags={roleTags()}
      onPick={(roles) => change({ roles })}
      problems={problems}
    />
    <Several
      field="ask.industries"
      label={t('community.ask.industries')}
      chosen={ask.industries}
      most={MOST_FIELDS}
      tags={industryTags()}
      onPick={(industries) => change({ industries })}
      problems={problems}
    />
    <Pick
      field="ask.stepsAhead"
      label={t('community.ask.steps')}
      hint={t('community.ask.steps.hint')}
      none={t('community.ask.steps.few')}
      value={ask.stepsAhead === null ? '' : String(ask.stepsAhead)}
      options={Array.from({ length: MOST_STEPS }, (_, index) => ({
        value: String(index + 1),
        label: t('community.ask.steps.count', { steps: index + 1 }),
      }))}
      onPick={(value) => change({ stepsAhead: value === '' ? null : Number(value) })}
      problems={problems}
    />
    <TextField
      field="ask.line"
      label={t('community.ask.line')}
      hint={t('community.ask.line.hint')}
      value={ask.line}
      most={REQUEST_LENGTH}
      lines={2}
      onText={(line) => change({ line })}
      problems={problems}
    />
  </>
);

export const NO_ASK: Ask = { industries: [], roles: [], stepsAhead: null, languages: [], line: '' };
