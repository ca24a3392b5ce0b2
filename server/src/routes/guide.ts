import type { GuideTag } from '@lapwing/shared/careers/guide/guide-text';
import { INDUSTRIES } from '@lapwing/shared/careers/industries';
import { ROLES } from '@lapwing/shared/careers/roles';
import { languageOf } from '@lapwing/shared/kernel/language';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromMentors } from '../services/guide-service.ts';
import { openCommunity } from '../services/open-community.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { type GuideReader, noTagHtml, overviewHtml, tagHtml } from './guide-html.ts';
import { languageIn, sendPage } from './language.ts';
import { STRANGER_LIMIT } from './rate-limits.ts';
import { shellsIn } from './shells.ts';

/** Search engines may keep these pages. A whole hall reads them through one address. */
const PUBLIC = { config: { ...STRANGER_LIMIT.config, indexable: true } } as const;

/** The career guide: whole pages without a script, the same for everybody. */
export function guideRoutes(app: App, services: Services, clientDir: string): void {
  const shells = shellsIn(clientDir);
  const shellFor = (request: FastifyRequest, reader: GuideReader): string => shells('guide', request, reader.language);
  const readerOf = (request: FastifyRequest): GuideReader => {
    const { lang } = request.query as { lang?: unknown };
    const named = typeof lang === 'string' ? languageOf(lang) : null;
    const { publicUrl } = services.origins;
    return {
      ...{ language: named ?? languageIn(request), named: named !== null, publicUrl },
      community: openCommunity(services),
    };
  };
  const sendTag = (request: FastifyRequest, reply: FastifyReply, tag: GuideTag | undefined): FastifyReply => {
    const reader = readerOf(request);
    const shell = shellFor(request, reader);
    return tag === undefined
      ? sendPage(reply.code(404), noTagHtml(shell, reader))
      : sendPage(reply, tagHtml(shell, reader, tag, fromMentors(services, tag)));
  };
  app.get('/careers', PUBLIC, async (request, reply) => {
    const reader = readerOf(request);
    return sendPage(reply, overviewHtml(shellFor(request, reader), reader));
  });
  const tagPages = (url: string, tags: readonly GuideTag[]): void => {
    app.get(url, PUBLIC, async (request, reply) => {
      const { id } = request.params as { id: string };
      return sendTag(
        request,
        reply,
        tags.find((tag) => tag === id),
      );
    });
  };
  tagPages('/careers/industries/:id', INDUSTRIES);
  tagPages('/careers/roles/:id', ROLES);
}
