import {
  isKept,
  KEEPER_LENGTH,
  type Keeper,
  keeperProblems,
  NO_KEEPER,
  tidyKeeper,
} from '@lapwing/shared/community/keeper';
import { type CommunityTexts, communityTexts, signed } from '@lapwing/shared/mails/community-texts';
import { describe, expect, it } from 'vitest';

const KEEPER: Keeper = { community: 'Careers friends', name: 'Kim Lee', contact: 'kim@example.org' };
const wrongIn = (change: Partial<Keeper>) =>
  keeperProblems({ ...KEEPER, ...change }).map(({ field, code }) => `${field} ${code}`);

describe('whose community it is', () => {
  it('C20 either who keeps it and how they are reached, or nothing; the field that is wrong is named', () => {
    expect(wrongIn({})).toEqual([]);
    expect(wrongIn({ community: '' })).toEqual([]);
    expect(keeperProblems(NO_KEEPER)).toEqual([]);
    expect(keeperProblems({ community: ' ', name: '\n', contact: '' })).toEqual([]);
    expect(wrongIn({ name: ' ', contact: '' })).toEqual(['name needed', 'contact needed']);
    expect(wrongIn({ contact: '' })).toEqual(['contact needed']);
    const long = 'x'.repeat(KEEPER_LENGTH + 1);
    expect(wrongIn({ community: long, name: long })).toEqual(['community tooLong', 'name tooLong']);
    expect(wrongIn({ community: long.slice(1), name: ` ${long.slice(1)} ` })).toEqual([]);
  });

  it('C20 the address is one address and nothing besides', () => {
    for (const contact of [
      ...['kim', 'kim at example.org', 'Kim <kim@example.org>', 'kim@example.org, eve@example.org'],
      ...['kim@example.org\r\nBcc: eve@example.org', 'kim@example.org\u2028eve', `${'x'.repeat(250)}@example.org`],
    ])
      expect(wrongIn({ contact }), contact).toEqual(['contact notAnAddress']);
    expect(wrongIn({ contact: ' kim@example.org\n' })).toEqual([]);
  });

  it('C20 is written down in one line each', () => {
    const typed = { community: ' Careers\r\nfriends ', name: 'Kim\u2028Lee\u0000', contact: ' kim@example.org\n' };
    expect(tidyKeeper(typed)).toEqual(KEEPER);
    expect([isKept(KEEPER), isKept(NO_KEEPER)]).toEqual([true, false]);
  });
});

describe('a mail of the community', () => {
  const mail = { subject: 'Hello', body: 'Hello,\n\nthat is all.\n' };

  it('C20 says below it whose it is, and whom an answer reaches, in the language of its reader', () => {
    const line = (language: 'en' | 'de', answers: Parameters<CommunityTexts['keptBy']>[1], by: Keeper = KEEPER) =>
      signed(mail, { language }, by, answers).body.slice(mail.body.length);
    expect(line('en', 'keeper')).toBe('\nCareers friends is kept by Kim Lee; answer this mail to reach them.\n');
    expect(line('en', 'other side')).toBe('\nCareers friends is kept by Kim Lee: kim@example.org\n');
    expect(line('en', 'keeper', { ...KEEPER, community: '' })).toMatch(/^\nThis community is kept by Kim Lee/u);
    expect(line('de', 'keeper')).toBe(
      '\nCareers friends wird betreut von Kim Lee; eine Antwort auf diese E-Mail geht dorthin.\n',
    );
    expect(line('de', 'other side', { ...KEEPER, community: '' })).toBe(
      '\nDiese Community wird betreut von Kim Lee: kim@example.org\n',
    );
    expect(line('en', 'keeper', { ...KEEPER, name: 'Kim {link}' }), 'no link of the reader').not.toContain('{link}');
  });

  it('C20 is as it was where nobody said', () => {
    const facts = { language: 'en', firstName: 'Ann' } as const;
    const joined = communityTexts(facts).joined(facts);
    expect(signed(joined, facts, NO_KEEPER, 'keeper')).toEqual(joined);
  });
});
