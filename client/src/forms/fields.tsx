import type { Problem } from '@lapwing/shared/registration/problems';
import type { ComponentChildren } from 'preact';
import { isolated } from '../kit/words.ts';
import { fieldId, problemWords } from './problem-words.ts';
import { t } from './words.ts';

/** What every field has: a name in the answers, a label above, a hint, and what is wrong with it. */
interface Labelled {
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly problems: readonly Problem[];
}

const problemOf = ({ problems, field }: Labelled): Problem | undefined =>
  problems.find((problem) => problem.field === field);

function describedBy(props: Labelled): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } {
  const id = fieldId(props.field);
  const ids = [...(props.hint ? [`${id}-hint`] : []), ...(problemOf(props) ? [`${id}-problem`] : [])];
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(problemOf(props) ? { 'aria-invalid': 'true' as const } : {}),
  };
}

function Hints(props: Labelled) {
  const problem = problemOf(props);
  const id = fieldId(props.field);
  return (
    <>
      {props.hint ? (
        <p class="f-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {problem ? (
        <p class="f-problem" id={`${id}-problem`}>
          {t('problem.at', { words: problemWords(problem) })}
        </p>
      ) : null}
    </>
  );
}

interface TextProps extends Labelled {
  readonly value: string;
  readonly most: number;
  readonly onText: (value: string) => void;
  readonly type?: 'text' | 'email' | 'time';
  readonly autocomplete?: 'name' | 'email' | 'organization' | 'organization-title' | 'off';
  readonly required?: boolean;
  readonly lines?: number;
}

const KINDS = {
  text: { type: 'text' },
  email: { type: 'email', inputMode: 'email', autocapitalize: 'none', spellcheck: false },
  time: { type: 'time' },
} as const;

/** One line, or several where `lines` says so. */
export function TextField(props: TextProps) {
  const { field, label, value, most, onText, type = 'text', autocomplete = 'off', required = false, lines = 1 } = props;
  const id = fieldId(field);
  const shared = {
    ...{ id, name: field, value, autocomplete },
    'aria-required': required,
    ...describedBy(props),
  };
  return (
    <div class="f-field" data-wrong={problemOf(props) !== undefined}>
      <label for={id}>{required ? label : t('form.optional', { label })}</label>
      <Hints {...props} />
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onInput={(event) => onText(event.currentTarget.value)} />
      ) : (
        <input {...shared} {...KINDS[type]} onInput={(event) => onText(event.currentTarget.value)} />
      )}
      {lines > 1 && value.length > most * 0.8 ? (
        <p class="f-hint">{t('form.left', { left: most - value.length })}</p>
      ) : null}
    </div>
  );
}

interface CheckProps extends Labelled {
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

/** One thing to tick; never ticked beforehand. */
export function Check(props: CheckProps) {
  const { field, label, checked, onCheck } = props;
  const id = fieldId(field);
  return (
    <div class="f-check" data-wrong={problemOf(props) !== undefined}>
      <input
        id={id}
        name={field}
        type="checkbox"
        checked={checked}
        {...describedBy(props)}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        <Hints {...props} />
      </div>
    </div>
  );
}

interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  readonly line?: string;
}

interface ChoiceProps<Value> extends Labelled {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onPick: (value: Value) => void;
}

/** One of a few. The first control carries the id that the summary leads to. */
export function Choice<Value extends string | number | boolean | null>(props: ChoiceProps<Value>) {
  const { field, label, value, options, onPick } = props;
  return (
    <fieldset class="f-field" data-wrong={problemOf(props) !== undefined} {...describedBy(props)}>
      <legend>{label}</legend>
      <Hints {...props} />
      {options.map((option, index) => (
        <label class="f-option" key={String(option.value)}>
          <input
            {...(index === 0 ? { id: fieldId(field) } : {})}
            type="radio"
            name={field}
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          <OptionWords {...option} />
        </label>
      ))}
    </fieldset>
  );
}

const OptionWords = ({ label, line }: { label: string; line?: string }) => (
  <span>
    <b>{label}</b>
    {line ? <span class="f-line">{line}</span> : null}
  </span>
);

interface SeveralProps extends Labelled {
  readonly chosen: readonly string[];
  readonly most: number;
  readonly tags: readonly { readonly id: string; readonly label: string; readonly line: string }[];
  readonly onPick: (chosen: readonly string[]) => void;
}

/** A few of many, folded until wanted; what is chosen stands above. Words of an import stay until they are taken away. */
export function Several(props: SeveralProps) {
  const { field, label, chosen, most, tags, onPick } = props;
  const foreign = chosen.filter((id) => !tags.some((tag) => tag.id === id));
  const all = [...foreign.map((id) => ({ id, label: id, line: '' })), ...tags];
  const names = all.filter(({ id }) => chosen.includes(id)).map((tag) => tag.label);
  const full = chosen.length >= most;
  return (
    <fieldset class="f-field" data-wrong={problemOf(props) !== undefined} {...describedBy(props)}>
      <legend>{t('form.optional', { label })}</legend>
      <Hints {...props} />
      <details class="f-fold">
        <summary id={fieldId(field)}>
          {names.length === 0 ? t('form.choose', { most }) : names.map(isolated).join(', ')}
        </summary>
        <p class="f-hint">{full ? t('form.full', { most }) : t('form.choose.more', { left: most - chosen.length })}</p>
        {all.map(({ id, label: name, line }) => (
          <label class="f-option" key={id}>
            <input
              type="checkbox"
              name={field}
              checked={chosen.includes(id)}
              disabled={full && !chosen.includes(id)}
              onChange={({ currentTarget }) =>
                onPick(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <OptionWords label={name} line={line} />
          </label>
        ))}
      </details>
    </fieldset>
  );
}

interface PickProps extends Labelled {
  /** What nothing is called here; *None* unless said. */
  readonly none?: string;
  readonly value: string;
  readonly options: readonly Option<string>[];
  readonly onPick: (value: string) => void;
}

/** One of many, from the device's own list; '' for none. */
export function Pick(props: PickProps) {
  const { field, label, value, options, onPick, none = t('form.none') } = props;
  const id = fieldId(field);
  const known = value === '' || options.some((option) => option.value === value);
  return (
    <div class="f-field" data-wrong={problemOf(props) !== undefined}>
      <label for={id}>{t('form.optional', { label })}</label>
      <Hints {...props} />
      <select id={id} name={field} {...describedBy(props)} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="" selected={value === ''}>
          {none}
        </option>
        {known ? null : (
          <option value={value} selected>
            {value}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A part of a form under a heading. */
export const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="f-part">
    <h2>{title}</h2>
    {children}
  </section>
);
