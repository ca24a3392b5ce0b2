import { catalogue } from 'virtual:catalogue/after';
import type en from '../../locales/after/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export const t = translator<keyof typeof en>();
