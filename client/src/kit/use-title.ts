import { useEffect } from 'preact/hooks';

/** Names the tab, and names it again when the text changes: another section, another language. */
export function useTitle(text: string): void {
  useEffect(() => {
    document.title = text;
  }, [text]);
}
