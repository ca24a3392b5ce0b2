import type { Page } from '@playwright/test';

/**
 * What can no longer be seen once a system puts its own colours in place: a ring around what has the focus, marks that are a
 * background and nothing else, and whether something is chosen.
 */
export const lostInForcedColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const nameOf = (one: Element): string => `${one.localName}.${one.getAttribute('class') ?? ''}`;
    const app = document.getElementById('app') as HTMLElement;
    const top = document.querySelector('dialog[open]') ?? app;
    const seen = (one: Element): boolean =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.closest('.k-unseen') === null;
    const bordered = (style: CSSStyleDeclaration): boolean =>
      ['Top', 'Right', 'Bottom', 'Left'].some((side) => {
        const part = (what: string): string => style[`border${side}${what}` as 'borderTopStyle'];
        return part('Style') !== 'none' && Number.parseFloat(part('Width')) > 0;
      }) ||
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0);

    const probe = document.createElement('i');
    probe.style.backgroundColor = 'Canvas';
    document.body.append(probe);
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const isBlank = (style: CSSStyleDeclaration): boolean =>
      style.forcedColorAdjust === 'auto' &&
      style.backgroundColor === canvas &&
      style.backgroundImage === 'none' &&
      !bordered(style);
    for (const one of app.querySelectorAll('*')) {
      if (
        one.closest('svg, [contenteditable]') ||
        one.matches('input, select, textarea, progress, meter, iframe, video, canvas, hr')
      )
        continue;
      if (one.childNodes.length === 0) {
        const { width, height } = one.getBoundingClientRect();
        if (width >= 2 && height >= 2 && isBlank(getComputedStyle(one)) && seen(one))
          found.add(`${nameOf(one)} is a background alone`);
      }
      for (const pseudo of ['::before', '::after'] as const) {
        const style = getComputedStyle(one, pseudo);
        if (
          style.content === '""' &&
          style.display !== 'none' &&
          Number.parseFloat(style.width) >= 2 &&
          isBlank(style) &&
          seen(one)
        )
          found.add(`${nameOf(one)}${pseudo} is a background alone`);
      }
    }

    // chosen or not must differ in something that the system leaves alone
    const SHOWS = [
      ...['color', 'backgroundColor', 'backgroundImage', 'textDecorationLine', 'fontWeight', 'fontStyle', 'opacity'],
      ...[
        'borderTopStyle',
        'borderTopWidth',
        'borderTopColor',
        'borderLeftStyle',
        'borderLeftWidth',
        'borderLeftColor',
      ],
      ...['borderBottomStyle', 'borderBottomWidth', 'borderBottomColor', 'outlineStyle', 'outlineWidth', 'transform'],
      ...['fill', 'stroke', 'strokeWidth', 'display'],
    ] as const;
    const look = (one: Element): string => {
      const parts = [one, ...one.querySelectorAll('*')].map((part) => {
        const style = getComputedStyle(part) as unknown as Record<string, string>;
        return SHOWS.map((what) => style[what]).join(' ');
      });
      const marks = ['::before', '::after'].map((pseudo) => {
        const style = getComputedStyle(one, pseudo) as unknown as Record<string, string>;
        return style.content === 'none' ? '' : style.content + SHOWS.map((what) => style[what]).join(' ');
      });
      const icons = [...one.querySelectorAll('svg')].map((icon) => icon.innerHTML).join(' ');
      return [...new Set(parts), ...marks, icons].join('\n');
    };
    const STATES = [
      ['aria-pressed', '[aria-pressed="true"]'],
      ['aria-selected', '[aria-selected="true"]'],
      ['aria-checked', '[aria-checked="true"]'],
      ['aria-current', '[aria-current]:not([aria-current="false"])'],
    ] as const;
    for (const [attribute, on] of STATES)
      for (const one of app.querySelectorAll(on)) {
        if (!seen(one)) continue;
        const list = one.parentElement?.matches('li') ? one.parentElement.parentElement : one.parentElement;
        const others = [...(list?.querySelectorAll(one.localName) ?? [])].filter(
          (other) =>
            other !== one && !other.matches(on) && seen(other) && !other.matches('[disabled], [aria-disabled=true]'),
        );
        const looks = others.map(look);
        if (looks.length > 0 && looks.some((other) => other === look(one)))
          found.add(`${nameOf(one)} looks the same with ${attribute} as without`);
      }

    const kinds = new Set<string>();
    for (const one of top.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    )) {
      const kind = `${nameOf(one)} ${one.getAttribute('type')}`;
      if (kinds.has(kind) || !seen(one) || one.matches(':disabled, [type=hidden]')) continue;
      kinds.add(kind);
      one.focus({ preventScroll: true });
      if (document.activeElement !== one) continue;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      const around = one.closest(':focus-within:not(:focus)');
      const byBox = around !== null && one.matches('input') && getComputedStyle(around).outlineStyle !== 'none';
      if ((outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) && !byBox)
        found.add(`${nameOf(one)} has no ring around it while it has the focus`);
    }
    return [...found];
  });
