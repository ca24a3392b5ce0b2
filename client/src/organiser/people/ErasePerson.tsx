import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import { Sure } from '../../kit/Sure.tsx';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';

const SURE_LOOK = { row: 'dialog-actions', no: '', yes: 'danger' } as const;

interface Props {
  readonly store: EventStore;
  readonly person: Attendee;
  readonly onErased: () => void;
}

/** Erases somebody for good, asked twice: it is the one thing here that cannot be taken back. */
export function ErasePerson({ store, person, onErased }: Props) {
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  async function erase(): Promise<void> {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    const answer = await store.api.erasePerson(person.id);
    setSending(false);
    // erased by somebody else in the meantime is erased
    if (!answer.ok && answer.refusal.code !== 'not-found') return setRefusal(answer.refusal.code);
    store.dropPerson(person.id);
    onErased();
  }
  return (
    <section class="erase">
      <RefusalNote code={refusal} />
      {asking ? (
        <Sure
          question={t('erase.ask', { name: person.name })}
          no={t('erase.no')}
          yes={t('erase.yes')}
          sending={sending}
          onNo={() => setAsking(false)}
          onYes={erase}
          look={SURE_LOOK}
        >
          <p>{t('erase.what')}</p>
        </Sure>
      ) : (
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          {t('erase.button')}
        </button>
      )}
    </section>
  );
}
