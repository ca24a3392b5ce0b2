import { firstName } from '@lapwing/shared/event/roster';
import type { PassedTo } from '@lapwing/shared/protocol/introductions-api';
import { t as introWord } from '../introductions/words.ts';
import { Name } from '../kit/Name.tsx';
import type { AfterProps } from './AfterPart.tsx';
import { standingOf, standingWords } from './standing.ts';

/** Whom the organisers asked for this student: it stands like a wish of their own, and is taken back like one (H19). */
export function Suggested({ view, acts }: AfterProps) {
  const { suggested = [] } = view.picks.after ?? {};
  // once both want it, it stands above with the others
  const open = suggested.filter(({ id }) => ['asked', 'declined', undefined].includes(standingOf(view.picks, id)?.is));
  if (open.length === 0) return null;
  return (
    <section class="block suggested">
      <h2>{introWord('intro.suggested')}</h2>
      <p class="muted">{introWord('intro.suggested.words')}</p>
      <ul class="lines">
        {open.map((one) => (
          <One key={one.id} one={one} view={view} acts={acts} />
        ))}
      </ul>
    </section>
  );
}

function One({ one, view, acts }: AfterProps & { one: PassedTo }) {
  const { id, name, line } = one;
  const stands = standingOf(view.picks, id);
  return (
    <li>
      <p>
        <b>
          <Name of={name} />
        </b>
        {line === '' ? null : <span translate={false}> · {line}</span>}
      </p>
      <p role="status">
        {stands ? standingWords(view, one, stands) : introWord('intro.suggested.gone', { name: firstName(name) })}
      </p>
      {stands?.is === 'declined' ? null : (
        <button
          type="button"
          class="quiet-button"
          onClick={() => acts.sayPick(id, { wish: stands ? null : 'introduce' })}
        >
          {introWord(stands ? 'intro.suggested.back' : 'intro.suggested.again')}{' '}
          <span class="k-unseen">
            <Name of={name} />
          </span>
        </button>
      )}
    </li>
  );
}
