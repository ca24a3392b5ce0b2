import { catalogue } from 'virtual:catalogue/display';
import type en from '../../locales/display/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export const t = translator<keyof typeof en>();
