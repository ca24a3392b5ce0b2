import { describe, expect, it } from 'vitest';
import { readAudit } from '../support/advisories.mjs';

const finding = (name: string, severity: string) => ({ [name]: { name, severity } });

describe('what is known against packages', () => {
  it('is a fault when it is high or critical', () => {
    const vulnerabilities = { ...finding('a', 'high'), ...finding('b', 'moderate'), ...finding('c', 'critical') };
    expect(readAudit(JSON.stringify({ vulnerabilities }))).toEqual({
      state: 'checked',
      high: ['a (high)', 'c (critical)'],
    });
    expect(readAudit('{"vulnerabilities":{}}')).toEqual({ state: 'checked', high: [] });
  });

  it('is said to be unchecked where nobody answers', () => {
    expect(readAudit('{"message":"405 Method Not Allowed"}')).toMatchObject({ state: 'unchecked' });
    expect(readAudit('')).toMatchObject({ state: 'unchecked' });
  });
});
