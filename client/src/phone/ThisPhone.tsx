import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

/** What is set on this device alone. */
export function ThisPhone({ view, acts }: { view: PhoneView; acts: PhoneActs }) {
  if (view.vibrates === null) return null;
  return (
    <label class="this-phone">
      <input
        type="checkbox"
        checked={view.vibrates}
        onChange={(input) => acts.setVibrates(input.currentTarget.checked)}
      />
      <span>{t('phone.vibrates')}</span>
    </label>
  );
}
