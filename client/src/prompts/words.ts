import { catalogue } from 'virtual:catalogue/prompts';
import type { Prompt } from '@lapwing/shared/careers/prompts';
import type en from '../../locales/prompts/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

const t = translator<keyof typeof en>();

/** A question that fits a mentor's industry, work or years. */
export const fittingWords = ({ tag, number }: Exclude<Prompt, { tag: null }>): string =>
  t(`prompt.${tag}.${number}` as keyof typeof en);
