import type { CallKind } from '@lapwing/shared/event/desk-call';
import { useRef } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { CallPanel } from './CallPanel.tsx';
import { callsOf } from './calls.ts';
import { LostMap } from './LostMap.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
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
  const offers = callsOf(view.card).length > 0;
  if (!offers && told.calls.length === 0) return null;
  const tell = (kind: CallKind, minutes: number): void => {
    acts.tellDesk(kind, true, minutes);
    onOpen(false);
    toggle.current?.focus();
  };
  return (
    <footer class="desk" data-part="help">
      <div role="status">
        {told.calls.map((kind) => (
          <p class="told" key={kind}>
            <Icon name={told.waiting.includes(kind) ? 'clock' : 'check'} />
            <span>
              {t(told.waiting.includes(kind) && view.status !== 'live' ? 'phone.told.waiting' : `phone.told.${kind}`)}
            </span>
          </p>
        ))}
      </div>
      {told.calls.map((kind) => (
        <button key={kind} type="button" class="quiet-button" onClick={() => acts.tellDesk(kind, false)}>
          <Icon name="undo" />
          {told.calls.length > 1 ? t(`phone.told.back.${kind}`) : t('phone.told.back')}
        </button>
      ))}
      {told.calls.includes('lost') ? <LostMap view={view} /> : null}
      {offers ? (
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
      ) : null}
      <div id="desk-calls">{open ? <CallPanel view={view} tell={tell} /> : null}</div>
    </footer>
  );
}
