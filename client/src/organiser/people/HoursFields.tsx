import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Registration } from '@lapwing/shared/event/registration';
import type { Instant } from '@lapwing/shared/kernel/time';
import { eveningHour } from '../../kit/evening-hour.ts';
import { wallTime } from '../../kit/zoned-time.ts';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';

type Hours = Pick<Registration, 'arrivesAt' | 'leavesAt'>;

interface Props {
  readonly hours: Hours;
  readonly settings: EveningSettings;
  readonly onChange: (hours: Partial<Hours>) => void;
}

/** When a mentor comes and goes, where that is not the whole evening. */
export function HoursFields({ hours, settings, onChange }: Props) {
  const { startsAt, timeZone } = settings;
  const shown = (at: Instant | null): string => (at === null ? '' : wallTime(at, timeZone).time);
  const meant = (time: string): Instant | null => eveningHour(time, startsAt, timeZone);
  return (
    <div class="field-row">
      <Field
        label={t('hours.arrives')}
        hint={t('hours.hint')}
        type="time"
        value={shown(hours.arrivesAt)}
        onText={(time) => onChange({ arrivesAt: meant(time) })}
      />
      <Field
        label={t('hours.leaves')}
        hint={t('hours.hint')}
        type="time"
        value={shown(hours.leavesAt)}
        onText={(time) => onChange({ leavesAt: meant(time) })}
      />
    </div>
  );
}
