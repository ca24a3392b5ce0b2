import { describe, expect, it } from 'vitest';
import { read, trackedFiles } from './sources.ts';

/** What tells of the machine that a file was written on. */
const TELLTALES: Readonly<Record<string, RegExp>> = {
  'a path of a machine': /(^|[^\w.:-])\/(work|root|home\/\w+|Users\/\w+)\//mu,
  'the address of a package registry or mirror':
    /registry\.(npmjs|yarnpkg)|deb\.debian\.org|\/artifactory\/|\/nexus\//u,
};
/** This file names what it looks for. */
const ITSELF = 'tests/house/machine.test.ts';

const texts = trackedFiles.filter((file) => file !== ITSELF && !/\.(png|ico|woff2|xlsx|pdf)$/u.test(file));

describe('the machine', () => {
  for (const [what, telltale] of Object.entries(TELLTALES)) {
    it(`no file names ${what}`, () => {
      const found = texts.flatMap((file) => {
        const hit = telltale.exec(read(file));
        return hit ? [`${file}: ${hit[0].trim()}`] : [];
      });
      expect(found).toEqual([]);
    });
  }
});
