import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';

/** One field and one button: everything else has a sensible beginning and is changed in Set up. */
export function NewEvent({ onCreate }: { onCreate: (name: string) => Promise<void> }) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const trimmed = name.trim();
    setError(trimmed === '' ? t('events.new.missing') : null);
    if (trimmed === '' || busy) return;
    setBusy(true);
    await onCreate(trimmed);
    setBusy(false);
  };
  return (
    <form class="new-event" aria-labelledby="new-event" onSubmit={(event) => void submit(event)}>
      <h2 id="new-event">{t('events.new.heading')}</h2>
      <Field
        label={t('events.new.field')}
        error={error}
        value={name}
        onText={setName}
        maxLength={80}
        autocomplete="off"
        name="event-name"
      />
      <button type="submit" class="primary" aria-busy={busy}>
        <Icon name="plus" /> {t('events.new.button')}
      </button>
    </form>
  );
}
