/** The data attributes of an element, by their names in camel case. (happy-dom's own `dataset` hides empty ones.) */
export function dataOf(element: Element): Record<string, string> {
  const data = [...element.attributes].filter(({ name }) => name.startsWith('data-'));
  const camel = (name: string): string => name.slice(5).replace(/-(.)/gu, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(data.map(({ name, value }) => [camel(name), value]));
}
