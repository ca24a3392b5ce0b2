import { firstName } from '@lapwing/shared/event/roster';
import { LINE_LENGTH } from '@lapwing/shared/introductions/pick';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t as introWord } from '../introductions/words.ts';
import type { PickProps } from './PickButtons.tsx';

/** What belongs to a wish: who sees it (said once), whether the address may go out, and the line that says why. */
export function PickMore({ view, person, acts, inView = false }: PickProps & { inView?: boolean }) {
  const { of, firstAbout, introductions, after } = view.picks;
  const wants = of[person.id]?.wish === 'introduce' && introductions !== 'off';
  // of wishes from before the last bell it is asked once, above them all
  const asks = wants && introductions === 'ask' && (of[person.id]?.at ?? 0) >= (after?.at ?? 0);
  const name = firstName(person.name);
  const block = useRef<HTMLDivElement>(null);
  const wanted = useRef(wants);
  useEffect(() => {
    // what a tap in the bar brought stands where the eye is
    if (inView && wants && !wanted.current) block.current?.scrollIntoView?.({ block: 'nearest' });
    wanted.current = wants;
  }, [wants]);
  return (
    <div class="pick-more" data-open={wants} ref={block}>
      <p class="pick-said" role="status">
        {wants && firstAbout === person.id ? introWord(after ? 'intro.said.now' : 'intro.said', { name }) : null}
      </p>
      {asks ? (
        // biome-ignore lint/a11y/useSemanticElements: a question with two buttons, not fields
        <div class="pick-asks" role="group" aria-label={introWord('intro.consent', { name })}>
          <p>{introWord('intro.consent', { name })}</p>
          <button type="button" class="quiet-button" onClick={() => acts.setTerms({ consent: true })}>
            {introWord('intro.consent.yes')}
          </button>
          <button type="button" class="quiet-button" onClick={() => acts.sayPick(person.id, { wish: null })}>
            {introWord('intro.consent.no')}
          </button>
        </div>
      ) : null}
      {wants ? <Line key={person.id} {...{ view, person, acts }} /> : null}
    </div>
  );
}

/** A pause in typing. */
const PAUSE_MS = 600;

/** One line; what is typed is kept with every pause, and when the field is left. */
function Line({ view, person, acts }: PickProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const typed = useRef<{ readonly text: string; readonly timer: number } | null>(null);
  const id = useId();
  const save = (): void => {
    if (!typed.current) return;
    const { text, timer } = typed.current;
    clearTimeout(timer);
    typed.current = null;
    acts.sayPick(person.id, { line: text.trim() });
    setDraft(null);
  };
  const type = (text: string): void => {
    clearTimeout(typed.current?.timer);
    typed.current = { text, timer: window.setTimeout(save, PAUSE_MS) };
    setDraft(text);
  };
  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, []);
  return (
    <div class="pick-line">
      <label for={id}>{introWord('intro.line', { name: firstName(person.name) })}</label>
      <input
        id={id}
        type="text"
        maxLength={LINE_LENGTH}
        autocomplete="off"
        enterkeyhint="done"
        value={draft ?? view.picks.of[person.id]?.line ?? ''}
        onFocus={(event) => event.currentTarget.scrollIntoView?.({ block: 'nearest' })}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onBlur={save}
      />
    </div>
  );
}
