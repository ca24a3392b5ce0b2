import { AddToHomeScreen } from './AddToHomeScreen.tsx';
import { AfterBell } from './AfterBell.tsx';
import type { AfterProps } from './AfterPart.tsx';
import { hasBegun } from './CalledOff.tsx';
import { Feedback } from './Feedback.tsx';
import { Recap } from './Recap.tsx';
import './after.css';

/** The page once the evening is over; loaded when it is needed, or ahead of that. */
export function After({ view, acts }: AfterProps) {
  const { card } = view;
  const begun = hasBegun(view);
  return (
    <>
      <AfterBell view={view} acts={acts} />
      <Recap view={view} acts={acts} />
      {begun && (card.standing === 'active' || card.checkedIn) ? <Feedback view={view} acts={acts} /> : null}
      <AddToHomeScreen id={card.id} />
    </>
  );
}
