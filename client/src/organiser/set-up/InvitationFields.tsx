import type { InvitationView } from '@lapwing/shared/protocol/places-api';
import { useId } from 'preact/hooks';
import { Choice, Field } from '../shell/Field.tsx';
import { t } from '../words.ts';
import { ConductFields } from './ConductFields.tsx';
import { type InvitationDraft, type InvitationErrors, wholeIn } from './invitation-draft.ts';
import { OverbookHelper } from './OverbookHelper.tsx';

interface Props {
  readonly draft: InvitationDraft;
  readonly errors: InvitationErrors;
  readonly stayedAway: InvitationView['stayedAway'];
  readonly change: (part: Partial<InvitationDraft>) => void;
}

/** What the invitation says: open or not, about, places, contact. */
export function InvitationFields({ draft, errors, stayedAway, change }: Props) {
  const about = useId();
  const error = (field: keyof InvitationDraft): string | null => {
    const word = errors[field];
    return word === undefined ? null : t('field.error', { what: t(word) });
  };
  const capacity = wholeIn(draft.capacity, 1, 2_000);
  const overbookPercent = wholeIn(draft.overbookPercent, 0, 100);
  return (
    <>
      <Choice
        label={t('invitation.open')}
        value={draft.open ? 'open' : 'closed'}
        options={[
          { value: 'open', label: t('invitation.open.yes') },
          { value: 'closed', label: t('invitation.open.no') },
        ]}
        onPick={(value) => change({ open: value === 'open' })}
      />
      <div class="field">
        <label for={about}>{t('invitation.about')}</label>
        <textarea
          id={about}
          rows={4}
          maxLength={2_000}
          value={draft.about}
          onInput={(event) => change({ about: event.currentTarget.value })}
        />
      </div>
      <div class="field-row">
        <Field
          label={t('invitation.capacity')}
          hint={t('invitation.capacity.hint')}
          error={error('capacity')}
          inputMode="numeric"
          value={draft.capacity}
          onText={(text) => change({ capacity: text })}
          autocomplete="off"
        />
        <Field
          label={t('invitation.overbook')}
          hint={t('invitation.overbook.hint')}
          error={error('overbookPercent')}
          inputMode="numeric"
          value={draft.overbookPercent}
          onText={(text) => change({ overbookPercent: text })}
          autocomplete="off"
        />
      </div>
      {capacity !== null && overbookPercent !== null ? (
        <OverbookHelper
          capacity={capacity}
          overbookPercent={overbookPercent}
          stayedAway={stayedAway}
          onTake={(percent) => change({ overbookPercent: String(percent) })}
        />
      ) : null}
      <div class="field-row">
        <Field
          label={t('invitation.closes')}
          hint={t('invitation.closes.hint')}
          type="date"
          error={error('closesDate')}
          value={draft.closesDate}
          onText={(closesDate) => change({ closesDate, closesTime: draft.closesTime || '18:00' })}
        />
        <Field
          label={t('invitation.closes.time')}
          hint={t('invitation.closes.time.hint')}
          type="time"
          value={draft.closesTime}
          onText={(closesTime) => change({ closesTime })}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.showMentors}
          onChange={(event) => change({ showMentors: event.currentTarget.checked })}
        />
        <span>
          {t('invitation.show-mentors')} <small class="quiet">{t('invitation.show-mentors.hint')}</small>
        </span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.inGuide}
          onChange={(event) => change({ inGuide: event.currentTarget.checked })}
        />
        <span>
          {t('invitation.in-guide')} <small class="quiet">{t('invitation.in-guide.hint')}</small>
        </span>
      </label>
      <div class="field-row">
        <Field
          label={t('invitation.contact-name')}
          value={draft.contactName}
          onText={(contactName) => change({ contactName })}
          maxLength={120}
          autocomplete="off"
        />
        <Field
          label={t('invitation.contact-email')}
          type="email"
          error={error('contactEmail')}
          value={draft.contactEmail}
          onText={(contactEmail) => change({ contactEmail })}
          maxLength={254}
          autocomplete="off"
        />
      </div>
      <ConductFields draft={draft} change={change} />
    </>
  );
}
