import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { unreadableIn } from '@lapwing/shared/kernel/plain-letters';
import { UNREADABLE } from '../plugins/refusals.ts';

type Compiler = typeof TypeBoxValidatorCompiler;
type Validate = ReturnType<Compiler>;

const compiled = { body: new WeakMap<object, Validate>(), rest: new WeakMap<object, Validate>() };

/** What is sent to any route and cannot be read is refused, whatever the schema says of its fields. */
const readable =
  (validate: Validate): Validate =>
  (data) => {
    const checked = validate(data);
    // what no schema bounds may be nested without end: it is refused already, and not looked through
    if (typeof checked === 'object' && 'error' in checked && checked.error) return checked;
    const field = unreadableIn(data);
    if (field === null) return checked;
    const instancePath = field === '' ? '' : `/${field.replaceAll('.', '/')}`;
    const fault = { keyword: UNREADABLE, instancePath, schemaPath: '', params: {}, message: UNREADABLE };
    return { error: [fault] } as unknown as ReturnType<Validate>;
  };

/**
 * Compiles a schema once, however many routes share it, such as the one of an event's address: to compile is most of
 * what a route costs at the start.
 */
export const validatorCompiler: Compiler = (route) => {
  const known = route.httpPart === 'body' ? compiled.body : compiled.rest;
  const schema = route.schema as object;
  const validate = known.get(schema) ?? readable(TypeBoxValidatorCompiler(route));
  known.set(schema, validate);
  return validate;
};
