import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';

/** A text to read, select or copy. On plain http a browser has no clipboard: then the text is selected instead. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'selected'>('no');
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      setCopied('selected');
    }
  };
  const word = { no: 'mail.copy', yes: 'copy.done', selected: 'mail.copy.selected' } as const;
  return (
    <div class="mail-text">
      <label>
        <span>{label}</span>
        <textarea ref={field} readOnly rows={14} value={text} />
      </label>
      <button type="button" onClick={() => void copy()}>
        <Icon name="copy" /> <span aria-live="polite">{t(word[copied])}</span>
      </button>
    </div>
  );
}
