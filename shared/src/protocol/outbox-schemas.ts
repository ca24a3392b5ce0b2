/** What the routes of the outbox accept. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';

const id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
const oneOf = <Value extends string>(...values: readonly Value[]) =>
  Type.Union(values.map((value) => Type.Literal(value)));
const closed = { additionalProperties: false } as const;
const state = oneOf('draft', 'queued', 'sending', 'sent', 'refused', 'unsure', 'stopped');

export const MailParams = Type.Object({ eventId: id, mailId: id });
export const MailActParams = Type.Object({
  eventId: id,
  mailId: id,
  act: oneOf('again', 'stop', 'arrived', 'open'),
});
export const OutboxQuery = Type.Object(
  { state: Type.Optional(state), find: Type.Optional(Type.String({ maxLength: 100 })) },
  closed,
);
/** stop: takes back what has not gone; resume: what was taken back goes; release: drafts go; try: no waiting for a server that was away. */
export const BatchAct = Type.Object(
  { act: oneOf('stop', 'resume', 'release', 'try'), kind: Type.Union([oneOf('links', 'reminder'), Type.Null()]) },
  closed,
);
export const ReminderSwitch = Type.Object({ on: Type.Boolean() }, closed);
