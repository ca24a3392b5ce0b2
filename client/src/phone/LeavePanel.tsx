import { useEffect, useRef, useState } from 'preact/hooks';
import { eveningHour } from '../kit/evening-hour.ts';
import { wallTime } from '../kit/zoned-time.ts';
import { type Leave, leaveAfterRound, leaveAt, leaveNow } from './leave.ts';
import { type PhoneView, timeText } from './phone-view.ts';
import { t } from './words.ts';

interface LeavePanelProps {
  view: PhoneView;
  onLeave: (leave: Leave) => void;
}

type When = 'now' | 'round' | 'at';

/** Now, after this round or at an hour: what happens is said before the press. */
export function LeavePanel({ view, onLeave }: LeavePanelProps) {
  const [when, setWhen] = useState<When | null>(null);
  const [time, setTime] = useState('');
  const panel = useRef<HTMLFieldSetElement>(null);
  useEffect(() => panel.current?.scrollIntoView?.({ block: 'nearest' }), [when]);
  const { startsAt, timeZone } = view.card;
  const round = leaveAfterRound(view);
  const at = eveningHour(time, startsAt, timeZone);
  const leaves = { now: leaveNow(view), round, at: at && leaveAt(view, at) };
  const leave = when && leaves[when];
  const pickHour = (): void => {
    setWhen('at');
    if (time === '' && round?.until) setTime(wallTime(round.until, timeZone).time);
  };
  return (
    <fieldset class="leave" ref={panel}>
      <legend>{t('phone.call.leaving')}</legend>
      <label>
        <input type="radio" name="leave" checked={when === 'now'} onChange={() => setWhen('now')} />
        {t('phone.call.leaving.now')}
      </label>
      {round === null ? null : (
        <label>
          <input type="radio" name="leave" checked={when === 'round'} onChange={() => setWhen('round')} />
          <span>
            {t('phone.call.leaving.round')}
            {round.until === null ? null : <span class="k-num muted"> {timeText(view, round.until)}</span>}
          </span>
        </label>
      )}
      <div class="leave-at">
        <label>
          <input type="radio" name="leave" checked={when === 'at'} onChange={pickHour} />
          {t('phone.leave.at')}
        </label>
        <input
          type="time"
          class="k-num"
          aria-label={t('phone.leave.hour')}
          value={time}
          onFocus={pickHour}
          onInput={({ currentTarget }) => setTime(currentTarget.value)}
        />
      </div>
      <p class="leave-means" role="status">
        {leave ? meaning(view, leave) : null}
      </p>
      {leave ? (
        <button type="button" class="leave-tell" onClick={() => onLeave(leave)}>
          {t('phone.leave.tell')}
        </button>
      ) : null}
    </fieldset>
  );
}

/** "You stay until round 4 is over, at 19:46. 5 students will be re-seated. Thank you for coming." */
function meaning(view: PhoneView, { afterRound, until, people }: Leave): string {
  const stays = until === null ? '' : t('phone.leave.stays', { round: afterRound, time: timeText(view, until) });
  const seats = view.card.role === 'mentor' ? t('phone.leave.students', { count: people }) : t('phone.leave.seat');
  return [stays, seats, t('phone.leave.thanks')].filter(Boolean).join(' ');
}
