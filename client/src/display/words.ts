import { messages } from 'virtual:messages/display/en';
import type en from '../../locales/display/en.json';
import { addWords, translator } from '../kit/words.ts';

addWords(messages);

export const t = translator<keyof typeof en>();
