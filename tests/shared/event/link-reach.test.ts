import { linkReach } from '@lapwing/shared/event/link-reach';
import { expect, it } from 'vitest';

it('says from where a link can be opened', () => {
  const reach = (origins: readonly string[]) => new Set(origins.map(linkReach));
  expect(reach(['http://localhost:3000', 'http://127.0.0.1:26250', 'http://localhost/e/ABCD'])).toEqual(
    new Set(['this-machine']),
  );
  expect(
    reach(['http://192.168.1.20:3000', 'http://10.0.0.7', 'http://172.20.3.4:80', 'http://lapwing.local']),
  ).toEqual(new Set(['hall']));
  expect(reach(['https://night.example.org', 'http://172.32.0.1', 'http://11.0.0.1:3000'])).toEqual(
    new Set(['everywhere']),
  );
});
