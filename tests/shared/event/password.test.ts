import { describe, expect, it } from 'vitest';
import { passwordFault } from '../../../shared/src/event/password.ts';

describe('a password', () => {
  it('of a few words, of any signs, is taken', () => {
    for (const good of [
      'purple kettle walks home',
      'Vq8#tR2!mZx4',
      'ein Zug nach Norden',
      '猫が好きです、毎日散歩します',
      'x7 blue otter 9k',
    ])
      expect([good, passwordFault(good, ['Ada Byron', 'ada@example.org'])]).toEqual([good, null]);
  });

  it('that is short, or longer than anybody types, is not', () => {
    expect(passwordFault('short words')).toBe('too-short');
    expect(passwordFault('v'.repeat(4) + 'k7'.repeat(70))).toBe('too-long');
  });

  it('that is guessed first is not', () => {
    for (const bad of [
      'password1234',
      'passwordpassword',
      'Qwertyuiop123',
      '123456789012',
      '210987654321',
      'aaaaaaaaaaaa',
      'letmein12345',
      'correcthorsebatterystaple',
      'lapwingmentoring1',
      'abcdefghijkl',
    ])
      expect([bad, passwordFault(bad)]).toEqual([bad, 'common']);
  });

  it('that is little but one’s own name is not, and says so', () => {
    expect(passwordFault('AdaByronByron1815', ['Ada Byron', 'ada@example.org'])).toBe('about-you');
    expect(passwordFault('byron.example.1', ['Ada', 'byron@example.org'])).toBe('about-you');
  });
});
