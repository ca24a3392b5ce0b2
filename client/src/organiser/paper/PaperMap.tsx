import { type Landmark, type Table, tableName } from '@lapwing/shared/event/floor';
import { FloorMap } from '../../kit/FloorMap.tsx';
import { floorGrid } from '../../kit/floor-grid.ts';
import { t } from '../words.ts';

/** The room of the map on a run sheet, in millimetres, and the largest plate. */
const WIDTH_MM = 84;
const HEIGHT_MM = 44;
const LARGEST_MM = 12;
/** Below this a name would be wider than its plate. */
const NAMED_MM = 10;
const NAME_MM = 4;

/** Where the tables stand, in outlines. */
export function PaperMap({ tables, landmarks }: { tables: readonly Table[]; landmarks: readonly Landmark[] }) {
  const onFloor = tables.map((table) => ({ ...table, name: tableName(table) }));
  const { columns, rows } = floorGrid(onFloor, landmarks);
  const fits = (extra: number): number => Math.min(LARGEST_MM, WIDTH_MM / columns - 2, HEIGHT_MM / rows - 1 - extra);
  const names = fits(NAME_MM) >= NAMED_MM;
  const plate = Math.max(3, fits(names ? NAME_MM : 0));
  return (
    <>
      <p class="paper-screen">{t('print.screen')}</p>
      <FloorMap tables={onFloor} landmarks={landmarks} plate={`${plate}mm`} names={names} />
    </>
  );
}
