import { presented, spacedBadge } from '@lapwing/shared/event/badge';
import { expect, it } from 'vitest';

const BADGE = { kind: 'badge', code: 'KQ4T7ACD' };

it('reads a badge from its address, from a hand and from a scanner that types for another keyboard', () => {
  for (const text of [
    'http://192.168.1.20:3000/b/KQ4T7ACD',
    'https://evening.example/b/KQ4T7ACD',
    'HTTPS://EVENING.EXAMPLE/B/KQ4T7ACD',
    'httpÖ--localhostÖ3000-b-KQ4T7ACD',
    'kq4t 7acd',
    ' KQ4T-7ACD\n',
  ])
    expect(presented(text), text).toEqual(BADGE);
});

it('takes the id out of a personal address and leaves the secret where it is', () => {
  const found = presented('https://evening.example/me/k3v9_-xq#s3cr3t-of-theirs');
  expect(found).toEqual({ kind: 'person', id: 'k3v9_-xq' });
  expect(JSON.stringify(found)).not.toContain('s3cr3t');
});

it('takes nothing else for a code: not the code on the wall, not a name, not a look-alike', () => {
  for (const text of ['', 'KQ4T', 'Aisha Karim', 'KQ4T7AC0', 'https://evening.example/e/KQ4T', 'https://example.org'])
    expect(presented(text), text).toBeNull();
});

it('spells a code in two halves', () => expect(spacedBadge('KQ4T7ACD')).toBe('KQ4T 7ACD'));
