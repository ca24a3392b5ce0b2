import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ICONS, iconRows } from '../../../client/build/icons.ts';

it.each(ICONS)('$name is what `npm run icons` draws', (icon) => {
  const file = readFileSync(join(import.meta.dirname, '../../../client/public/icons', icon.name));
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([icon.size, icon.size]);
  // the one chunk of pixels comes right after the head
  const pixels = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
  expect(pixels.equals(iconRows(icon))).toBe(true);
  const corner = pixels[4];
  expect(corner).toBe(icon.bleeds ? 255 : 0);
});
