import { AddToHomeScreen } from './AddToHomeScreen.tsx';
import { AfterBell } from './AfterBell.tsx';
import type { AfterProps } from './AfterPart.tsx';
import { hasBegun } from './CalledOff.tsx';
import { Feedback } from './Feedback.tsx';
import { Recap } from './Recap.tsx';
import { StayInCommunity } from './StayInCommunity.tsx';
import './after.css';

/** The page once the evening is over; loaded when it is needed, or ahead of that. */
export function After({ view, acts }: AfterProps) {
  const { card } = view;
  const wasThere = hasBegun(view) && (card.standing === 'active' || card.checkedIn);
  return (
    <>
      <AfterBell view={view} acts={acts} />
      <Recap view={view} acts={acts} />
      {wasThere ? <Feedback view={view} acts={acts} /> : null}
      {wasThere ? <StayInCommunity view={view} acts={acts} /> : null}
      <AddToHomeScreen id={card.id} />
    </>
  );
}
