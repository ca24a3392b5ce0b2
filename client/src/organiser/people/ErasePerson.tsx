import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';

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
        <Sure name={person.name} sending={sending} onYes={erase} onNo={() => setAsking(false)} />
      ) : (
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          {t('erase.button')}
        </button>
      )}
    </section>
  );
}

interface SureProps {
  readonly name: string;
  readonly sending: boolean;
  readonly onYes: () => Promise<void>;
  readonly onNo: () => void;
}

function Sure({ name, sending, onYes, onNo }: SureProps) {
  const keep = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => keep.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two buttons, not fields
    <div role="group" aria-labelledby={id}>
      <p id={id}>
        <b>{t('erase.ask', { name })}</b>
      </p>
      <p>{t('erase.what')}</p>
      <div class="dialog-actions">
        <button type="button" ref={keep} onClick={onNo}>
          {t('erase.no')}
        </button>
        <button type="button" class="danger" aria-disabled={sending} onClick={() => void onYes()}>
          {t('erase.yes')}
        </button>
      </div>
    </div>
  );
}
