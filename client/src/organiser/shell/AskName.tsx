import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useEffect, useState } from 'preact/hooks';
import { sayFirstName } from '../session.ts';
import { t } from '../words.ts';
import { Door } from './Door.tsx';
import { Field } from './Field.tsx';
import { RefusalNote } from './Note.tsx';

/** Asked once per session: the log says who pressed. */
export function AskName() {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  useEffect(() => {
    document.title = t('ask-name.title');
  }, []);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const trimmed = name.trim();
    setError(trimmed === '' ? t('ask-name.missing') : null);
    if (trimmed !== '') setRefusal(await sayFirstName(trimmed));
  };
  return (
    <Door title={t('ask-name.heading')}>
      <RefusalNote code={refusal} />
      <form onSubmit={(event) => void submit(event)}>
        <Field
          label={t('ask-name.field')}
          hint={t('ask-name.hint')}
          error={error}
          value={name}
          onText={setName}
          autocomplete="given-name"
          maxLength={40}
          name="first-name"
        />
        <button type="submit" class="primary">
          {t('ask-name.button')}
        </button>
      </form>
    </Door>
  );
}
