import { catalogue } from 'virtual:catalogue/forms';
import type en from '../../locales/forms/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export const t = translator<keyof typeof en>();
