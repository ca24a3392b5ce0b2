import type { Signal } from '@preact/signals';
import { Name } from '../../kit/Name.tsx';
import { t } from '../words.ts';
import type { Dragging } from './drag-people.ts';
import { PriceList } from './PriceList.tsx';
import type { PlanDesk } from './plan-desk.ts';
import type { Price } from './price.ts';

export interface Hover extends Dragging {
  /** Null where nothing would change, or nobody can be put. */
  readonly price: Price | null;
}

/** Goes with the pointer while somebody is dragged: the name, and the price of letting go here. */
export function DragGhost({ hover, desk }: { hover: Signal<Hover | null>; desk: PlanDesk }) {
  const dragged = hover.value;
  return (
    <div class="drag-ghost" hidden={dragged === null} aria-hidden="true">
      {dragged ? (
        <>
          <b>
            <Name of={desk.names.person(dragged.person)} />
          </b>
          {dragged.price ? <PriceList price={dragged.price} names={desk.names} most={4} /> : null}
          {dragged.target === null ? <p>{t('edit.only-round', { round: dragged.round })}</p> : null}
        </>
      ) : null}
    </div>
  );
}
