import { catalogue } from 'virtual:catalogue/careers';
import type en from '../../locales/careers/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export type CareerWord = keyof typeof en;

export const t = translator<CareerWord>();
