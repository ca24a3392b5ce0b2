import type { Instant } from '@lapwing/shared/kernel/time';
import type { ReminderPlan } from '@lapwing/shared/protocol/outbox-api';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';
import type { OutboxApi } from './outbox-api.ts';

interface Props {
  readonly plan: ReminderPlan;
  readonly api: OutboxApi;
  readonly time: (at: Instant) => string;
  readonly onDone: () => void;
}

/** The reminder that goes by itself, and the way to call it off. */
export function ReminderLine({ plan, api, time, onDone }: Props) {
  return (
    <div class="card post-strip">
      <Icon name="clock" />
      <span role="status">
        {t(plan.on ? 'reminder.planned' : 'reminder.off', { time: time(plan.at), count: plan.people })}
      </span>
      <button type="button" onClick={() => void api.remind(!plan.on).then(onDone)}>
        {t(plan.on ? 'reminder.call-off' : 'reminder.on-again')}
      </button>
    </div>
  );
}
