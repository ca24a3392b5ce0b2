import { domainToASCII, domainToUnicode } from 'node:url';
import { isMailAddress } from '@lapwing/shared/event/mail-address';
import { emailKey, isEmail } from '@lapwing/shared/roster-import/keys';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DOMAINS = [
  'bücher.example',
  'straße.example',
  'ελληνικά.example',
  'правда.example',
  'शिक्षा.example',
  '大学.example',
  'ไทย.example',
  'ünï.sub.bücher.example',
  'a-ü-b.example',
];

describe('P11 an address in two spellings of its domain', () => {
  it.each(DOMAINS)('is one: %s', (domain) => {
    const ascii = domainToASCII(domain);
    expect(ascii).toContain('xn--');
    const key = emailKey(`Nina@${domain}`);
    expect(key).toBe(`nina@${domain}`);
    for (const spelling of [ascii, ascii.toUpperCase(), `${ascii}.`, `${domain}.`, domain.replaceAll('.', '。')])
      expect(emailKey(`nina@${spelling}`)).toBe(key);
    expect([isEmail(key), isMailAddress(key)]).toEqual([true, true]);
  });

  it('is read as Node reads it, whatever letters', () => {
    const letters = fc.stringMatching(/^[a-zäöüßéøčžдёαωשن大学]{1,12}$/u);
    fc.assert(
      fc.property(letters, (label) => {
        const ascii = domainToASCII(`${label}.example`);
        fc.pre(ascii !== '' && domainToUnicode(ascii) === `${label}.example`);
        expect(emailKey(`n@${ascii}`)).toBe(`n@${label}.example`);
      }),
    );
  });

  it('stays as it is where no registry would have given it out', () => {
    for (const odd of ['xn--uni-', 'xn--', 'xn--a', 'xn---', 'xn--99999999', `xn--${'a'.repeat(70)}`])
      expect(emailKey(`n@${odd}.example`)).toBe(`n@${odd}.example`);
    // what is read would be another label, or more than a label
    for (const hidden of ['xn--i-7iq', 'xn--example-9c9ea', 'xn--a.b-'])
      expect(emailKey(`n@${hidden}.example`).split('@')).toHaveLength(2);
  });

  it('has one form: that of a form is itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const key = emailKey(`n@${text}`);
        expect(emailKey(key)).toBe(key);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^xn--[a-z0-9-]{0,20}$/u), (label) => {
        const key = emailKey(`n@${label}.example`);
        expect(emailKey(key)).toBe(key);
      }),
    );
  });

  it('keeps the part before the @ as it is', () => {
    expect(emailKey('xn--bcher-kva@uni.example')).toBe('xn--bcher-kva@uni.example');
    expect(emailKey('nobody')).toBe('nobody');
  });
});
