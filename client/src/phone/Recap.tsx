import { t as afterWord } from '../after/words.ts';
import { Icon } from '../kit/Icon.tsx';
import type { PhoneActs } from './own.ts';
import { PersonRow } from './PersonRow.tsx';
import type { PhoneView } from './phone-view.ts';
import { alsoAsked, meetingsOf } from './recap.ts';
import { saveRecap } from './recap-file.ts';

interface RecapProps {
  view: PhoneView;
  acts: PhoneActs;
}

/** Whom this person met, with what they wrote about them, to keep. */
export function Recap({ view, acts }: RecapProps) {
  const meetings = meetingsOf(view);
  if (meetings.length === 0) return null;
  const asks = view.card.role === 'mentor' ? 'after.asked' : 'after.asks';
  return (
    <section class="block" data-part="evening">
      <h2>{afterWord('after.met')}</h2>
      <ul class="lines people">
        {meetings.map(({ person, round, table }) => (
          <PersonRow key={person.id} {...{ person, view, acts }} notNow>
            {person.ask === '' ? null : <p>{afterWord(asks, { what: person.ask })}</p>}
            <p class="muted">{afterWord('after.where', { round, number: table })}</p>
          </PersonRow>
        ))}
        {alsoAsked(view).map((person) => (
          <PersonRow key={person.id} {...{ person, view, acts }} notNow>
            <p class="muted">{afterWord('after.named')}</p>
          </PersonRow>
        ))}
      </ul>
      <button type="button" class="quiet-button" onClick={() => saveRecap(view)}>
        <Icon name="download" />
        {afterWord('after.save')}
      </button>
      <p class="muted">{afterWord('after.save.words')}</p>
    </section>
  );
}
