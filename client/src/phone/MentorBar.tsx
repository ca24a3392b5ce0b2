import { Icon } from '../kit/Icon.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { Told } from './Told.tsx';
import { t } from './words.ts';

interface MentorBarProps {
  view: PhoneView;
  acts: PhoneActs;
  /** Shows when and how to leave. */
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** A mentor who came, while the night runs: nobody who sits at a table is late, and few things remain to be said. */
export const isAtWork = ({ card, shown: { phase } }: PhoneView): boolean =>
  card.role === 'mentor' &&
  card.checkedIn &&
  card.standing !== 'cancelled' &&
  phase.kind !== 'doors' &&
  phase.kind !== 'finished';

/** At the thumb of a mentor at a table: the two things they may need, and what they said already. */
export function MentorBar({ view, acts, open, onOpen }: MentorBarProps) {
  const { calls } = view.told;
  return (
    <div class="desk-bar">
      <div class="desk-said">
        <Told view={view} acts={acts} />
      </div>
      {calls.includes('help') ? null : (
        <button type="button" onClick={() => acts.tellDesk('help', true, 0)}>
          {t('phone.call.help')}
        </button>
      )}
      {calls.includes('leaving') ? null : (
        <button type="button" aria-expanded={open} aria-controls="desk-calls" onClick={() => onOpen(!open)}>
          {open ? <Icon name="cross" /> : null}
          {t(open ? 'phone.desk.close' : 'phone.call.leaving')}
        </button>
      )}
    </div>
  );
}
