import { catalogue } from 'virtual:catalogue/phone';
import type en from '../../locales/phone/en.json';
import { addWords, translator } from '../kit/words.ts';

await addWords(catalogue);

export const t = translator<keyof typeof en>();
