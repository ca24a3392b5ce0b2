import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Registration } from '@lapwing/shared/event/registration';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { instantAt, wallTime } from '../../kit/zoned-time.ts';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';

type Hours = Pick<Registration, 'arrivesAt' | 'leavesAt'>;

interface Props {
  readonly hours: Hours;
  readonly settings: EveningSettings;
  readonly onChange: (hours: Partial<Hours>) => void;
}

const DAY_MS = 86_400_000;

/** When a mentor comes and goes, where that is not the whole evening. */
export function HoursFields({ hours, settings, onChange }: Props) {
  const { startsAt, timeZone } = settings;
  const shown = (at: Instant | null): string => (at === null ? '' : wallTime(at, timeZone).time);
  /** After midnight is the next day: nobody comes hours before the evening begins. */
  const meant = (time: string): Instant | null => {
    const at = time === '' ? null : instantAt({ date: wallTime(startsAt, timeZone).date, time }, timeZone);
    return at !== null && at < startsAt - DAY_MS / 2 ? instant(at + DAY_MS) : at;
  };
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
