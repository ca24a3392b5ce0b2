import { BADGE_FORMATS, type BadgeFormat, CARD_FORMATS, type CardFormat } from '@lapwing/shared/paper/formats';
import { useState } from 'preact/hooks';
import { readStored, writeStored } from '../../kit/stored.ts';

/** How this device prints: its printer stays the same from evening to evening. */
export interface PrintOptions {
  /** Outlines instead of fills. */
  readonly saveInk: boolean;
  readonly cards: CardFormat;
  readonly badges: BadgeFormat;
}

const KEY = 'lapwing.print';
/** Most printers at hand take A4 alone. */
const USUAL: PrintOptions = { saveInk: false, cards: 'a4-two', badges: 'a4-four' };

function kept(): PrintOptions {
  const { saveInk, cards, badges } = readStored<Partial<PrintOptions>>(KEY) ?? {};
  return {
    saveInk: saveInk === true,
    cards: CARD_FORMATS.find((format) => format === cards) ?? USUAL.cards,
    badges: BADGE_FORMATS.find((format) => format === badges) ?? USUAL.badges,
  };
}

/** The options, and what changes some of them; remembered on this device. */
export function usePrintOptions(): [PrintOptions, (part: Partial<PrintOptions>) => void] {
  const [options, setOptions] = useState(kept);
  const change = (part: Partial<PrintOptions>): void => {
    const next = { ...options, ...part };
    setOptions(next);
    writeStored(KEY, next);
  };
  return [options, change];
}
