import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';

/** A text to send by hand. On plain http a browser has no clipboard: then the text is shown and selected. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('shown');
      requestAnimationFrame(() => field.current?.select());
    }
  };
  return (
    <>
      <button type="button" aria-label={t('copy-text.label', { name: label })} onClick={() => void copy()}>
        <Icon name="copy" /> <span aria-live="polite">{t(state === 'copied' ? 'copy.done' : 'copy-text')}</span>
      </button>
      {state === 'shown' ? (
        <textarea ref={field} class="copy-text" readOnly rows={8} value={text} aria-label={t('copy-text.shown')} />
      ) : null}
    </>
  );
}
