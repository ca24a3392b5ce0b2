/** What schemas are put together from. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';
import { EVENING_TIMES } from '../event/event.ts';

export const id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
/** When something was said or done, by the clock of whatever sent it: no evening is later. */
export const instant = Type.Integer({ minimum: 0, maximum: EVENING_TIMES.max });
/** A time that an evening has: when it starts, when somebody comes or goes. */
export const eveningTime = Type.Integer({ minimum: EVENING_TIMES.min, maximum: EVENING_TIMES.max });
export const text = (maxLength: number) => Type.String({ maxLength });
export const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
export const oneOf = <Value extends string>(...values: readonly Value[]) =>
  Type.Union(values.map((value) => Type.Literal(value)));
/** A field that nobody knows is a mistake, not a wish. */
export const closed = { additionalProperties: false } as const;
