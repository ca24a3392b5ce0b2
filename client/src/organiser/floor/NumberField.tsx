import { useState } from 'preact/hooks';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onNumber: (value: number) => void;
}

/** A whole number: while the field is empty or out of range it says so, and the last good number stays. */
export function NumberField({ label, value, min, max, onNumber }: Props) {
  const [text, setText] = useState(String(value));
  const fits = (typed: string): boolean => /^\d+$/u.test(typed.trim()) && Number(typed) >= min && Number(typed) <= max;
  const shown = fits(text) && Number(text) !== value ? String(value) : text;
  return (
    <Field
      label={label}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={shown}
      error={fits(shown) ? null : t('field.range', { min, max })}
      onText={(typed) => {
        setText(typed);
        if (fits(typed)) onNumber(Number(typed));
      }}
    />
  );
}
