/**
 * What an organiser does with an introduction of which nobody knows whether it is in Slack. arrived: it is there; again: it is
 * not, and goes again; by-mail: it goes by mail.
 */
export const SLACK_ACTS = ['arrived', 'again', 'by-mail'] as const;
export type SlackAct = (typeof SLACK_ACTS)[number];
