import { describe, expect, it } from 'vitest';
import { importsOf, placeOf, productSources, read } from './sources.ts';

interface Room {
  /** Which rooms it may import besides itself; a name that ends in "/" stands for all rooms under it. */
  readonly rooms: readonly string[];
  /** Which packages it may import, beside nothing. */
  readonly packages?: readonly RegExp[];
}

const NODE = /^node:/u;
const PREACT = [/^preact(\/hooks|\/jsx-runtime)?$/u, /^@preact\/signals$/u];
const WORDS = ['client/locales'];
/** What a surface of the client is made of. */
const SURFACE: Room = {
  rooms: ['client/kit', ...WORDS, 'shared/'],
  packages: [...PREACT, /^preact-iso(\/.+)?$/u, /^virtual:catalogue\//u, /^uqr$/u],
};

/** Who may know whom. What does not stand here is not allowed. */
const HOUSE: Readonly<Record<string, Room>> = {
  'shared/kernel': { rooms: [] },
  'shared/event': { rooms: ['shared/kernel'] },
  'shared/clock': { rooms: ['shared/kernel'] },
  'shared/rotation': { rooms: ['shared/kernel', 'shared/event'] },
  'shared/live': { rooms: ['shared/kernel', 'shared/event', 'shared/careers'] },
  'shared/paper': { rooms: ['shared/kernel', 'shared/event', 'shared/live'] },
  'shared/roster-import': { rooms: ['shared/kernel', 'shared/event'], packages: [/^papaparse$/u] },
  'shared/mails': { rooms: ['shared/kernel', 'shared/event'] },
  'shared/careers': { rooms: ['shared/kernel', 'shared/event'] },
  'shared/registration': { rooms: ['shared/kernel', 'shared/event', 'shared/careers', 'shared/roster-import'] },
  // the flow of the planner is what assigns
  'shared/matching': { rooms: ['shared/kernel', 'shared/event', 'shared/careers', 'shared/rotation'] },
  // what organisers suggest is assigned as introductions between evenings are
  'shared/introductions': { rooms: ['shared/kernel', 'shared/live', 'shared/event', 'shared/matching'] },
  'shared/community': {
    rooms: [
      ...['shared/kernel', 'shared/event', 'shared/careers', 'shared/matching', 'shared/registration'],
      'shared/roster-import',
    ],
  },
  'shared/notes': { rooms: ['shared/kernel'] },
  'shared/slack': { rooms: ['shared/kernel'] },
  'shared/privacy': { rooms: ['shared/kernel', 'shared/event'] },
  'shared/protocol': { rooms: ['shared/'], packages: [/^typebox(\/.+)?$/u] },

  // the files beside the rooms: main, app, env, system-clock, secrets
  server: { rooms: ['server/', 'shared/'], packages: [NODE, /^fastify/u, /^@fastify\//u, /^uqr$/u] },
  'server/cli': { rooms: ['server', 'server/', 'shared/'], packages: [NODE] },
  // what it makes up follows from the rules of evenings and of the community
  'server/demo': { rooms: ['server', 'server/services', 'server/community', 'server/db', 'shared/'], packages: [NODE] },
  // accounts of who runs events
  'server/staff': {
    rooms: ['server', 'server/db', 'server/services', 'server/outbox', 'shared/'],
    packages: [NODE, /^better-auth\//u, /^@better-auth\/passkey$/u, /^@node-rs\/argon2$/u],
  },
  'server/plugins': {
    rooms: [
      'server',
      'server/services',
      'server/staff',
      'server/fanout',
      'shared/kernel',
      'shared/event',
      'shared/live',
      'shared/protocol',
    ],
    packages: [NODE, /^fastify(-plugin)?$/u, /^@fastify\//u, /^typebox(\/.+)?$/u],
  },
  'server/routes': {
    rooms: [
      // `demo` besides: a rehearsal is a demo evening that somebody asked for
      ...['server', 'server/services', 'server/staff', 'server/plugins', 'server/fanout', 'server/demo'],
      'server/community',
      ...['shared/kernel', 'shared/event', 'shared/live', 'shared/protocol', 'shared/rotation', 'shared/roster-import'],
      ...['shared/registration', 'shared/careers'],
    ],
    packages: [NODE, /^fastify$/u, /^ws$/u, /^@fastify\//u, /^typebox(\/.+)?$/u],
  },
  'server/services': {
    rooms: [
      'server',
      'server/db',
      'server/live',
      'server/fanout',
      'server/solver',
      'server/reader',
      'server/outbox',
      'shared/',
    ],
    packages: [NODE, /^uqr$/u, /^ical-generator$/u],
  },
  // members between evenings
  'server/community': {
    rooms: ['server', 'server/db', 'server/services', 'server/outbox', 'server/solver', 'server/reader', 'shared/'],
    packages: [NODE],
  },
  'server/live': {
    rooms: ['server', 'server/db', 'server/fanout', 'shared/kernel', 'shared/event', 'shared/live', 'shared/protocol'],
    packages: [NODE],
  },
  'server/fanout': { rooms: ['server', 'shared/kernel', 'shared/live', 'shared/protocol'], packages: [NODE] },
  'server/solver': {
    rooms: ['server', 'shared/kernel', 'shared/event', 'shared/rotation', 'shared/matching'],
    packages: [NODE, /^tsx\//u],
  },
  'server/outbox': {
    rooms: ['server', 'server/db', 'shared/kernel', 'shared/event', 'shared/slack'],
    packages: [NODE, /^nodemailer\//u, /^@slack\/web-api$/u],
  },
  'server/reader': {
    rooms: ['server', 'shared/kernel', 'shared/event', 'shared/roster-import', 'shared/protocol'],
    packages: [NODE, /^tsx\//u, /^read-excel-file\/node$/u],
  },
  'server/db': {
    rooms: ['server', 'shared/'],
    packages: [NODE, /^better-sqlite3$/u, /^drizzle-orm(\/.+)?$/u, /^age-encryption$/u, /^nanotar$/u],
  },

  'client/kit': {
    rooms: [...WORDS, 'shared/'],
    packages: [...PREACT, /^@lingui\/core$/u, /^virtual:catalogue\/kit$/u, /^uqr$/u],
  },
  // the decoder of the check-in's camera, which comes only when it is needed
  'client/organiser': {
    rooms: [...SURFACE.rooms, 'client/careers'],
    packages: [...(SURFACE.packages ?? []), /^barcode-detector\/ponyfill$/u, /^zxing-wasm\/reader\//u],
  },
  // the names of industries and kinds of work
  'client/careers': SURFACE,
  // questions to ask a mentor, by their field
  'client/prompts': SURFACE,
  // what a phone says once the evening is over
  'client/after': SURFACE,
  'client/display': SURFACE,
  // requests to be introduced, as a phone and the page that the mail opens show them
  'client/introductions': SURFACE,
  'client/phone': {
    ...SURFACE,
    rooms: [
      ...SURFACE.rooms,
      ...['client/forms', 'client/prompts', 'client/after', 'client/introductions', 'client/careers'],
    ],
  },
  // the forms that the public page and a person's own details share
  'client/forms': { ...SURFACE, rooms: [...SURFACE.rooms, 'client/careers'] },
  'client/public': { ...SURFACE, rooms: [...SURFACE.rooms, 'client/forms', 'client/careers'] },
  'client/answer': { ...SURFACE, rooms: [...SURFACE.rooms, 'client/introductions'] },
  'client/community': { ...SURFACE, rooms: [...SURFACE.rooms, 'client/forms', 'client/careers'] },
  // what keeps the phone's page on the phone: no page, and built by itself
  'client/worker': { rooms: [], packages: [/^workbox-(precaching|routing)$/u] },
  // the gallery shows the other surfaces in every state, for eyes only
  'client/gallery': {
    rooms: [
      ...SURFACE.rooms,
      ...['client/display', 'client/phone', 'client/public', 'client/answer', 'client/forms', 'client/organiser'],
      ...['client/introductions', 'client/community', 'client/careers'],
    ],
    packages: SURFACE.packages ?? [],
  },
};

/** "shared/src/live/state.ts" → "shared/live"; a file beside the rooms belongs to its package: "server". */
function roomOf(path: string): string {
  if (path.startsWith('client/locales/')) return 'client/locales';
  const [workspace = '', , folder, ...rest] = path.split('/');
  return folder !== undefined && rest.length > 0 ? `${workspace}/${folder}` : workspace;
}

const mayImport = (from: string, to: string): boolean =>
  from === to || (HOUSE[from]?.rooms ?? []).some((room) => room === to || (room.endsWith('/') && to.startsWith(room)));

/** One line for each import of `file` that the table does not allow. */
function strayImports(file: string): string[] {
  const room = roomOf(file);
  const packages = HOUSE[room]?.packages ?? [];
  return importsOf(file)
    .filter(({ written, path }) =>
      path === null ? !packages.some((allowed) => allowed.test(written)) : !mayImport(room, roomOf(path)),
    )
    .map(({ written }) => `${placeOf(file, read(file).indexOf(written))} ${room} must not import ${written}`);
}

describe('which way imports point', () => {
  it('every source file stands in a room of the table', () => {
    expect(productSources().filter((file) => HOUSE[roomOf(file)] === undefined && !/\.d\.ts$/u.test(file))).toEqual([]);
  });

  it('every room of the table is there', () => {
    const there = new Set(productSources().map(roomOf));
    expect(Object.keys(HOUSE).filter((room) => !there.has(room))).toEqual([]);
  });

  it('no room imports what it must not know', () => {
    expect(
      productSources()
        .filter((file) => HOUSE[roomOf(file)] !== undefined)
        .flatMap(strayImports),
    ).toEqual([]);
  });

  it('our own files are imported with their extension', () => {
    const without = productSources().flatMap((file) =>
      importsOf(file)
        .filter(({ written }) => written.startsWith('.') && !/\.(tsx?|json|css)$/u.test(written))
        .map(({ written }) => `${file}: ${written}`),
    );
    expect(without).toEqual([]);
  });
});
