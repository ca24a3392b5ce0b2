import { catalogue } from 'virtual:catalogue/gallery';
import type en from '../../locales/gallery/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export const t = translator<keyof typeof en>();
