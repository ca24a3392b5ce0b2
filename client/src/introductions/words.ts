import { catalogue } from 'virtual:catalogue/introductions';
import type en from '../../locales/introductions/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export const t = translator<keyof typeof en>();
