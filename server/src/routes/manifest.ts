import { LANGUAGES, type Language } from '@lapwing/shared/kernel/language';
import { OwnManifestParams } from '@lapwing/shared/protocol/schemas';
import type { App } from './app-type.ts';

/** What a home screen calls the page. */
const NAMES: Readonly<Record<Language, string>> = { en: 'My evening', de: 'Mein Abend' };

/**
 * What a phone needs to put a personal page on its home screen. Browsers ask for it without a cookie, so it is the same for
 * whoever asks, and tells no more than the address that was asked: no name, no event, no secret.
 */
export function manifestRoutes(app: App): void {
  app.get(
    '/me/:attendeeId/manifest/:language',
    { schema: { params: OwnManifestParams } },
    async ({ params: { attendeeId, language } }, reply) => {
      const { locale, direction } = LANGUAGES[language];
      const page = `/me/${attendeeId}`;
      return reply.type('application/manifest+json; charset=utf-8').send({
        ...{ id: page, start_url: page, scope: page, display: 'standalone' },
        ...{ name: `Lapwing: ${NAMES[language]}`, short_name: NAMES[language], lang: locale, dir: direction },
        ...{ background_color: '#FBF7EF', theme_color: '#0C1C22' },
        icons: [
          { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      });
    },
  );
}
