import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { isWall, nameOf, type Shot } from './sizes.ts';

const ON_A_SHEET = 12;
const SHEET_WIDTH = 1_800;

const SURFACES: Readonly<Record<string, string>> = {
  p: 'phone',
  j: 'public',
  a: 'answer',
  m: 'community',
  c: 'check-in',
  g: 'guide',
  o: 'console',
};

/** Pictures that belong on one sheet: of one surface, size and look. */
const kindOf = (shot: Shot): string =>
  `${isWall(shot) ? 'display' : SURFACES[shot.state[0] ?? '']}-${shot.width}-${shot.look}`;

/** Twelve pictures on one sheet. */
export interface Sheet {
  readonly name: string;
  readonly shots: readonly Shot[];
}

/** Which pictures stand on which sheet. */
export function sheetsOf(shots: readonly Shot[]): Sheet[] {
  const kinds = new Map<string, Shot[]>();
  for (const shot of shots) kinds.set(kindOf(shot), [...(kinds.get(kindOf(shot)) ?? []), shot]);
  return [...kinds].flatMap(([kind, all]) =>
    Array.from({ length: Math.ceil(all.length / ON_A_SHEET) }, (_, index) => ({
      name: `sheet-${kind}-${index + 1}`,
      shots: all.slice(index * ON_A_SHEET, (index + 1) * ON_A_SHEET),
    })),
  );
}

/** A picture that is longer than its screen has a line where the screen ends. */
const html = (folder: string, shots: readonly Shot[]): string => {
  const wide = (shots[0]?.width ?? 0) > (shots[0]?.height ?? 0) && shots[0]?.look !== 'paper';
  const figures = shots.map((shot) => {
    const path = join(folder, `${nameOf(shot)}.png`);
    // what fell over has no picture
    const picture = existsSync(path) ? readFileSync(path).toString('base64') : '';
    const fold =
      shot.look === 'paper' || shot.look === 'grey' ? '' : `<i style="aspect-ratio:${shot.width}/${shot.height}"></i>`;
    return `<figure><div><img src="data:image/png;base64,${picture}">${fold}</div><figcaption>${shot.state}</figcaption></figure>`;
  });
  return `<style>
    body { margin: 0; padding: 16px; display: grid; grid-template-columns: repeat(${wide ? 3 : 6}, 1fr); gap: 16px;
      background: #8a9599; font: 16px sans-serif; align-items: start; }
    figure, div { margin: 0; position: relative; } img { display: block; width: 100%; }
    i { position: absolute; inset: 0 0 auto; border-bottom: 2px dashed #e0007a; } figcaption { padding: 4px 0; }
  </style>${figures.join('')}`;
};

/** Puts the pictures of a folder on sheets of twelve beside them. */
export async function contactSheets(browser: Browser, folder: string, sheets: readonly Sheet[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 800 } });
  for (const { name, shots } of sheets) {
    await page.setContent(html(folder, shots));
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  await page.close();
}
