import { describe, expect, it } from 'vitest';
import { linksFile } from '../../../client/src/organiser/people/links-file.ts';

const link = (name: string, email = 'a@example.org') => ({
  role: 'student' as const,
  name,
  email,
  url: 'http://x/me/a#b',
});

describe('the file of links', () => {
  it('has a heading, one quoted row a person, and a mark for spreadsheets', () => {
    expect(linksFile([link('Zoë "Zo" Quill')])).toBe(
      '\uFEFFName,Email,Role,Personal link\r\n"Zoë ""Zo"" Quill","a@example.org","student","http://x/me/a#b"\r\n',
    );
  });

  it.each(['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '＝1'])('takes the sting out of %j', (name) => {
    expect(linksFile([link(name)])).toContain(`"'${name}"`);
  });
});
