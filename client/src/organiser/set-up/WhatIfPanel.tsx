import { type EveningSettings, plannedMinutes } from '@lapwing/shared/event/event';
import { whatIf } from '@lapwing/shared/event/what-if';
import { after, minutes } from '@lapwing/shared/kernel/time';
import { useState } from 'preact/hooks';
import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { wallTime } from '../../kit/zoned-time.ts';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';
import { minutesUntil } from './evening-sum.ts';
import type { SettingsDraft } from './settings-draft.ts';

interface Props {
  readonly settings: EveningSettings;
  readonly change: (part: Partial<SettingsDraft>) => void;
}

/** "It has to end at": rounds against minutes, each choice with its end; a press puts it into the form. */
export function WhatIfPanel({ settings, change }: Props) {
  const { startsAt, timeZone } = settings;
  const endOf = (total: number) => after(startsAt, minutes(total));
  const [wished, setWished] = useState<string | null>(null);
  const end = wished ?? wallTime(endOf(plannedMinutes(settings)), timeZone).time;
  const within = minutesUntil(wallTime(startsAt, timeZone).time, end);
  const choices = within === null ? [] : whatIf(settings, within);
  return (
    <details class="what-if">
      <summary>{t('what-if.heading')}</summary>
      <Field label={t('what-if.end')} type="time" value={end} onText={setWished} />
      {choices.length === 0 ? <p class="quiet">{t('what-if.none')}</p> : null}
      <ul class="what-if-choices">
        {choices.map(({ rounds, roundMinutes, total, isShort }) => (
          <li key={rounds}>
            <button
              type="button"
              aria-pressed={rounds === settings.rounds && roundMinutes === settings.roundMinutes}
              onClick={() => {
                setWished(end);
                change({ rounds: String(rounds), roundMinutes: String(roundMinutes) });
              }}
            >
              {t('what-if.choice', { rounds, minutes: roundMinutes, ends: clockText(endOf(total), timeZone) })}
            </button>
            {isShort ? (
              <span class="tag warn">
                <Icon name="warn" /> {t('what-if.short')}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
