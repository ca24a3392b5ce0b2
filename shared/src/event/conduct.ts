import type { Language } from '../kernel/language.ts';
import type { Invitation } from './invitation.ts';

/** Said where the organiser wrote no code of conduct of their own, in the reader's language. */
export const USUAL_CONDUCT: Readonly<Record<Language, string>> = {
  en: `Everybody is welcome here. Be kind, listen, and let others finish.

No comments on how somebody looks, whom they love, what they believe, where they come from or what they can or cannot do. No flirting. No touching without a yes. No photos without a yes. Alcohol is no excuse.

“No” and “I would rather not” are enough, and need no reason.

If something is wrong, tell the person named here, or any organiser. You are believed, we act at once, and nobody hears more than they must. Whoever does not keep to this may be asked to leave.`,
  de: `Hier sind alle willkommen. Sei freundlich, hör zu und lass andere ausreden.

Keine Bemerkungen darüber, wie jemand aussieht, wen jemand liebt, woran jemand glaubt, woher jemand kommt oder was jemand kann oder nicht kann. Kein Flirten. Kein Berühren ohne ein Ja. Keine Fotos ohne ein Ja. Alkohol ist keine Ausrede.

„Nein“ und „Ich möchte lieber nicht“ genügen und brauchen keinen Grund.

Wenn etwas nicht stimmt, sag es der hier genannten Person oder irgendjemandem aus dem Orga-Team. Wir glauben dir, handeln sofort, und niemand erfährt mehr als nötig. Wer sich nicht daran hält, kann gebeten werden zu gehen.`,
};

/** What the organiser set up about the code of conduct; '' each for nothing. */
export type ConductSettings = Pick<Invitation, 'conduct' | 'trustedName' | 'trustedReach'>;

/** The words that everybody reads: the organiser's as they are, or ours in the reader's language. */
export const conductWords = (conduct: string, language: Language): string => conduct || USUAL_CONDUCT[language];

/** Whether these are words of ours. */
export const isUsualConduct = (words: string): boolean => Object.values(USUAL_CONDUCT).includes(words);
