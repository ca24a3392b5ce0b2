import { useEffect } from 'preact/hooks';
import { isTyping, singleKeysOn } from '../live/use-keys.ts';

/** Calls `find` for Ctrl K (Cmd K) anywhere, and for `/` where nobody types, while no dialog is open. */
export function useFindKey(find: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey } = event;
      const chord = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k';
      const single = key === '/' && !(ctrlKey || metaKey || altKey) && singleKeysOn() && !isTyping(event.target);
      if (!(chord || single) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      find();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [find]);
}
