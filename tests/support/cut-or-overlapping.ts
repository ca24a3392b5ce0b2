import type { Page } from '@playwright/test';
import { drawn } from './drawn.ts';

/**
 * A page that is wider than its window, text or controls beyond its sides or cut by a box, texts that lie over each other, and bars
 * that stay in place and leave no room for the rest. What scrolls in a box of its own is not cut.
 */
export async function cutOrOverlapping(page: Page): Promise<string[]> {
  await drawn(page);
  return measured(page);
}

const measured = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** A part of a pixel is rounding; letters stand a little inside of their line. */
    const SLACK_PX = 1.5;
    interface Edges {
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    interface Around {
      readonly style: CSSStyleDeclaration;
      /** What is left of the page within the boxes that clip or scroll. */
      readonly window: Edges;
      /** The same, without those that scroll: what is outside of it nobody can bring into sight. */
      readonly reach: Edges;
      /** It stays in place while the page scrolls, or lies in the top layer. */
      readonly layer: Element | null;
      /** What is too long for it ends in "…", on purpose. */
      readonly ends: boolean;
    }
    const EVERYWHERE = { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 };
    const found = new Set<string>();
    const { documentElement: root } = document;
    const nameOf = (one: Element): string => `${one.localName}.${one.getAttribute('class') ?? ''}`;
    const within = (edges: Edges, x: boolean, y: boolean, box: Edges): Edges => ({
      left: x ? Math.max(edges.left, box.left) : edges.left,
      right: x ? Math.min(edges.right, box.right) : edges.right,
      top: y ? Math.max(edges.top, box.top) : edges.top,
      bottom: y ? Math.min(edges.bottom, box.bottom) : edges.bottom,
    });
    const known = new Map<Element, Around>();
    const around = (one: Element): Around => {
      const before = known.get(one);
      if (before) return before;
      const style = getComputedStyle(one);
      const outer =
        one.parentElement === null || one === root || one === document.body
          ? { window: EVERYWHERE, reach: EVERYWHERE, layer: null, ends: false }
          : around(one.parentElement);
      const loose = style.position === 'fixed' || one.matches('dialog[open]');
      // a menu that is open lies over the page on a ground of its own
      const over = style.position === 'absolute' && style.zIndex !== 'auto' && /^rgb\(/u.test(style.backgroundColor);
      let { window: seen, reach } = loose ? { window: EVERYWHERE, reach: EVERYWHERE } : outer;
      if (one !== root && one !== document.body) {
        const box = one.getBoundingClientRect();
        const [x, y] = [style.overflowX !== 'visible', style.overflowY !== 'visible'];
        if (x || y) seen = within(seen, x, y, box);
        const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
        // what scrolls brings everything in it to where it stands itself
        if (scrolls(style.overflowX) || scrolls(style.overflowY))
          reach = within({ ...EVERYWHERE }, !scrolls(style.overflowX) && x, !scrolls(style.overflowY) && y, box);
        else reach = within(reach, x, y, box);
      }
      const result = {
        style,
        window: seen,
        reach,
        layer: loose || over || style.position === 'sticky' ? one : outer.layer,
        ends: outer.ends || style.textOverflow === 'ellipsis',
      };
      known.set(one, result);
      return result;
    };

    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll('#app *')].filter((one) => {
        const { right, width } = one.getBoundingClientRect();
        return width > 0 && right > root.clientWidth + 1 && around(one).window.right > root.clientWidth + 1;
      });
      found.add(`the page is ${root.scrollWidth} px wide: ${wide.slice(-3).map(nameOf).join(', ')}`);
    }

    const modal = document.querySelector('dialog[open]');
    const shown = (one: Element): boolean =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      one.closest('.k-unseen, [data-shown], script, style') === null;
    const words = (text: string): string => text.trim().replace(/\s+/gu, ' ').slice(0, 50);
    const texts: { text: string; box: Edges; layer: Element | null; parent: Element; node: Node }[] = [];
    const top = modal ?? (document.getElementById('app') as HTMLElement);
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent ?? '';
      if (parent === null || text.trim() === '' || !shown(parent)) continue;
      const { window: seen, reach, layer, ends } = around(parent);
      const isDrawing = parent.closest('svg') !== null;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top: above, bottom, width } of range.getClientRects()) {
        if (width === 0) continue;
        const isCut =
          left < reach.left - SLACK_PX ||
          right > reach.right + SLACK_PX ||
          above < reach.top - 4 * SLACK_PX ||
          bottom > reach.bottom + 4 * SLACK_PX;
        if (isCut && !ends && !isDrawing) found.add(`${nameOf(parent)} is cut off: ${words(text)}`);
        if ((left < -SLACK_PX || right > innerWidth + SLACK_PX) && seen.right > innerWidth + SLACK_PX && seen.left < 0)
          found.add(`${nameOf(parent)} lies beyond the screen: ${words(text)}`);
        const control = parent.closest('button, a.quiet-button, a.page-link, a.f-main');
        const edge = control?.getBoundingClientRect();
        if (edge && !isDrawing && (left < edge.left - SLACK_PX || right > edge.right + SLACK_PX))
          found.add(`${nameOf(parent)} is wider than its button: ${words(text)}`);
        const box = {
          left: Math.max(left, seen.left),
          right: Math.min(right, seen.right),
          top: Math.max(above, seen.top),
          bottom: Math.min(bottom, seen.bottom),
        };
        if (!isDrawing && box.right > box.left && box.bottom > box.top) texts.push({ text, box, layer, parent, node });
      }
    }
    for (const one of top.querySelectorAll('button, input, select, textarea, svg, a[href]')) {
      if (!shown(one) || one.matches('[type=hidden], [type=file]') || one.parentElement?.closest('svg')) continue;
      const { left, right, width } = one.getBoundingClientRect();
      const { window: seen, reach } = around(one.parentElement as Element);
      if (width < 2) continue;
      const beyond = (left < -SLACK_PX || right > innerWidth + SLACK_PX) && seen.right > innerWidth + SLACK_PX;
      if (beyond || left < reach.left - SLACK_PX || right > reach.right + SLACK_PX)
        found.add(`${nameOf(one)} is cut off at a side: ${words(one.textContent ?? '')}`);
    }

    // letters of one line stand inside of it: two lines may share their leading
    const inkOf = ({ top: above, bottom: below }: Edges): readonly [number, number] => [
      above + 0.22 * (below - above),
      below - 0.2 * (below - above),
    ];
    const crosses = (a: Edges, b: Edges): boolean => {
      const [[fromA, toA], [fromB, toB]] = [inkOf(a), inkOf(b)];
      return (
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(toA, toB) - Math.max(fromA, fromB) > 1
      );
    };
    texts.sort((a, b) => a.box.top - b.box.top);
    for (const [index, one] of texts.entries())
      for (let next = index + 1; next < texts.length; next++) {
        const other = texts[next];
        if (!other || other.box.top >= one.box.bottom) break;
        if (other.node !== one.node && other.layer === one.layer && crosses(one.box, other.box) && found.size < 40)
          found.add(
            `"${words(one.text)}" (${nameOf(one.parent)}) and "${words(other.text)}" (${nameOf(other.parent)}) lie over each other`,
          );
      }

    const bars = [...known]
      .filter(
        ([one, { style }]) => /^(?:fixed|sticky)$/u.test(style.position) && !one.matches('dialog, .skip') && shown(one),
      )
      .map(([one]) => ({ name: nameOf(one), one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > innerWidth / 2 && box.height < innerHeight);
    const held = bars.reduce((sum, { box }) => sum + box.height, 0);
    if (modal === null && root.scrollHeight > innerHeight && held > innerHeight * 0.6)
      found.add(`bars that stay in place take ${Math.round(held)} of ${innerHeight} px`);
    for (const [index, bar] of bars.entries())
      for (const other of bars.slice(index + 1))
        if (
          !bar.one.contains(other.one) &&
          Math.min(bar.box.bottom, other.box.bottom) - Math.max(bar.box.top, other.box.top) > 2
        )
          found.add(`${bar.name} and ${other.name} lie over each other`);
    return [...found];
  });
