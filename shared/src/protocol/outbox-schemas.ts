/** What the routes of the outbox accept. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';
import { closed, id, oneOf, orNull } from './schema-parts.ts';

const state = oneOf('draft', 'queued', 'sending', 'sent', 'refused', 'unsure', 'stopped');

export const MailParams = Type.Object({ eventId: id, mailId: id });
export const MailActParams = Type.Object({
  eventId: id,
  mailId: id,
  act: oneOf('again', 'stop', 'arrived', 'open'),
});
export const CommunityMailParams = Type.Object({ mailId: id, act: oneOf('again', 'stop', 'arrived', 'open') });
const slackAct = { messageId: id, act: oneOf('arrived', 'again', 'by-mail') };
export const SlackActParams = Type.Object({ eventId: id, ...slackAct });
export const CommunitySlackParams = Type.Object(slackAct);
export const OutboxQuery = Type.Object(
  { state: Type.Optional(state), find: Type.Optional(Type.String({ maxLength: 100 })) },
  closed,
);
/** stop: takes back what has not gone; resume: what was taken back goes; release: drafts go; try: no waiting for a server that was away. */
export const BatchAct = Type.Object(
  { act: oneOf('stop', 'resume', 'release', 'try'), kind: orNull(oneOf('links', 'reminder')) },
  closed,
);
export const ReminderSwitch = Type.Object({ on: Type.Boolean() }, closed);
/** again: also to addresses that refused it. */
export const SendLinks = orNull(Type.Object({ again: Type.Boolean() }, closed));
