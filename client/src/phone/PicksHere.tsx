import './picks.css';
import type { Met } from '@lapwing/shared/protocol/messages';
import type { PhoneActs } from './own.ts';
import { PickMore } from './PickMore.tsx';
import type { PhoneView } from './phone-view.ts';

/** Below the card: what belongs to the wishes about those who sit there, which the bar says. */
export const PicksHere = ({ view, people, acts }: { view: PhoneView; people: readonly Met[]; acts: PhoneActs }) => (
  <section class="picks picks-here">
    {people.map((person) => (
      <PickMore key={person.id} view={view} person={person} acts={acts} inView />
    ))}
  </section>
);
