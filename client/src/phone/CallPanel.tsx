import type { CallKind } from '@lapwing/shared/event/desk-call';
import { useEffect, useRef } from 'preact/hooks';
import { LATE_BY } from './calls.ts';
import { LeavePanel } from './LeavePanel.tsx';
import type { Tell } from './leave.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

/** What a person can tell the desk. */
export function CallPanel({ view, tell, kinds }: { view: PhoneView; tell: Tell; kinds: readonly CallKind[] }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.scrollIntoView?.({ block: 'nearest' }), []);
  return (
    <div class="calls" ref={panel}>
      {kinds
        .filter((kind) => !view.told.calls.includes(kind))
        .map((kind) => {
          if (kind === 'late') return <Late key={kind} tell={tell} />;
          if (kind === 'leaving')
            return <LeavePanel key={kind} view={view} onLeave={(leave) => tell('leaving', leave.minutes, leave)} />;
          return (
            <button key={kind} type="button" onClick={() => tell(kind, 0)}>
              {t(`phone.call.${kind}`)}
            </button>
          );
        })}
    </div>
  );
}

const Late = ({ tell }: { tell: Tell }) => (
  <fieldset>
    <legend>{t('phone.call.late')}</legend>
    {LATE_BY.map((minutes) => (
      <button key={minutes} type="button" onClick={() => tell('late', minutes)}>
        {t('phone.call.late.by', { minutes })}
      </button>
    ))}
  </fieldset>
);
