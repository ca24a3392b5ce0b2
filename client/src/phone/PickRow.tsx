import './picks.css';
import { firstName } from '@lapwing/shared/event/roster';
import { t as introWord } from '../introductions/words.ts';
import { offersIntroductions, PickButtons, type PickProps } from './PickButtons.tsx';
import { PickMore } from './PickMore.tsx';
import { type Stands, standingOf, standingWords } from './standing.ts';

interface PickRowProps extends PickProps {
  /** Offers to say no ahead: not while somebody sits there and may look on. */
  notNow?: boolean;
}

/** What is said of somebody at the table or met, and what has become of it. */
export function PickRow({ view, person, acts, notNow = false }: PickRowProps) {
  // an evening that does not take place introduces nobody, and takes no stars
  if (view.card.cancelled) return null;
  const stands = standingOf(view.picks, person.id);
  const sent = stands?.is === 'sent';
  const { id, name } = person;
  const saysNo = view.picks.of[id]?.wish === 'not-now';
  return (
    <div class="picks">
      <div class="pick-row">
        <PickButtons view={view} person={person} acts={acts} settled={sent} />
        {notNow && !sent && offersIntroductions(view) ? (
          <button
            type="button"
            aria-pressed={saysNo}
            aria-label={introWord('intro.not-now.about', { name })}
            onClick={() => acts.sayPick(id, { wish: saysNo ? null : 'not-now' })}
          >
            {introWord('intro.not-now')}
          </button>
        ) : null}
      </div>
      {stands ? <Standing {...{ view, person, acts, stands }} /> : null}
      {sent ? null : <PickMore view={view} person={person} acts={acts} />}
    </div>
  );
}

function Standing({ view, person, acts, stands }: PickProps & { stands: Stands }) {
  const { passedTo } = stands;
  const asked = passedTo && view.picks.of[passedTo.id]?.wish === 'introduce';
  return (
    <div class="pick-stands" data-stands={stands.is}>
      <p>{standingWords(view, person, stands)}</p>
      {passedTo && !asked ? (
        <button type="button" class="quiet-button" onClick={() => acts.sayPick(passedTo.id, { wish: 'introduce' })}>
          {introWord('intro.ask', { name: firstName(passedTo.name) })}
        </button>
      ) : null}
    </div>
  );
}
