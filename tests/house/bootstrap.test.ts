import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agrees, nodeSuits } from '../../server/bootstrap.mjs';
import { root } from './sources.ts';

describe('the bootstrap', () => {
  it.each([
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['21.7.3', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['24.0.0', true],
  ])('Node %s suits: %s', (version, suits) => {
    expect(nodeSuits(version)).toBe(suits);
  });

  const locked = {
    '': { version: '0.1.0' },
    'node_modules/fastify': { version: '5.0.0', integrity: 'a' },
    'node_modules/driver-for-another-platform': { version: '1.0.0', integrity: 'b', optional: true },
  };

  it('takes what npm installed by hand as installed, without the packages of other platforms', () => {
    expect(agrees(locked, { 'node_modules/fastify': { version: '5.0.0', integrity: 'a' } })).toBe(true);
  });

  it('installs again when a package is missing or another one', () => {
    expect(agrees(locked, {})).toBe(false);
    expect(agrees(locked, { 'node_modules/fastify': { version: '5.0.1', integrity: 'c' } })).toBe(false);
  });

  it('imports nothing that has to be installed first', () => {
    const early = [
      ...readdirSync(`${root}server`).map((file) => `server/${file}`),
      ...readdirSync(`${root}tests`).map((file) => `tests/${file}`),
      ...['tests/support/chromium.mjs', 'tests/support/steps.mjs'],
    ].filter((file) => file.endsWith('.mjs'));
    const foreign = early.flatMap((file) =>
      [...readFileSync(`${root}${file}`, 'utf8').matchAll(/^import .*from '([^']+)';$|import\('([^']+)'\)/gmu)]
        .map(([, fixed, late]) => fixed ?? late ?? '')
        .filter((name) => !name.startsWith('node:') && !name.startsWith('.'))
        .map((name) => `${file} imports ${name}`),
    );
    expect(early).toContain('server/bootstrap.mjs');
    expect(foreign).toEqual([]);
  });
});
