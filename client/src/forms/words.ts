import { messages } from 'virtual:messages/forms/en';
import type en from '../../locales/forms/en.json';
import { addWords, translator } from '../kit/words.ts';

addWords(messages);

export const t = translator<keyof typeof en>();
