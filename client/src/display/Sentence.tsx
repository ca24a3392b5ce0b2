import { announcementShown } from '@lapwing/shared/live/timeline';
import { Icon } from '../kit/Icon.tsx';
import type { DisplayView } from './display-view.ts';
import { t } from './words.ts';

/** A sentence in which one part, as it stands there, is strong. */
function Sentence({ text, strong }: { text: string; strong: string }) {
  const at = strong === '' ? -1 : text.indexOf(strong);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <b class="k-num">{strong}</b>
      {text.slice(at + strong.length)}
    </>
  );
}

/** So many letters need no more room than a state's own sentence, on any wall: the figures can keep their size. */
const BRIEF = 30;

export interface StateSentenceProps {
  view: DisplayView;
  text: string;
  /** The part of `text` that is strong. */
  strong?: string;
}

/** The one sentence of a state. Words of the organiser take its place, and so does a move that was taken back. */
export function StateSentence({ view, text, strong = '' }: StateSentenceProps) {
  const words = wordsInstead(view);
  if (words === null) {
    return (
      <p class="sentence">
        <Sentence text={text} strong={strong} />
      </p>
    );
  }
  return (
    <p class={`sentence said ${words.length <= BRIEF ? 'brief' : ''}`}>
      <Icon name={view.sentBack ? 'undo' : 'message'} size="1.2em" />
      <span>{words}</span>
    </p>
  );
}

/** What stands where the state's own sentence stood; null: nothing does. */
export function wordsInstead(view: DisplayView): string | null {
  if (view.sentBack) return t('display.back');
  const words = announcementShown(view.moment, view.now);
  return words && words.kind === 'message' && !words.whole ? words.text : null;
}
