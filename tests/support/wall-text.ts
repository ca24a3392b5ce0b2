import type { Page } from '@playwright/test';

/** A piece of text as it stands on a wall. Lengths in CSS pixels. */
export interface WallText {
  readonly text: string;
  /** The class or tag of what it stands in, nearest first. */
  readonly within: string;
  /** Height of a capital in the face that was really loaded. */
  readonly letter: number;
  /** Its lines, as far as there is ink. */
  readonly boxes: readonly Box[];
  /** It sticks out of what clips it. */
  readonly clipped: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Wall {
  readonly texts: readonly WallText[];
  /** QR codes and plates, and whatever else is drawn. */
  readonly drawings: readonly { readonly what: string; readonly box: Box }[];
  /** How far the page could be scrolled. */
  readonly overflow: number;
}

/** Everything that can be read or scanned on the page now; what is hidden or lies below something else is left out. */
export const readWall = (page: Page): Promise<Wall> =>
  page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom });
    const isSeen = (element: Element, box: Box): boolean => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
      if (element.closest('.k-unseen, .fit-probe, [data-shown]') || box.right - box.left < 1) return false;
      const on = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      // outside of the window nothing can lie over it
      return on === null || element.contains(on) || on.contains(element) || !on.closest('.flip');
    };
    const letterOf = (element: Element): number => {
      const style = getComputedStyle(element);
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.d ?? 1) : 1;
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      return pen.measureText('H').actualBoundingBoxAscent * scale;
    };
    // where there is ink: a line of text is higher than its letters, and less wide where it ends in three dots
    const inkOf = (element: Element, text: string, letter: number, line: Box): Box => {
      const font = pen.measureText(text);
      const scale = letter / pen.measureText('H').actualBoundingBoxAscent;
      const above = (font.fontBoundingBoxAscent - font.actualBoundingBoxAscent) * scale;
      const below = (font.fontBoundingBoxDescent - font.actualBoundingBoxDescent) * scale;
      const ink = { ...line, top: line.top + above, bottom: line.bottom - below };
      const dots = element.closest('.frame-top span')?.getBoundingClientRect();
      return dots ? { ...ink, left: Math.max(ink.left, dots.left), right: Math.min(ink.right, dots.right) } : ink;
    };
    const isClipped = (element: Element, box: Box): boolean => {
      // figures on a plate are squeezed into it
      if (element.hasAttribute('textLength')) return false;
      for (let around: Element | null = element; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.overflowX === 'visible') continue;
        const edge = around.getBoundingClientRect();
        if (box.left < edge.left - 1 || box.right > edge.right + 1) return true;
      }
      return false;
    };
    const texts: WallText[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = (node.nodeValue ?? '').trim();
      if (!element || text === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].map(boxOf).filter((line) => isSeen(element, line));
      if (lines.length === 0) continue;
      const letter = letterOf(element);
      const boxes = lines.map((line) => inkOf(element, text, letter, line));
      const chain: string[] = [];
      for (let around: Element | null = element; around && around.id !== 'app'; around = around.parentElement)
        chain.push(around.getAttribute('class') || around.tagName.toLowerCase());
      texts.push({
        text,
        within: chain.join(' < '),
        letter,
        boxes,
        clipped: boxes.some((box) => isClipped(element, box)),
      });
    }
    const drawings = [...document.querySelectorAll('.k-join-qr, .k-plate, .k-mark, .k-line, .offline-mark')].flatMap(
      (element) => {
        const box = boxOf(element.getBoundingClientRect());
        return isSeen(element, box) ? [{ what: element.getAttribute('class') ?? '', box }] : [];
      },
    );
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    const overflow = Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight);
    return { texts, drawings, overflow };
  });
