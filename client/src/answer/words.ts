import { catalogue } from 'virtual:catalogue/answer';
import type en from '../../locales/answer/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export const t = translator<keyof typeof en>();
