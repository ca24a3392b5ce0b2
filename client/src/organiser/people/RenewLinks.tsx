import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import { Sure } from '../../kit/Sure.tsx';
import type { EventStore } from '../event-store.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';

const SURE_LOOK = { row: 'dialog-actions', no: '', yes: 'danger' } as const;

interface Props {
  readonly store: EventStore;
  /** Null: everybody of the event. */
  readonly person: Attendee | null;
  readonly onDone: () => void;
}

/** Takes a link back and gives a new one, asked twice: whoever has the old one open is out. */
export function RenewLinks({ store, person, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  async function renew(): Promise<void> {
    if (sending) return;
    setSending(true);
    const answer = await (person ? store.api.renewLink(person.id) : store.api.renewAllLinks());
    setSending(false);
    if (!answer.ok) return setRefusal(answer.refusal.code);
    setAsking(false);
    onDone();
  }
  if (!asking)
    return (
      <button type="button" onClick={() => setAsking(true)}>
        {t(person ? 'renew.one' : 'renew.all')}
      </button>
    );
  return (
    <>
      <RefusalNote code={refusal} />
      <Sure
        question={person ? t('renew.ask.one', { name: person.name }) : t('renew.ask.all')}
        no={t('dialog.cancel')}
        yes={t('renew.yes')}
        sending={sending}
        onNo={() => setAsking(false)}
        onYes={renew}
        look={SURE_LOOK}
      >
        <p>{t(person ? 'renew.what.one' : 'renew.what.all')}</p>
      </Sure>
    </>
  );
}

/** What can be done with everybody's links at once. */
export function AllLinksDialog({
  store,
  onSave,
  onClose,
}: {
  store: EventStore;
  onSave: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={t('people.links')} onClose={onClose}>
      <div class="form">
        <p>{t('people.links.hint')}</p>
        <div class="dialog-actions">
          <button type="button" class="primary" onClick={onSave}>
            {t('people.links.save')}
          </button>
        </div>
        <RenewLinks store={store} person={null} onDone={onClose} />
      </div>
    </Dialog>
  );
}
