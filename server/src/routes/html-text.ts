const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML shows it, between tags or in a double-quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"]/gu, (character) => ESCAPES[character] as string);

/** JSON that can stand in a script element. */
export const inlineJson = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
