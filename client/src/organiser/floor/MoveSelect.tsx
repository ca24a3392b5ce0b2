import { useId } from 'preact/hooks';
import { t } from '../words.ts';
import type { FloorDraft } from './floor-draft.ts';
import { drawnFields, type Spot } from './grid.ts';

interface Props {
  readonly floor: FloorDraft;
  readonly at: Spot;
  readonly onMove: (spot: Spot) => void;
}

/** The way to another field for whoever cannot drag: every field by its row and place, and what stands on it. */
export function MoveSelect({ floor, at, onMove }: Props) {
  const id = useId();
  const { columns, rows } = drawnFields([...floor.tables, ...floor.landmarks]);
  const fields = Array.from({ length: columns * rows }, (_, index) => ({
    column: index % columns,
    row: Math.floor(index / columns),
  }));
  const text = ({ column, row }: Spot): string => {
    const isHere = (one: Spot): boolean => one.column === column && one.row === row;
    const values = { row: row + 1, place: column + 1 };
    if (isHere(at)) return t('floor.field.here', values);
    const table = floor.tables.find(isHere);
    if (table) return t('floor.field.table', { ...values, number: table.number });
    const landmark = floor.landmarks.find(isHere);
    return landmark
      ? t('floor.field.landmark', { ...values, landmark: t(`floor.landmark.${landmark.kind}`) })
      : t('floor.field', values);
  };
  return (
    <div class="field">
      <label for={id}>{t('floor.move-to')}</label>
      <select
        id={id}
        value={at.row * columns + at.column}
        onChange={({ currentTarget }) => {
          const field = fields[Number(currentTarget.value)];
          if (field) onMove(field);
        }}
      >
        {fields.map((field, index) => (
          <option key={text(field)} value={index}>
            {text(field)}
          </option>
        ))}
      </select>
    </div>
  );
}
