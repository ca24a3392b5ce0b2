import { expect, type Page } from '@playwright/test';

/** A4 in points, as PDF counts them; half a millimetre more or less is the renderer's rounding. */
const A4 = { width: 595.3, height: 841.9 } as const;
const ROUNDING = 1.5;

/** Prints the page as its own style sheet says, and answers with the number of pages; each of them is A4. */
export async function pdfPages(page: Page): Promise<number> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)];
  for (const [, width, height] of boxes) {
    expect(Math.abs(Number(width) - A4.width)).toBeLessThan(ROUNDING);
    expect(Math.abs(Number(height) - A4.height)).toBeLessThan(ROUNDING);
  }
  return [...text.matchAll(/\/Type \/Page\b(?!s)/gu)].length;
}

/** Sheets on the page to print where something is cut off, or lies over the foot. */
export const tornPages = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.paper-page')].flatMap((sheet, index) => {
      const foot = sheet.querySelector(':scope > footer');
      const last = foot?.previousElementSibling;
      if (!foot || !last) return [`page ${index + 1} has no foot`];
      const torn =
        sheet.scrollHeight > sheet.clientHeight ||
        sheet.scrollWidth > sheet.clientWidth ||
        last.getBoundingClientRect().bottom > foot.getBoundingClientRect().top;
      return torn ? [`page ${index + 1}: ${sheet.textContent?.slice(0, 60)}`] : [];
    }),
  );
