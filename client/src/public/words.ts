import { catalogue } from 'virtual:catalogue/join';
import type en from '../../locales/join/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export const t = translator<keyof typeof en>();
