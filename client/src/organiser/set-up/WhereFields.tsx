import { useId } from 'preact/hooks';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';
import type { DraftErrors, SettingsDraft } from './settings-draft.ts';

export interface FieldsProps {
  readonly draft: SettingsDraft;
  readonly errors: DraftErrors;
  readonly change: (part: Partial<SettingsDraft>) => void;
}

const zones = (own: string): string[] => {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(own) ? known : [own, ...known];
};

export const errorText = (errors: DraftErrors, field: keyof SettingsDraft): string | null => {
  const word = errors[field];
  return word === undefined ? null : t('field.error', { what: t(word) });
};

/** What, where, when. */
export function WhereFields({ draft, errors, change }: FieldsProps) {
  const zoneId = useId();
  return (
    <>
      <Field
        label={t('set-up.name')}
        error={errorText(errors, 'name')}
        value={draft.name}
        onText={(name) => change({ name })}
        maxLength={80}
        autocomplete="off"
      />
      <Field
        label={t('set-up.place')}
        value={draft.place}
        onText={(place) => change({ place })}
        maxLength={80}
        autocomplete="off"
      />
      <div class="field-row">
        <Field
          label={t('set-up.date')}
          type="date"
          error={errorText(errors, 'date')}
          value={draft.date}
          onText={(date) => change({ date })}
        />
        <Field label={t('set-up.time')} type="time" value={draft.time} onText={(time) => change({ time })} />
        <div class="field">
          <label for={zoneId}>{t('set-up.zone')}</label>
          <select
            id={zoneId}
            value={draft.timeZone}
            onChange={(event) => change({ timeZone: event.currentTarget.value })}
          >
            {zones(draft.timeZone).map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </div>
      </div>
    </>
  );
}
