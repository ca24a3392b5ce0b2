import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: string | number;
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'time';
  readonly name?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly maxLength?: number;
  readonly inputMode?: 'numeric';
  readonly autocomplete?: 'off' | 'given-name' | 'username' | 'current-password' | 'new-password' | 'one-time-code';
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly spellcheck?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | null;
  readonly onText: (text: string) => void;
}

/** A labelled text field: label above, hint below it, the error named and tied to the field. */
export function Field({ label, hint, error, onText, ...input }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <small id={`${id}-hint`} class="hint">
          {hint}
        </small>
      ) : null}
      <input
        {...(input as JSX.IntrinsicElements['input'])}
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {error ? (
        <small id={`${id}-error`} class="error">
          {error}
        </small>
      ) : null}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  readonly onPick: (value: Value) => void;
}

/** A short choice as radio buttons under one legend. */
export function Choice<Value extends string>({ label, value, options, onPick }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onPick(option.value)} />
          <span>
            {option.label}
            {option.hint ? <small>{option.hint}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
