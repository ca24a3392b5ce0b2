import { useCopy } from '../../kit/use-copy.ts';
import { CopyWord } from '../shell/CopyWord.tsx';
import { t } from '../words.ts';

/** Copies a text for somebody; the text itself is shown only where it has to be copied by hand. */
export function CopyTextButton({ text, name }: { text: string; name: string }) {
  const { field, copied, copy } = useCopy<HTMLTextAreaElement>();
  return (
    <>
      <button type="button" aria-label={t('copy-text.label', { name })} onClick={() => void copy(text)}>
        <CopyWord copied={copied} before="copy-text" />
      </button>
      {copied === 'selected' ? (
        <textarea ref={field} class="copy-text" readOnly rows={8} value={text} aria-label={t('copy-text.shown')} />
      ) : null}
    </>
  );
}
