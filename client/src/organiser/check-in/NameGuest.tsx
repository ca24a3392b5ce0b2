import type { Attendee } from '@lapwing/shared/event/roster';
import { useState } from 'preact/hooks';
import { Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import type { Door } from './door.ts';

/** A place was booked for a guest: the desk asks for the name, and may do without. */
export function NameGuest({ person, door }: { person: Attendee; door: Door }) {
  const [name, setName] = useState('');
  const [skipped, setSkipped] = useState(false);
  const [refusal, setRefusal] = useState<Awaited<ReturnType<Door['nameGuest']>>>(null);
  if (skipped || !person.unnamed) return null;
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (name.trim() !== '') setRefusal(await door.nameGuest(person.id, name.trim()));
  };
  return (
    <form class="form name-guest" onSubmit={(event) => void save(event)} noValidate>
      <RefusalNote code={refusal} />
      <Field
        label={t('guest.name')}
        value={name}
        onText={setName}
        maxLength={120}
        autocomplete="off"
        spellcheck={false}
      />
      <div class="button-row">
        <button type="submit" class="primary">
          {t('guest.save')}
        </button>
        <button type="button" onClick={() => setSkipped(true)}>
          {t('guest.skip')}
        </button>
      </div>
    </form>
  );
}
