import { useId, useState } from 'preact/hooks';
import { readStored, writeStored } from '../kit/stored.ts';
import { letterNeeded, reachOf } from './room-depth.ts';
import { t } from './words.ts';

const KEY = 'lapwing.room';
/** The hall that the pictures are made for: two metres of picture, the last row twelve metres away. */
const HALL = { distance: 12, height: 2 };

/** Letters as small as they come on this wall, and what arithmetic says about the room. */
export function LastRow() {
  const [room, setRoom] = useState(() => readStored<typeof HALL>(KEY) ?? HALL);
  const reach = reachOf(room.distance, room.height);
  const change = (more: Partial<typeof HALL>): void => {
    const next = { ...room, ...more };
    setRoom(next);
    writeStored(KEY, next);
  };
  return (
    <section class="setup-read">
      <p class="setup-large k-face" translate={false} aria-hidden="true">
        6:42 · 12
      </p>
      <p class="setup-small">{t('display.setup.read')}</p>
      <div class="setup-row">
        <Metres
          label={t('display.setup.distance')}
          value={room.distance}
          onChange={(distance) => change({ distance })}
        />
        <Metres label={t('display.setup.height')} value={room.height} onChange={(height) => change({ height })} />
        {reach === null ? null : (
          <p class="setup-reach" role="status">
            <b>{t(`display.setup.reach.${reach}`)}</b>{' '}
            {t('display.setup.letter', { letter: letterNeeded(room.distance) })}
          </p>
        )}
      </div>
    </section>
  );
}

function Metres({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const id = useId();
  return (
    <div class="setup-metres">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min="0.5"
        max="100"
        step="0.1"
        value={value}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
