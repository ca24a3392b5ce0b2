import { catalogue } from 'virtual:catalogue/kit';
import type en from '../../locales/kit/en.json';
import { addWords, translator } from './words.ts';

await addWords(catalogue);

/** Words of the kit's own components. */
export const t = translator<keyof typeof en>();
