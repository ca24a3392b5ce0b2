import { messages } from 'virtual:messages/kit/en';
import type en from '../../locales/kit/en.json';
import { addWords, translator } from './words.ts';

addWords(messages);

/** Words of the kit's own components. */
export const t = translator<keyof typeof en>();
