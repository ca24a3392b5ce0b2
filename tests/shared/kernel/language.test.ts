import { languageAsked, languageOf } from '@lapwing/shared/kernel/language';
import { describe, expect, it } from 'vitest';

describe('languages', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    [' DE-ch ', 'de'],
    ['en-US', 'en'],
    ['deu', null],
    ['', null],
    ['fr', null],
  ])('%j stands for %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });

  it.each([
    ['de-DE,de;q=0.9,en;q=0.8', 'de'],
    ['fr-FR,fr;q=0.9,de;q=0.5,en;q=0.4', 'de'],
    ['en;q=0.4, de;q=0.5', 'de'],
    ['de;q=0, en', 'en'],
    ['de;q=0', 'en'],
    ['fr', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [';;q=,,', 'en'],
  ])('a browser that asks for %j gets %s', (header, language) => {
    expect(languageAsked(header)).toBe(language);
  });
});
