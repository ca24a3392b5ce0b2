import { expect, it } from 'vitest';
import { ICONS } from '../../../client/build/icons.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

interface Manifest {
  readonly icons: readonly { readonly src: string; readonly sizes: string }[];
}

it('the manifest of a personal page opens that page, in its language, and tells nothing of anybody', async () => {
  const t = await testApp();
  const { students } = await makeEvening(t);
  const page = `/me/${students[0]?.id}`;
  const answer = await t.stranger().get(`${page}/manifest/de`);
  expect(answer.headers['content-type']).toContain('application/manifest+json');
  const manifest = answer.json<Manifest>();
  expect(manifest).toMatchObject({ id: page, start_url: page, scope: page, display: 'standalone', lang: 'de-DE' });
  expect(manifest).toMatchObject({ short_name: 'Mein Abend' });
  expect((await t.stranger().get(`${page}/manifest/en`)).json()).toMatchObject({ short_name: 'My evening' });
  expect(answer.body).not.toContain('Careers Night');
  // whoever is not there gets the same
  expect((await t.stranger().get('/me/nobody/manifest/de')).body).toBe(answer.body.replaceAll(page, '/me/nobody'));
  expect((await t.stranger().get(`${page}/manifest/xx`)).statusCode).toBe(400);
  const drawn = ICONS.map(({ name, size }) => [`/icons/${name}`, `${size}x${size}`]);
  for (const { src, sizes } of manifest.icons.filter((icon) => icon.src.endsWith('.png')))
    expect(drawn).toContainEqual([src, sizes]);
});
