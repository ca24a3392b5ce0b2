import { useCopy } from '../../kit/use-copy.ts';
import { CopyWord } from '../shell/CopyWord.tsx';

/** A long text to read, select or copy. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const { field, copied, copy } = useCopy<HTMLTextAreaElement>();
  return (
    <div class="mail-text">
      <label>
        <span>{label}</span>
        <textarea ref={field} readOnly rows={14} value={text} />
      </label>
      <button type="button" onClick={() => void copy(text)}>
        <CopyWord copied={copied} before="copy-text" />
      </button>
    </div>
  );
}
