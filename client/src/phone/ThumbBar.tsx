import { firstName } from '@lapwing/shared/event/roster';
import type { Met } from '@lapwing/shared/protocol/messages';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import type { PhoneActs } from './own.ts';
import { PickButtons } from './PickButtons.tsx';
import { cardRound, type PhoneView, roundAt } from './phone-view.ts';
import { t } from './words.ts';

/** Parts of the page that the bar leads to; whoever draws one marks it with `data-part`. */
type Part = 'notes' | 'evening' | 'help';

interface ThumbBarProps {
  view: PhoneView;
  acts: PhoneActs;
  /** Opens what can be told to the desk. */
  onHelp: () => void;
}

/** More people than this are said something of in *My evening*: the bar would be half the page. */
export const MOST_IN_BAR = 2;

/** What a thumb reaches while the evening runs: what to say of whoever sits there, the parts below the card, and help. */
export function ThumbBar({ view, acts, onHelp }: ThumbBarProps) {
  const { kind } = view.shown.phase;
  if (kind === 'doors' || kind === 'finished' || view.card.rounds.length === 0 || view.news?.kind === 'gone')
    return null;
  const help = (): void => {
    onHelp();
    requestAnimationFrame(() => goTo('help'));
  };
  const there = inFront(view);
  const picked = view.card.role === 'student' && there.length <= MOST_IN_BAR ? there : [];
  return (
    <div class="bar" data-people={picked.length}>
      {picked.map((person) => (
        // biome-ignore lint/a11y/useSemanticElements: buttons that stay pressed, not fields
        <div class="bar-picks" role="group" aria-label={person.name} key={person.id}>
          {picked.length > 1 ? (
            <span aria-hidden="true">
              <Name of={firstName(person.name)} />
            </span>
          ) : null}
          <PickButtons view={view} person={person} acts={acts} />
        </div>
      ))}
      <nav aria-label={t('phone.bar')}>
        {there.length > 0 ? <BarButton icon="note" words={t('phone.bar.notes')} act={() => goTo('notes')} /> : null}
        {picked.length > 0 ? null : <BarButton icon="plan" words={t('phone.evening')} act={() => goTo('evening')} />}
        <BarButton icon="help" words={t('phone.bar.help')} act={help} />
      </nav>
    </div>
  );
}

const BarButton = ({ icon, words, act }: { icon: IconName; words: string; act: () => void }) => (
  <button type="button" onClick={act}>
    <Icon name={icon} />
    {words}
  </button>
);

/** Who sits in front of this person, to write about. */
function inFront({ card, shown: { phase } }: PhoneView): readonly Met[] {
  const here = cardRound(card, roundAt(phase));
  const talk = phase.kind === 'paused' ? phase.of.kind === 'talking' : !['moving', 'agenda'].includes(phase.kind);
  return talk && here !== null && here.table !== null ? here.meets : [];
}

/** Brings a part of the page into view, and the focus to what is first used there, or to its heading. */
function goTo(part: Part): void {
  const section = document.querySelector<HTMLElement>(`[data-part=${part}]`);
  const target = section?.querySelector<HTMLElement>(part === 'evening' ? 'h2' : 'textarea, button') ?? section;
  if (!section || !target) return;
  if (target.tagName === 'H2') target.tabIndex = -1;
  target.focus({ preventScroll: true });
  section.scrollIntoView?.({ block: part === 'help' ? 'end' : 'start' });
}
