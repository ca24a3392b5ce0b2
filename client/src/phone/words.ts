import { messages } from 'virtual:messages/phone/en';
import type en from '../../locales/phone/en.json';
import { addWords, translator } from '../kit/words.ts';

addWords(messages);

export const t = translator<keyof typeof en>();
