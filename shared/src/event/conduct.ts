import type { Invitation } from './invitation.ts';

/** Said where the organiser wrote no code of conduct of their own. */
export const USUAL_CONDUCT = `Everybody is welcome here. Be kind, listen, and let others finish.

No comments on how somebody looks, whom they love, what they believe, where they come from or what they can or cannot do. No flirting. No touching without a yes. No photos without a yes. Alcohol is no excuse.

“No” and “I would rather not” are enough, and need no reason.

If something is wrong, tell the person named here, or any organiser. You are believed, we act at once, and nobody hears more than they must. Whoever does not keep to this may be asked to leave.`;

/** What the organiser set up about the code of conduct; '' each for nothing. */
export type ConductSettings = Pick<Invitation, 'conduct' | 'trustedName' | 'trustedReach'>;

/** The words that everybody reads. */
export const conductWords = ({ conduct }: Pick<ConductSettings, 'conduct'>): string => conduct || USUAL_CONDUCT;
