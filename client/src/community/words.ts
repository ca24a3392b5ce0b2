import { catalogue } from 'virtual:catalogue/community';
import type en from '../../locales/community/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export const t = translator<keyof typeof en>();
