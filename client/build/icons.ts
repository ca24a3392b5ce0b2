/**
 * Draws the mark of `public/favicon.svg` as PNG, which home screens want: `npm run icons` writes `public/icons`, and a
 * test holds that what lies there is what is drawn here.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const SIGN = [0x0c, 0x1c, 0x22] as const;
const CREAM = [0xfb, 0xf7, 0xef] as const;
const MOVE = [0xff, 0xc9, 0x33] as const;
type Colour = readonly [number, number, number];

/** All on a grid of 40, as in the SVG. */
const GRID = 40;
const MIDDLE = GRID / 2;
const CORNER = 9;
const RING = { radius: 12.5, width: 3.6, from: (-50 * Math.PI) / 180, length: 60 / 12.5 } as const;
const DOT = 5;
/** Points looked at in each pixel, along each side. */
const FINE = 4;

export interface IconFile {
  readonly name: string;
  readonly size: number;
  /** Whether the ground reaches into the corners: whoever shows the icon cuts its shape out. */
  readonly bleeds: boolean;
}

export const ICONS: readonly IconFile[] = [
  { name: 'icon-192.png', size: 192, bleeds: false },
  { name: 'icon-512.png', size: 512, bleeds: false },
  { name: 'maskable-512.png', size: 512, bleeds: true },
  { name: 'apple-touch-180.png', size: 180, bleeds: true },
];

/** The colour at a point of the grid; null outside. */
function colourAt(x: number, y: number, bleeds: boolean): Colour | null {
  const [dx, dy] = [x - MIDDLE, y - MIDDLE];
  const far = Math.hypot(dx, dy);
  if (far <= DOT) return MOVE;
  if (Math.abs(far - RING.radius) <= RING.width / 2 && turn(Math.atan2(dy, dx) - RING.from) <= RING.length)
    return CREAM;
  for (const end of [RING.from, RING.from + RING.length])
    if (Math.hypot(dx - RING.radius * Math.cos(end), dy - RING.radius * Math.sin(end)) <= RING.width / 2) return CREAM;
  const [overX, overY] = [Math.abs(dx) - (MIDDLE - CORNER), Math.abs(dy) - (MIDDLE - CORNER)];
  return bleeds || overX <= 0 || overY <= 0 || Math.hypot(overX, overY) <= CORNER ? SIGN : null;
}

/** An angle between 0 and a whole turn. */
const turn = (angle: number): number => ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);

/** The rows of a PNG before they are compressed: a filter byte, then red, green, blue and alpha of each pixel. */
export function iconRows({ size, bleeds }: IconFile): Buffer {
  const rows = Buffer.alloc(size * (1 + 4 * size));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let inside = 0;
      for (let point = 0; point < FINE * FINE; point++) {
        const x = column + ((point % FINE) + 0.5) / FINE;
        const y = row + (Math.floor(point / FINE) + 0.5) / FINE;
        const colour = colourAt((x * GRID) / size, (y * GRID) / size, bleeds);
        if (!colour) continue;
        inside += 1;
        for (const part of [0, 1, 2] as const) sum[part] = (sum[part] ?? 0) + colour[part];
      }
      const alpha = Math.round((255 * inside) / (FINE * FINE));
      const mean = sum.map((part) => (inside === 0 ? 0 : Math.round(part / inside)));
      rows.set([...mean, alpha], row * (1 + 4 * size) + 1 + 4 * column);
    }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of eight bits a channel, with alpha. */
function png(icon: IconFile): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(icon.size, 0);
  head.writeUInt32BE(icon.size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(iconRows(icon), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

if (import.meta.filename === process.argv[1]) {
  const folder = join(import.meta.dirname, '../public/icons');
  mkdirSync(folder, { recursive: true });
  for (const icon of ICONS) writeFileSync(join(folder, icon.name), png(icon));
}
