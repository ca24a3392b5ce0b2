import { messages } from 'virtual:messages/gallery/en';
import type en from '../../locales/gallery/en.json';
import { addWords, translator } from '../kit/words.ts';

addWords(messages);

export const t = translator<keyof typeof en>();
