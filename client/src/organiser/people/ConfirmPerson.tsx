import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import { clockText, dateText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';

interface Props {
  readonly store: EventStore;
  readonly person: Attendee;
  readonly onDone: () => void;
}

/** The organiser says that somebody who registered themselves is who they say, where their mailbox has not. */
export function ConfirmPerson({ store, person, onDone }: Props) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const { keptUntil } = person;
  const timeZone = store.detail.value?.settings.timeZone ?? 'UTC';
  async function confirm(): Promise<void> {
    const answer = await store.api.confirmPerson(person.id);
    if (!answer.ok) return setRefusal(answer.refusal.code);
    store.putPerson(answer.value);
    onDone();
  }
  return (
    <section class="form">
      <Note tone="warn">{t(person.role === 'mentor' ? 'confirm.mentor' : 'confirm.student')}</Note>
      {keptUntil === null ? null : (
        <p>{t('confirm.kept', { date: dateText(keptUntil, timeZone), time: clockText(keptUntil, timeZone) })}</p>
      )}
      <RefusalNote code={refusal} />
      <button type="button" onClick={() => void confirm()}>
        <Icon name="check" /> {t('confirm.button')}
      </button>
    </section>
  );
}
