import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { nameOf, type Shot } from './sizes.ts';

const ON_A_SHEET = 12;
const SHEET_WIDTH = 1_800;

/** Pictures that belong on one sheet: of one surface, size and scheme. */
const kindOf = ({ state, width, scheme }: Shot): string => `${/^[a-z]-/u.exec(state)?.[0] ?? 'd-'}${width}-${scheme}`;

function sheetsOf(shots: readonly Shot[]): { readonly name: string; readonly shots: readonly Shot[] }[] {
  const kinds = new Map<string, Shot[]>();
  for (const shot of shots) kinds.set(kindOf(shot), [...(kinds.get(kindOf(shot)) ?? []), shot]);
  return [...kinds].flatMap(([kind, all]) =>
    Array.from({ length: Math.ceil(all.length / ON_A_SHEET) }, (_, index) => ({
      name: `sheet-${kind}-${index + 1}`,
      shots: all.slice(index * ON_A_SHEET, (index + 1) * ON_A_SHEET),
    })),
  );
}

const html = (folder: string, shots: readonly Shot[]): string => {
  const wide = (shots[0]?.width ?? 0) > (shots[0]?.height ?? 0);
  const figures = shots.map((shot) => {
    const picture = readFileSync(join(folder, `${nameOf(shot)}.png`)).toString('base64');
    return `<figure><img src="data:image/png;base64,${picture}"><figcaption>${shot.state}</figcaption></figure>`;
  });
  return `<style>
    body { margin: 0; padding: 16px; display: grid; grid-template-columns: repeat(${wide ? 3 : 6}, 1fr); gap: 16px;
      background: #8a9599; font: 16px sans-serif; }
    figure { margin: 0; } img { display: block; width: 100%; } figcaption { padding: 4px 0; }
  </style>${figures.join('')}`;
};

/** Puts the pictures of a folder on sheets of twelve beside them. @returns the names of the sheets */
export async function contactSheets(browser: Browser, folder: string, shots: readonly Shot[]): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 800 } });
  const sheets = sheetsOf(shots);
  for (const { name, shots: some } of sheets) {
    await page.setContent(html(folder, some));
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  await page.close();
  return sheets.map(({ name }) => name);
}
