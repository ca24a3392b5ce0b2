import { useRef } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { CallPanel } from './CallPanel.tsx';
import { callsOf } from './calls.ts';
import { LostMap } from './LostMap.tsx';
import type { Tell } from './leave.ts';
import { isAtWork } from './MentorBar.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { Told } from './Told.tsx';
import { t } from './words.ts';

interface DeskProps {
  view: PhoneView;
  acts: PhoneActs;
  /** Shows all that can be told. */
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** At the foot of every page: what this person told the desk, and one tap further all that they can tell. */
export function Desk({ view, acts, open, onOpen }: DeskProps) {
  const toggle = useRef<HTMLButtonElement>(null);
  const { told } = view;
  const offers = callsOf(view.card);
  if (offers.length === 0 && told.calls.length === 0) return null;
  // a mentor at a table has the rest at the thumb
  const atWork = isAtWork(view);
  const tell: Tell = (kind, minutes, more) => {
    if (more) acts.tellDesk(kind, true, minutes, more.afterRound);
    else acts.tellDesk(kind, true, minutes);
    onOpen(false);
    if (atWork) requestAnimationFrame(() => document.querySelector<HTMLElement>('.desk-bar button')?.focus());
    else toggle.current?.focus();
  };
  return (
    <footer class="desk" data-part="help">
      {atWork ? null : <Told view={view} acts={acts} />}
      {told.calls.includes('lost') ? <LostMap view={view} /> : null}
      {atWork || offers.length === 0 ? null : (
        <button
          ref={toggle}
          type="button"
          class="quiet-button"
          aria-expanded={open}
          aria-controls="desk-calls"
          onClick={() => onOpen(!open)}
        >
          <Icon name={open ? 'cross' : 'message'} />
          {t(open ? 'phone.desk.close' : 'phone.desk.open')}
        </button>
      )}
      <div id="desk-calls">
        {open ? <CallPanel view={view} tell={tell} kinds={atWork ? ['leaving'] : offers} /> : null}
      </div>
    </footer>
  );
}
