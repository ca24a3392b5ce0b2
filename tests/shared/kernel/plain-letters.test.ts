import { plainLetters } from '@lapwing/shared/kernel/plain-letters';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { describe, expect, it } from 'vitest';

describe('a name on a page among others', () => {
  it('turns nobody else’s around, hides nothing, and stays on its line', () => {
    expect(plainLetters('\u202Enimda\u2066 Ann\u200B')).toBe('nimda Ann');
    expect(tidyLine('Ann\u00AD\u{E0041} \uFEFF Lee')).toBe('Ann Lee');
    expect(plainLetters(`a${'\u0301'.repeat(60)}`)).toBe(`á${'\u0301'.repeat(4)}`);
  });

  it.each(['می\u200Cخواهم', 'क्\u200Dष', '👩\u200D🔬', 'Zoë', 'שָׁלוֹם', 'Nguyễn'])('%s stays as it was', (name) => {
    expect(plainLetters(name)).toBe(name.normalize('NFC'));
  });
});
