import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_A_SECOND = 10;
/** How long each code is held before the camera. */
const FRAMES_A_CODE = 15;
const FRAMES_BETWEEN = 5;
const [DARK, LIGHT, GREY] = [16, 235, 128];
const QUIET = 4;

/** One picture in grey: a QR code in the middle of a table top, or the table top alone. */
function picture(text: string | null): Buffer {
  const luma = Buffer.alloc(WIDTH * HEIGHT, 170);
  if (text !== null) {
    const { data, size } = encode(text, { ecc: 'M', border: 0 });
    const whole = size + 2 * QUIET;
    const module = Math.floor((HEIGHT * 0.8) / whole);
    const [left, top] = [(WIDTH - whole * module) >> 1, (HEIGHT - whole * module) >> 1];
    for (let y = 0; y < whole * module; y++)
      for (let x = 0; x < whole * module; x++) {
        const dark = data[Math.floor(y / module) - QUIET]?.[Math.floor(x / module) - QUIET] === true;
        luma[(top + y) * WIDTH + left + x] = dark ? DARK : LIGHT;
      }
  }
  const chroma = Buffer.alloc((WIDTH * HEIGHT) >> 1, GREY);
  return Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
}

/** Writes a film (YUV4MPEG2) in which these codes are held before the camera one after the other; browsers loop it. */
export function filmOf(texts: readonly string[], file: string): void {
  const times = (count: number, frame: Buffer): Buffer[] => Array.from({ length: count }, () => frame);
  const empty = picture(null);
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`),
      ...texts.flatMap((text) => [...times(FRAMES_BETWEEN, empty), ...times(FRAMES_A_CODE, picture(text))]),
    ]),
  );
}

/** What makes Chromium see this film in place of a camera. */
export const cameraFlags = (file: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];
