import { LANDMARK_KINDS } from '@lapwing/shared/event/floor';
import { Icon } from '../../kit/Icon.tsx';
import { Choice } from '../shell/Field.tsx';
import { t } from '../words.ts';
import type { DraftLandmark, FloorDraft } from './floor-draft.ts';
import type { Spot } from './grid.ts';
import { MoveSelect } from './MoveSelect.tsx';

interface Props {
  readonly floor: FloorDraft;
  readonly landmark: DraftLandmark;
  readonly onChange: (part: Partial<DraftLandmark>) => void;
  readonly onMove: (spot: Spot) => void;
  readonly onRemove: () => void;
}

/** Everything about one landmark. */
export function LandmarkCard({ floor, landmark, onChange, onMove, onRemove }: Props) {
  return (
    <section class="card form table-card" aria-labelledby="landmark-heading">
      <h3 id="landmark-heading">{t('floor.landmark')}</h3>
      <Choice
        label={t('floor.landmark.what')}
        value={landmark.kind}
        options={LANDMARK_KINDS.map((value) => ({ value, label: t(`floor.landmark.${value}`) }))}
        onPick={(kind) => onChange({ kind })}
      />
      <p class="quiet">{t('floor.landmark.hint')}</p>
      <MoveSelect floor={floor} at={landmark} onMove={onMove} />
      <button type="button" onClick={onRemove}>
        <Icon name="trash" /> {t('floor.landmark.remove')}
      </button>
    </section>
  );
}
