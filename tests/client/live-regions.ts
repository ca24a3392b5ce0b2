/** What a screen reader says of itself, from now on: each new text of a region that is live, and how urgent it is. */
export function spokenOf(page: Element): readonly string[] {
  const spoken: string[] = [];
  const regions = '[aria-live], [role=status], [role=alert]';
  const watch = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const within = target instanceof Element ? target : target.parentElement;
      const fresh = [...addedNodes]
        .filter((node) => node instanceof Element)
        .flatMap((node) => [...(node.matches(regions) ? [node] : []), ...node.querySelectorAll(regions)]);
      for (const region of new Set([within?.closest(regions), ...fresh])) {
        const how = region?.getAttribute('aria-live') ?? region?.getAttribute('role');
        const text = region?.textContent ?? '';
        if (how && how !== 'off' && text !== '' && spoken.at(-1) !== `${how}: ${text}`) spoken.push(`${how}: ${text}`);
      }
    }
  });
  watch.observe(page, { subtree: true, childList: true, characterData: true });
  return spoken;
}
