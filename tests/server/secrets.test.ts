import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf, keyFrom, sameSecret, secretsFrom } from '../../server/src/secrets.ts';
import { adoptNewKey, attendeeLink } from '../../server/src/services/link-service.ts';
import { makeEvening, partsOfLink } from '../support/evening-builder.ts';
import { temporaryFolder, testApp } from '../support/test-app.ts';

const KEY = Buffer.alloc(32, 7);

describe('secrets', () => {
  it('are long, different, and fit for an address', () => {
    const secrets = secretsFrom(KEY);
    const drawn = Array.from({ length: 200 }, () => secrets.newSecret());
    expect(new Set(drawn).size).toBe(200);
    for (const secret of drawn) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/u);
    expect(secrets.newId()).toMatch(/^[A-Za-z0-9_-]{12}$/u);
    for (let drawn = 0; drawn < 200; drawn++) expect(secrets.newCode(4)).toMatch(/^[^0O1IL5S8BGZ2\W_a-z]{4}$/u);
  });

  it('of a link depend on the key, the kind, the person and the generation, and come back', () => {
    const secrets = secretsFrom(KEY);
    const all = [
      secrets.linkSecret('attendee', 'ann', 1),
      secrets.linkSecret('attendee', 'ann', 2),
      secrets.linkSecret('attendee', 'bob', 1),
      secrets.linkSecret('display', 'ann', 1),
      secretsFrom(Buffer.alloc(32, 8)).linkSecret('attendee', 'ann', 1),
    ];
    expect(new Set(all).size).toBe(5);
    expect(secretsFrom(KEY).linkSecret('attendee', 'ann', 1)).toBe(all[0]);
    for (const secret of all) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/u);
  });

  it('are compared whole', () => {
    expect(sameSecret('a', 'a')).toBe(true);
    expect(sameSecret('a', 'ab')).toBe(false);
    expect(sameSecret('', 'a')).toBe(false);
  });
});

describe('the key file', () => {
  it('is made once, for its owner only, and refused when it is not whole', () => {
    const folder = temporaryFolder();
    const key = keyFrom(folder);
    const file = join(folder, 'links.key');
    expect(key).toHaveLength(32);
    expect(keyFrom(folder).equals(key)).toBe(true);
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(keyFrom(temporaryFolder()).equals(key)).toBe(false);
    writeFileSync(file, key.subarray(0, 31));
    expect(() => keyFrom(folder)).toThrow(/does not hold a key of 32 bytes/u);
  });
});

describe('a lost key file', () => {
  it('kills no link that was given out, and new links open again after the next start', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const [ann] = evening.students;
    const linkOf = (services: typeof t.services): string => {
      const link = ann && attendeeLink(services, evening.id, ann.id);
      return link?.ok ? partsOfLink(link.value).secret : '';
    };
    const old = linkOf(t.services);
    await t.close();
    rmSync(join(t.dataDir, 'links.key'));
    const again = await testApp({ dataDir: t.dataDir });
    const opens = async (secret: string): Promise<number> =>
      (await again.stranger().post(`/me/${ann?.id}/session`, { secret })).statusCode;
    expect(linkOf(again.services)).not.toBe(old);
    expect(await opens(linkOf(again.services))).toBe(404);
    expect(adoptNewKey(again.services)).toBe(1);
    expect(await opens(linkOf(again.services))).toBe(200);
    expect(await opens(old)).toBe(200);
    expect(adoptNewKey(again.services)).toBe(0);
  });
});

describe('the database file', () => {
  it('holds no secret of anybody: a copy of it opens nothing', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const phones = await Promise.all(evening.students.map((person) => evening.phone(person)));
    const display = await evening.display();
    const links = [...evening.students, ...evening.mentors].map((person) => {
      const link = attendeeLink(t.services, evening.id, person.id);
      return link.ok ? partsOfLink(link.value).secret : '';
    });
    const detail = (await ada.get(evening.url)).json<{ links: { display: string } }>();
    const tokens = [ada, display, ...phones].flatMap((caller) => [...caller.cookies.values()]);
    const secrets = [t.setup.value, partsOfLink(detail.links.display).secret, ...links, ...tokens];
    expect(secrets.filter((secret) => secret.length < 43)).toEqual([]);
    const key = readFileSync(join(t.dataDir, 'links.key'));
    await t.close();
    const files = readdirSync(t.dataDir).filter((name) => name.startsWith('lapwing.db'));
    const bytes = Buffer.concat(files.map((name) => readFileSync(join(t.dataDir, name))));
    expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([]);
    for (const form of [key, key.toString('hex'), key.toString('base64')]) expect(bytes.includes(form)).toBe(false);
    expect(bytes.includes(hashOf(links[0] ?? '')), 'their hashes are there (so this test can fail)').toBe(true);
  });
});
