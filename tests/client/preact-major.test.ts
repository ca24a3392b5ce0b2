import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

describe('preact', () => {
  it('is version 11: a package that peers on 10 would take us back without a word', () => {
    const file = createRequire(import.meta.url).resolve('preact/package.json');
    expect(JSON.parse(readFileSync(file, 'utf8')).version).toMatch(/^11\./u);
  });
});
