import { expect, type Page } from '@playwright/test';
import { type PdfPage, readPdf } from './pdf.ts';

/** Paper in points, as PDF counts them; half a millimetre more or less is the renderer's rounding. */
const PAPER = {
  a4: { width: 595.3, height: 841.9 },
  'a4 wide': { width: 841.9, height: 595.3 },
  a5: { width: 419.5, height: 595.3 },
  a6: { width: 297.6, height: 419.5 },
} as const;
export type OnPaper = keyof typeof PAPER;
const ROUNDING = 1.5;

/** Prints the page as its own style sheet says. */
export const printed = async (page: Page): Promise<PdfPage[]> => readPdf(await page.pdf({ preferCSSPageSize: true }));

/** The name of the paper that a page of a PDF is of; its size in points where it is none that we print. */
export function paperOf({ width, height }: PdfPage): OnPaper | string {
  const fits = ([, size]: [string, { width: number; height: number }]): boolean =>
    Math.abs(width - size.width) < ROUNDING && Math.abs(height - size.height) < ROUNDING;
  return Object.entries(PAPER).find(fits)?.[0] ?? `${width} × ${height}`;
}

/** Prints the page, and answers with the number of pages; each of them is A4. */
export async function pdfPages(page: Page): Promise<number> {
  const pages = await printed(page);
  expect(new Set(pages.map(paperOf))).toEqual(new Set(['a4']));
  return pages.length;
}

/**
 * Pages where something is cut off, lies over the foot, or outgrows its box: looked for as they are laid out for paper,
 * and as they are shown.
 */
export async function tornPages(page: Page): Promise<string[]> {
  const shown = await page.evaluate(tornNow);
  await page.emulateMedia({ media: 'print' });
  const onPaper = await page.evaluate(tornNow);
  await page.emulateMedia({ media: null });
  return [...shown, ...onPaper];
}

/** Runs in the page. */
function tornNow(): string[] {
  const overflows = (box: Element): boolean => box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth;
  return [...document.querySelectorAll('.paper-page')].flatMap((sheet, index) => {
    const boxes = [...sheet.querySelectorAll('[data-fit], .piece')].filter(overflows);
    const torn = boxes.map((box) => `page ${index + 1}: ${box.className} ${box.textContent?.slice(0, 60)}`);
    if (overflows(sheet)) torn.push(`page ${index + 1}: ${sheet.textContent?.slice(0, 60)}`);
    // on pieces that are cut out nothing may lie over what stands at their foot
    for (const piece of sheet.matches('.bare') ? sheet.querySelectorAll('.badge, .card-words') : [sheet]) {
      const foot = piece.lastElementChild;
      const last = foot?.previousElementSibling;
      if (!foot || !last) torn.push(`page ${index + 1} has no foot`);
      else if (last.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 0.5)
        torn.push(`page ${index + 1}: over the foot lies ${last.textContent?.slice(0, 60)}`);
    }
    return torn;
  });
}
