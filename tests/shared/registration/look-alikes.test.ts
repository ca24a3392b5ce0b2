import { looksLike, mixesAlphabets } from '@lapwing/shared/registration/look-alikes';
import { describe, expect, it } from 'vitest';

describe('names that look like another', () => {
  it.each([
    ['Ada', 'Аdа', 'Cyrillic letters among Latin ones'],
    ['Ada', 'Ａｄａ', 'of full width'],
    ['Ada', '𝐀𝐝𝐚', 'of mathematics'],
    ['Ada', 'A\u200bd\u00ada', 'with letters that are not seen'],
    ['Ada', ' ADA ', 'in capitals'],
    ['Ada', 'Ádä', 'with accents'],
    ['Ada', 'ᎪᎠᎪ', 'in Cherokee'],
    ['Poma', 'Рома', 'wholly in Cyrillic'],
    ['Tonia', 'Тоnіа', 'in two alphabets'],
    ['Oto', 'Οτο', 'in Greek'],
    ['COCO', 'сосо', 'small and in Cyrillic'],
    ['Ali', 'AIi', 'with a capital i'],
    ['Will', 'Wi11', 'with ones'],
    ['Bob', 'B0b', 'with a nought'],
    ['Morna', 'Moma', 'with "rn"'],
    ['Ada B.', 'Ada  B', 'without the point'],
  ])('%s and %s: %s', (one, other) => {
    expect([looksLike(one, other), looksLike(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['Ian', 'Lan'],
    ['Ali', 'Alia'],
    ['Anna', 'Hanna'],
    ['Lee', 'Leo'],
    ['Ирина', 'Марина'],
    ['梅', '海'],
    ['سارة', 'سامي'],
    ['🌸', '🌻'],
    ['मीरा', 'मीना'],
    ['Al', 'Ai'],
  ])('%s and %s are two', (one, other) => {
    expect(looksLike(one, other)).toBe(false);
  });
});

describe('a name in one alphabet', () => {
  it.each([
    ...[
      'Ada',
      'Ирина Петрова',
      'Ελένη',
      'Անի',
      'Mei 梅',
      'さくら サクラ 桜',
      '김민준 Kim',
      'Nguyễn Thị Ánh',
      'Gal·la',
      'Łukasz',
    ],
    ...['ნინო', 'חנה', 'سارة', 'นภา', 'मीरा', "O'Neil & Søn", 'Ирина Smith', 'ⅯAX', 'Ada 2', '🌸', 'Ꮳ'],
  ])('%s', (name) => {
    expect(mixesAlphabets(name)).toBe(false);
  });

  it.each(['Аda', 'Adα', 'João-Ωmega', 'Bоb', 'Mօl', 'Ꭺda'])('%s is in two', (name) => {
    expect(mixesAlphabets(name)).toBe(true);
  });
});
