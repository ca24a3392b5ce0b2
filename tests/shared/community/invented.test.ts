import {
  areWorldsApart,
  INVENTED_KEEPER,
  isInventedKeeper,
  isInventedMember,
} from '@lapwing/shared/community/invented';
import { keeperProblems } from '@lapwing/shared/community/keeper';
import { describe, expect, it } from 'vitest';

const at = (email: string) => ({ email });

describe('who is invented', () => {
  it('C22 is told by the domain alone, however it is written, and nobody else is taken for it', () => {
    for (const email of ['lea@community.example.org', ' Lea@Community.EXAMPLE.org '])
      expect(isInventedMember(at(email)), email).toBe(true);
    for (const email of [
      'community.example.org@example.org',
      'lea@example.org',
      'lea@my-community.example.org',
      'lea@community.example.org.uk',
      'lea@students.example.org',
      '',
    ])
      expect(isInventedMember(at(email)), email).toBe(false);
  });

  it('C22 the keeper of the demo is one that could have been typed, and says what it is', () => {
    expect(keeperProblems(INVENTED_KEEPER)).toEqual([]);
    expect(INVENTED_KEEPER.name).toContain('Demo');
    expect(isInventedMember(at(INVENTED_KEEPER.contact))).toBe(true);
    expect(isInventedKeeper({ ...INVENTED_KEEPER })).toBe(true);
    for (const field of ['community', 'name', 'contact'] as const)
      expect(isInventedKeeper({ ...INVENTED_KEEPER, [field]: 'changed@example.org' }), field).toBe(false);
  });

  it('C24 two come together where both are invented, or neither', () => {
    const [made, up, real, too] = ['a@community.example.org', 'b@community.example.org', 'c@x.org', 'd@x.org'].map(at);
    if (!made || !up || !real || !too) throw new Error('somebody is missing');
    expect([areWorldsApart(made, up), areWorldsApart(real, too)]).toEqual([false, false]);
    expect([areWorldsApart(made, real), areWorldsApart(real, made)]).toEqual([true, true]);
  });
});
