import { Icon, type IconName } from '../kit/Icon.tsx';
import { cardRound, type PhoneView, roundAt } from './phone-view.ts';
import { t } from './words.ts';

/** Parts of the page that the bar leads to; whoever draws one marks it with `data-part`. */
type Part = 'notes' | 'evening' | 'help';

interface ThumbBarProps {
  view: PhoneView;
  /** Opens what can be told to the desk. */
  onHelp: () => void;
}

/** What a thumb reaches while the evening runs: the parts that lie below the card, and help. */
export function ThumbBar({ view, onHelp }: ThumbBarProps) {
  const { kind } = view.shown.phase;
  if (kind === 'doors' || kind === 'finished' || view.card.rounds.length === 0 || view.news?.kind === 'gone')
    return null;
  const help = (): void => {
    onHelp();
    requestAnimationFrame(() => goTo('help'));
  };
  return (
    <nav class="bar" aria-label={t('phone.bar')}>
      {notesNow(view) ? <BarButton icon="note" words={t('phone.bar.notes')} act={() => goTo('notes')} /> : null}
      <BarButton icon="plan" words={t('phone.evening')} act={() => goTo('evening')} />
      <BarButton icon="help" words={t('phone.bar.help')} act={help} />
    </nav>
  );
}

const BarButton = ({ icon, words, act }: { icon: IconName; words: string; act: () => void }) => (
  <button type="button" onClick={act}>
    <Icon name={icon} />
    {words}
  </button>
);

/** Somebody sits in front of this person, to write about. */
function notesNow({ card, shown: { phase } }: PhoneView): boolean {
  const here = cardRound(card, roundAt(phase));
  const talk = phase.kind === 'paused' ? phase.of.kind === 'talking' : !['moving', 'agenda'].includes(phase.kind);
  return talk && here !== null && here.table !== null && here.meets.length > 0;
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
