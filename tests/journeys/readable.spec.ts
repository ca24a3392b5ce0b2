/**
 * Every state of the display by arithmetic: whether the last row can read it, whether phones can scan it, and that
 * nothing is cut, overlaps or stands at the very edge, on every shape of screen and both grounds.
 */
import { expect, test } from '@playwright/test';
import { DISPLAY_NAMES } from '../../client/src/gallery/state-names.ts';
import { openState } from '../support/gallery.ts';
import { isWhole } from '../support/journey.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { type Box, readWall, type Wall, type WallText } from '../support/wall-text.ts';

/** The room that all layouts but the name board are made for: its last row sits 6 picture heights away. */
const DEPTH = 6;
/** A letter is read with ease from 120 times its height, and made out from 200 times. */
const MUST_READ = DEPTH / 120;
const REST = DEPTH / 200;
/** The name board is for rooms of 4.8 picture heights. */
const NAMES = 4.8 / 200;
/** Televisions cut the edge: 40 px of 1080. */
const EDGE = 40 / 1080;
/** A code is scanned from 10 times its side: 7 m in front of a picture 2 m high; less where it stands below the words. */
const CODE = 0.37;
const CODE_BELOW = 0.24;

const SCREENS = [
  [1920, 1080],
  [1280, 960],
  [1080, 1920],
  [3840, 2160],
] as const;

/** What people look for from the last row: time, "move now", their table's number, the code, a stop. */
const LOOKED_FOR = /k-countdown|shout|heading|k-join-code|flip-|over-words|welcome|\bname\b|map-title/u;
/** Small on purpose: the path before the code, and what is beside the figures of a pause. */
const ASIDE = /^span < k-join-code|^over k-face|over-count/u;

let server: RealServer;
test.beforeAll(async () => {
  server = await realServer();
});
test.afterAll(async () => server.remove());

const isPlate = (text: WallText): boolean => text.within.includes('k-plate');
const isName = (text: WallText): boolean => text.within.includes('names-list');

/** The setup is for whoever stands at the machine; but its two lines for the last row are as large as on the wall. */
const isSetUp = (name: string): boolean => name.startsWith('set-up');
const SAMPLES = [
  ['setup-large', MUST_READ],
  ['setup-small', REST],
] as const;

function faultsOfSetUp({ texts }: Wall, side: number): string[] {
  return SAMPLES.flatMap(([name, share]) => {
    const letter = texts.find(({ within }) => within.startsWith(name))?.letter ?? 0;
    return Math.abs(letter / side - share) < 0.003
      ? []
      : [`${name} has letters of ${((100 * letter) / side).toFixed(2)} %`];
  });
}

/** What is wrong with a wall, in words. */
function faultsOf(wall: Wall, width: number, height: number): string[] {
  const side = Math.min(width, height);
  const least = (text: WallText): number => {
    if (isName(text)) return NAMES;
    // a hall of more than twelve tables is found on the map from 200 times the height of its figures
    if (isPlate(text)) return wall.texts.filter(isPlate).length > 12 ? REST : MUST_READ;
    return LOOKED_FOR.test(text.within) && !ASIDE.test(text.within) ? MUST_READ : REST;
  };
  const small = wall.texts
    .filter((text) => text.letter / side < least(text) - 0.0005)
    .map(({ text, letter, within }) => `"${text}" has letters of ${((100 * letter) / side).toFixed(2)} % (${within})`);
  const drawn = [
    ...wall.texts.flatMap(({ text: what, boxes }) => boxes.map((box) => ({ what, box }))),
    ...wall.drawings,
  ];
  const edge = EDGE * side - 1;
  const atEdge = drawn
    .filter(({ box }) => Math.min(box.left, box.top, width - box.right, height - box.bottom) < edge)
    .map(({ what, box }) => `"${what}" stands at the edge: ${JSON.stringify(box)}`);
  const cut = wall.texts.filter(({ clipped }) => clipped).map(({ text }) => `"${text}" is cut`);
  const overflow = wall.overflow > 0 ? [`the page can be scrolled by ${wall.overflow} px`] : [];
  return [...small, ...atEdge, ...cut, ...overlaps(wall.texts), ...codes(wall, width, height), ...overflow];
}

function codes({ drawings, texts }: Wall, width: number, height: number): string[] {
  const doors = texts.some(({ within }) => within.includes('doors'));
  const least = width / height >= 1.5 || doors ? CODE : CODE_BELOW;
  return drawings
    .filter(({ what }) => what.includes('k-join-qr'))
    .map(({ box }) => (box.right - box.left) / Math.min(width, height))
    .filter((share) => share < least)
    .map((share) => `the code has ${(100 * share).toFixed(1)} % of the picture's height`);
}

/** Texts that lie over each other. */
function overlaps(texts: readonly WallText[]): string[] {
  const crosses = (a: Box, b: Box): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(({ boxes }) => one.boxes.some((box) => boxes.some((other) => crosses(box, other))))
      .map(({ text }) => `"${one.text}" and "${text}" lie over each other`),
  );
}

/** Both grounds, both directions of writing, and a face that is wider than those we ask for. */
const WIDE_FACE = '"DejaVu Sans", Verdana, sans-serif';
const LOOKS = [
  { look: 'night', theme: 'night', dir: 'ltr', face: null, always: true },
  { look: 'bright, right to left, in a wide face', theme: 'bright', dir: 'rtl', face: WIDE_FACE, always: true },
  { look: 'bright, right to left', theme: 'bright', dir: 'rtl', face: null, always: false },
  { look: 'in a wide face', theme: 'night', dir: 'ltr', face: WIDE_FACE, always: false },
] as const;

// the largest screen is the first, twice as large
const isAsked = (always: boolean, width: number): boolean => isWhole || (always && width < 3840);

for (const [width, height] of SCREENS)
  for (const { look, theme, dir, face, always } of LOOKS)
    if (isAsked(always, width))
      test(`every state can be read at ${width} × ${height} (${look})`, async ({ browser }) => {
        const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
        const faults: Record<string, string[]> = {};
        // before the first picture: one that is kept after a failure is never measured again
        await page.addInitScript(
          ([direction, family]) => {
            new MutationObserver((_, seen) => {
              const root = document.documentElement;
              if (!root) return;
              seen.disconnect();
              root.dir = direction;
              for (const part of ['--ui', '--signface']) if (family !== null) root.style.setProperty(part, family);
            }).observe(document, { childList: true });
          },
          [dir, face] as const,
        );
        for (const name of DISPLAY_NAMES) {
          await openState(page, server.origin, name, `&theme=${theme}`);
          const wall = await readWall(page);
          const found = isSetUp(name) ? faultsOfSetUp(wall, Math.min(width, height)) : faultsOf(wall, width, height);
          if (found.length > 0) faults[name] = found;
        }
        await page.close();
        expect(faults).toEqual({});
      });
