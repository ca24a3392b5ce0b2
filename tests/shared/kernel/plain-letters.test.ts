import { plainLetters, unreadableIn } from '@lapwing/shared/kernel/plain-letters';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { describe, expect, it } from 'vitest';

describe('a name on a page among others', () => {
  it('turns nobody else’s around, hides nothing, and stays on its line', () => {
    expect(plainLetters('\u202Enimda\u2066 Ann\u200B')).toBe('nimda Ann');
    expect(tidyLine('Ann\u00AD\u{E0041} \uFEFF Lee')).toBe('Ann Lee');
    expect(plainLetters(`a${'\u0301'.repeat(60)}`)).toBe(`á${'\u0301'.repeat(4)}`);
  });

  it('has nothing that only formats, and no letter that is drawn as nothing', () => {
    expect(plainLetters('\u0600A\u06DDn\u{110BD}n\u3164\u115F\u034F\u2800')).toBe('Ann');
  });

  it.each(['می\u200Cخواهم', 'क्\u200Dष', '👩\u200D🔬', 'Zoë', 'שָׁלוֹם', 'Nguyễn'])('%s stays as it was', (name) => {
    expect(plainLetters(name)).toBe(name.normalize('NFC'));
  });
});

describe('what cannot be read', () => {
  it('is found wherever it stands', () => {
    expect(unreadableIn({ answers: { card: { roles: ['a', 'b\u0000'] } } })).toBe('answers.card.roles');
    expect(unreadableIn('\u009B')).toBe('');
    expect(unreadableIn({ '\u0000': 1 })).toBe('');
    expect(unreadableIn({ text: 'x\uD83D' })).toBe('text');
    expect(unreadableIn({ text: 'one\r\n\ttwo\v\f\u0085 👩\u200D🔬', at: 1, none: null })).toBeNull();
  });
});
