import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** What became of copying; selected: there is no clipboard, and the text waits to be copied by hand. */
export type Copied = 'no' | 'yes' | 'selected';

interface Copying<Field> {
  /** For the field that shows the text. */
  readonly field: RefObject<Field | null>;
  readonly copied: Copied;
  copy(text: string): Promise<void>;
}

/** Copies the text of a field. On plain http a browser has no clipboard: then the field is selected instead. */
export function useCopy<Field extends HTMLInputElement | HTMLTextAreaElement>(): Copying<Field> {
  const field = useRef<Field>(null);
  const [copied, setCopied] = useState<Copied>('no');
  // a field that is shown only now can be selected only now
  useEffect(() => {
    if (copied === 'selected') field.current?.select();
  }, [copied]);
  return {
    field,
    copied,
    async copy(text) {
      field.current?.select();
      try {
        await navigator.clipboard.writeText(text);
        setCopied('yes');
      } catch {
        setCopied('selected');
      }
    },
  };
}
