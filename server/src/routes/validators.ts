import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';

type Compiler = typeof TypeBoxValidatorCompiler;
type Validate = ReturnType<Compiler>;

const compiled = { body: new WeakMap<object, Validate>(), rest: new WeakMap<object, Validate>() };

/**
 * Compiles a schema once, however many routes share it, such as the one of an event's address: to compile is most of
 * what a route costs at the start.
 */
export const validatorCompiler: Compiler = (route) => {
  const known = route.httpPart === 'body' ? compiled.body : compiled.rest;
  const schema = route.schema as object;
  const validate = known.get(schema) ?? TypeBoxValidatorCompiler(route);
  known.set(schema, validate);
  return validate;
};
