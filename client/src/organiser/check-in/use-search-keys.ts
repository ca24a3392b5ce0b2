import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const TEXT_FIELDS = 'input,textarea,select,[contenteditable=true]';

/** Whatever is typed on the page goes into the field, so that a scanner that types needs no click before. */
export function useSearchKeys(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    // where fingers type, a focused field would cover half the page with a keyboard
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) search.current?.focus();
    const onKey = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): void => {
      if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return;
      if (document.querySelector('dialog[open]')) return;
      if (target instanceof Element && target.closest(TEXT_FIELDS)) return;
      search.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [search]);
}
