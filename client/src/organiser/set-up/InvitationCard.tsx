import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import type { InvitationView, MovedUp } from '@lapwing/shared/protocol/places-api';
import { useRef, useState } from 'preact/hooks';
import { QrCode } from '../../kit/JoinBlock.tsx';
import { language } from '../../kit/words.ts';
import type { EventStore } from '../event-store.ts';
import { CopyAddress } from '../shell/CopyAddress.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { t } from '../words.ts';
import { InvitationFields } from './InvitationFields.tsx';
import { type InvitationDraft, type InvitationErrors, invitationDraftOf, invitationIn } from './invitation-draft.ts';
import './invitation.css';

interface Saved {
  readonly before: InvitationView;
  readonly movedUp: readonly MovedUp[];
}

/** Who may come: the public page and its words, how many places there are, and whom to write to. */
export function InvitationCard({ store, event }: { store: EventStore; event: EventDetail }) {
  const view = store.invitation.value;
  const [draft, setDraft] = useState<InvitationDraft | null>(null);
  const [errors, setErrors] = useState<InvitationErrors>({});
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const form = useRef<HTMLFormElement>(null);
  if (view === null) return null;
  const { timeZone } = event.settings;
  const stored = invitationDraftOf(view.invitation, timeZone, language());
  const shown = draft ?? stored;
  const dirty = JSON.stringify(shown) !== JSON.stringify(stored);
  const put = async (invitation: InvitationView['invitation'], takenBack?: readonly MovedUp[]): Promise<void> => {
    const answer = await store.api.saveInvitation(invitation, takenBack);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    store.invitation.value = answer.value;
    setDraft(null);
    setSaved(takenBack ? null : { before: view, movedUp: answer.value.movedUp });
  };
  const submit = async (press: Event): Promise<void> => {
    press.preventDefault();
    const read = invitationIn(shown, timeZone);
    setErrors(read.ok ? {} : read.errors);
    if (read.ok) return put(read.invitation);
    // after the errors are drawn, the first field in question takes the focus
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const wrong = Object.keys(errors).length;
  return (
    <form class="card form invitation" ref={form} onSubmit={(press) => void submit(press)} noValidate>
      <h3>{t('invitation.heading')}</h3>
      <div class="address">
        <QrCode text={view.address} />
        <div>
          <CopyAddress label={t('invitation.address')} address={view.address} />
          <p class="quiet">
            {t(view.invitation.open && !event.cancelled ? 'invitation.address.open' : 'invitation.address.closed')}{' '}
            <a href={view.address} target="_blank" rel="noreferrer">
              {t('invitation.address.look')}
            </a>
          </p>
        </div>
      </div>
      {wrong > 0 ? <Note tone="bad">{t('set-up.errors', { count: wrong })}</Note> : null}
      <InvitationFields
        draft={shown}
        errors={errors}
        stayedAway={view.stayedAway}
        change={(part) => {
          setDraft({ ...shown, ...part });
          setSaved(null);
        }}
      />
      <RefusalNote code={refusal} />
      <div class="save-bar">
        <button type="submit" class="primary">
          {t('invitation.save')}
        </button>
        {dirty ? (
          <span class="quiet" role="status">
            {t('set-up.unsaved')}
          </span>
        ) : null}
      </div>
      {saved && !dirty ? <SavedStrip saved={saved} onUndo={put} /> : null}
    </form>
  );
}

function SavedStrip({
  saved,
  onUndo,
}: {
  saved: Saved;
  onUndo: (invitation: InvitationView['invitation'], takenBack: readonly MovedUp[]) => Promise<void>;
}) {
  return (
    <UndoStrip onUndo={() => void onUndo(saved.before.invitation, saved.movedUp)}>
      {t('invitation.saved', { people: saved.movedUp.length })}
    </UndoStrip>
  );
}
