/** Names of the states of the community's pages. */
export const COMMUNITY_NAMES = [
  'm-join',
  'm-join-filled',
  'm-join-wrong',
  'm-sent',
  'm-unsent',
  'm-link',
  'm-invalid',
  'm-was-it-you',
  'm-written',
  'm-was-elsewhere',
  'm-gone',
  'm-own',
  'm-own-again',
  'm-own-asks',
  'm-own-gives',
  'm-own-paused',
  'm-own-failed',
  'm-question',
  'm-question-met',
  'm-question-in-touch',
  'm-question-yes',
  'm-question-over',
  'm-question-invalid',
] as const;

/** The community in the console. */
export const COMMUNITY_CONSOLE_NAMES = [
  'o-community-queue',
  'o-community-approved',
  'o-community-empty',
  'o-community-under-way',
  'o-community-missed',
  'o-community-members',
  'o-community-import',
  'o-community-figures',
] as const;
