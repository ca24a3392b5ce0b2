import { useId } from 'preact/hooks';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';
import type { InvitationDraft } from './invitation-draft.ts';

interface Props {
  readonly draft: InvitationDraft;
  readonly change: (part: Partial<InvitationDraft>) => void;
}

/** How people treat each other, and who is told when somebody does not. */
export function ConductFields({ draft, change }: Props) {
  const id = useId();
  return (
    <>
      <div class="field">
        <label for={id}>{t('invitation.conduct')}</label>
        <small id={`${id}-hint`} class="hint">
          {t('invitation.conduct.hint')}
        </small>
        <textarea
          id={id}
          aria-describedby={`${id}-hint`}
          rows={7}
          maxLength={2_000}
          value={draft.conduct}
          onInput={(event) => change({ conduct: event.currentTarget.value })}
        />
      </div>
      <div class="field-row">
        <Field
          label={t('invitation.trusted')}
          hint={t('invitation.trusted.hint')}
          value={draft.trustedName}
          onText={(trustedName) => change({ trustedName })}
          maxLength={120}
          autocomplete="off"
        />
        <Field
          label={t('invitation.reach')}
          hint={t('invitation.reach.hint')}
          value={draft.trustedReach}
          onText={(trustedReach) => change({ trustedReach })}
          maxLength={120}
          autocomplete="off"
        />
      </div>
    </>
  );
}
