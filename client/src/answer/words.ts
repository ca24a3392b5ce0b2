import { messages } from 'virtual:messages/answer/en';
import type en from '../../locales/answer/en.json';
import { addWords, translator } from '../kit/words.ts';

addWords(messages);

export const t = translator<keyof typeof en>();
