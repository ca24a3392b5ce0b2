/** What schemas are put together from. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';

export const id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
/** As far as a Date reaches. */
export const instant = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 });
export const text = (maxLength: number) => Type.String({ maxLength });
export const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
export const oneOf = <Value extends string>(...values: readonly Value[]) =>
  Type.Union(values.map((value) => Type.Literal(value)));
/** A field that nobody knows is a mistake, not a wish. */
export const closed = { additionalProperties: false } as const;
