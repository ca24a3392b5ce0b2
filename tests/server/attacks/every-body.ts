import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ACCESS } from '@lapwing/shared/protocol/access';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { freshKey } from '../../support/evening-builder.ts';
import type { TwoHalls } from '../../support/two-halls.ts';
import { addressOf } from '../access/addresses.ts';

export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
}

/** The schema of each route's body, as Fastify is given it. */
export async function withSchemas<Made>(make: () => Promise<Made>): Promise<[Made, ReadonlyMap<string, Schema>]> {
  const bodies = new Map<string, Schema>();
  const watch = (message: unknown): void => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url, schema }) => {
      if (schema?.body) for (const one of [method].flat()) bodies.set(`${one} ${url}`, schema.body as Schema);
    });
  };
  subscribe('fastify.initialization', watch);
  try {
    return [await make(), bodies];
  } finally {
    unsubscribe('fastify.initialization', watch);
  }
}

/** The least that a schema takes. */
export function leastOf(schema: Schema): unknown {
  const { anyOf, type, properties = {}, required = [], items, minItems = 0 } = schema;
  if ('const' in schema) return schema.const;
  if (anyOf?.[0]) return leastOf(anyOf[0]);
  if (type === 'object')
    return Object.fromEntries(
      required.map((name) => [name, name === 'key' ? freshKey() : leastOf(properties[name] ?? {})]),
    );
  if (type === 'array') return Array.from({ length: minItems }, () => leastOf(items ?? {}));
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  return type === 'string' && !schema.pattern?.startsWith('^(') ? 'x'.repeat(Math.max(1, schema.minLength ?? 0)) : '';
}

const kindOf = (schema: Schema): unknown => schema.properties?.kind?.const;

const isNumber = ({ type }: Schema): boolean => type === 'integer' || type === 'number';

/** Every body with one number in it, wherever the schema knows one, that is `value`; everything else as in `sample`. */
export const withNumber = (schema: Schema, sample: unknown, value: number): unknown[] =>
  withOther(schema, sample, value, isNumber);

/** Every body with one thing in it that is `value`, of those that `are` meant; everything else as in `sample`. */
export function withOther(schema: Schema, sample: unknown, value: unknown, are: (one: Schema) => boolean): unknown[] {
  const whole = are(schema) ? [value] : [];
  return [...whole, ...inside(schema, sample, value, are)];
}

function inside(schema: Schema, sample: unknown, value: unknown, are: (one: Schema) => boolean): unknown[] {
  if (schema.anyOf)
    return schema.anyOf.flatMap((one) => {
      const fits = kindOf(one) === undefined || kindOf(one) === (sample as { kind?: string } | undefined)?.kind;
      return withOther(one, fits ? sample : leastOf(one), value, are);
    });
  if (schema.type === 'array') {
    const [first, ...others] = (sample as unknown[] | undefined) ?? [];
    const items = schema.items ?? {};
    return withOther(items, first ?? leastOf(items), value, are).map((changed) => [changed, ...others]);
  }
  const whole = (sample ?? (schema.type === 'object' ? leastOf(schema) : {})) as Record<string, unknown>;
  const named = Object.entries(schema.properties ?? {});
  const free = Object.values(schema.patternProperties ?? {}).map((one) => ['walk', one] as const);
  return [...named, ...free].flatMap(([name, inner]) =>
    withOther(inner, whole[name], value, are).map((changed) => ({ ...whole, [name]: changed })),
  );
}

/** The right caller for a route, and the address of what is theirs. */
export function doorOf(halls: TwoHalls, route: string) {
  const [method = '', url = ''] = route.split(' ');
  const { owner, student, display, stranger, mine, other } = halls;
  const access = ACCESS[route];
  const caller = access?.door === 'console' ? owner : url.startsWith('/display') ? display : student;
  const path = addressOf(url, 'student', 'own', {
    ...{ mine, other, screen: () => 'no-such-screen', helper: () => '0'.repeat(64) },
  });
  return { caller: access?.door === 'anybody' ? stranger : caller, method: method as 'GET', path };
}

const PAGES = Object.keys(ACCESS).filter((route) => /^GET (?!.*(\/live|\/socket|\/auth\/|\*)$)/u.test(route));

/** Every page and every view is asked for by whom it is for. */
export async function expectPages(halls: TwoHalls, why: string): Promise<void> {
  for (const route of PAGES.filter((one) => !one.includes('/auth/'))) {
    const { caller, path } = doorOf(halls, route);
    const { statusCode, body } = await caller.get(path);
    expect(statusCode, `${why}: ${path} ${body.slice(0, 200)}`).toBeLessThan(500);
  }
}
