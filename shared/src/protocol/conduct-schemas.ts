/** What the routes of reports accept. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';

const id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
const closed = { additionalProperties: false } as const;

export const ReportParams = Type.Object({ eventId: id, reportId: id });
export const OwnReportParams = Type.Object({
  attendeeId: id,
  key: Type.String({ minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
});
export const NewReport = Type.Object(
  {
    kind: Type.Union([Type.Literal('wrong'), Type.Literal('apart')]),
    text: Type.String({ maxLength: 2_000 }),
    about: Type.Union([id, Type.Null()]),
  },
  closed,
);
export const SettleReport = Type.Object({ settled: Type.Boolean() }, closed);
