import { SETTING_RANGES } from '@lapwing/shared/event/event';
import { useId } from 'preact/hooks';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';
import type { SettingsDraft } from './settings-draft.ts';
import { errorText, type FieldsProps } from './WhereFields.tsx';

/** When the parts besides the rounds come. */
function hintOf(field: keyof typeof SETTING_RANGES): string | undefined {
  if (field === 'welcomeMinutes' || field === 'panelMinutes') return t('set-up.before-rounds');
  return field === 'freeTalkMinutes' ? t('set-up.after-rounds') : undefined;
}

/** Rounds, minutes, and what comes besides the rounds. */
export function LengthFields({ draft, errors, change }: FieldsProps) {
  const breakId = useId();
  const rounds = Number(draft.rounds);
  const breaks = Number.isInteger(rounds) && rounds <= SETTING_RANGES.rounds.max ? Math.max(0, rounds - 1) : 0;
  const figure = (field: keyof typeof SETTING_RANGES) => (
    <Field
      label={t(`set-up.${field}`)}
      type="number"
      inputMode="numeric"
      step={1}
      min={SETTING_RANGES[field].min}
      max={SETTING_RANGES[field].max}
      hint={hintOf(field)}
      error={errorText(errors, field)}
      value={draft[field]}
      onText={(text) => change({ [field]: text } as Partial<SettingsDraft>)}
    />
  );
  return (
    <>
      <div class="field-row figures">
        {figure('rounds')}
        {figure('roundMinutes')}
        {figure('changeoverMinutes')}
      </div>
      <div class="field-row figures">
        <div class="field">
          <label for={breakId}>{t('set-up.break')}</label>
          <select
            id={breakId}
            value={draft.breakAfterRound}
            onChange={(event) => change({ breakAfterRound: event.currentTarget.value })}
          >
            <option value="0">{t('set-up.break.none')}</option>
            {Array.from({ length: breaks }, (_, index) => (
              <option key={String(index + 1)} value={String(index + 1)}>
                {t('set-up.break.after', { round: index + 1 })}
              </option>
            ))}
          </select>
        </div>
        {draft.breakAfterRound === '0' ? null : figure('breakMinutes')}
      </div>
      <div class="field-row figures">
        {figure('welcomeMinutes')}
        {figure('panelMinutes')}
        {figure('freeTalkMinutes')}
      </div>
    </>
  );
}
