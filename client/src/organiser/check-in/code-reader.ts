/** Reads the QR codes in a picture of the camera. */
export type CodeReader = (video: HTMLVideoElement) => Promise<readonly string[]>;

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeDetector {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const FORMATS = { formats: ['qr_code'] } as const;

/**
 * The browser's own decoder where it has one that knows QR codes; else ours, which is fetched now: WebAssembly of 0.4 MB,
 * served by us.
 */
export async function openReader(): Promise<CodeReader> {
  const detector = (await ownDetector()) ?? (await lentDetector());
  return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue);
}

async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector: Native } = globalThis as { BarcodeDetector?: NativeDetector };
  if (!Native) return null;
  const formats = await Native.getSupportedFormats().catch((): readonly string[] => []);
  return formats.includes('qr_code') ? new Native(FORMATS) : null;
}

async function lentDetector(): Promise<Detector> {
  const { openDecoder } = await import('./decoder.ts');
  return openDecoder();
}
