import { messages } from 'virtual:messages/join/en';
import type en from '../../locales/join/en.json';
import { addWords, translator } from '../kit/words.ts';

addWords(messages);

export const t = translator<keyof typeof en>();
