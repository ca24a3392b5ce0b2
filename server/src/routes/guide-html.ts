import { GUIDE } from '@lapwing/shared/careers/guide/guide';
import type { GuideTag } from '@lapwing/shared/careers/guide/guide-text';
import { MIX_UP_IDS, MIX_UPS, type MixUp, mixUpsOf } from '@lapwing/shared/careers/guide/mix-ups';
import { neighboursOf } from '@lapwing/shared/careers/guide/neighbours';
import { TAG_NAMES } from '@lapwing/shared/careers/guide/tag-names';
import { GUIDE_PATH, guidePath } from '@lapwing/shared/careers/guide-path';
import { INDUSTRIES } from '@lapwing/shared/careers/industries';
import { ROLES } from '@lapwing/shared/careers/roles';
import { LANGUAGE_TAGS, LANGUAGES, type Language } from '@lapwing/shared/kernel/language';
import type { FromMentors } from '../services/guide-service.ts';
import { mentorsHtml, part } from './guide-mentors-html.ts';
import { GUIDE_WORDS } from './guide-words.ts';
import { escaped } from './html-text.ts';

/** How a page of the guide is to be written. */
export interface GuideReader {
  readonly language: Language;
  /** The address names the language, so the links on the page name it too. */
  readonly named: boolean;
  /** What addresses begin with that are told to search engines; null: nobody outside knows this server. */
  readonly publicUrl: string | null;
  /** What the community is called to which the guide leads ('' for no name); null: to none. */
  readonly community: string | null;
}

/** The first page: every tag in a line, and what is often mixed up. */
export function overviewHtml(shell: string, reader: GuideReader): string {
  const words = GUIDE_WORDS[reader.language];
  const list = (title: string, tags: readonly GuideTag[]): string =>
    `<section><h2>${title}</h2><ul class="guide-tags">${tags.map((tag) => tagItem(tag, reader)).join('')}</ul></section>`;
  const main = [
    `<header><h1>${words.question}</h1><p class="guide-lead">${words.lead}</p></header>`,
    list(words.industries, INDUSTRIES),
    list(words.roles, ROLES),
    mixedUp(MIX_UP_IDS, reader, null),
    between(reader),
  ].join('');
  return page(shell, reader, { path: GUIDE_PATH, title: words.title, line: words.lead, main });
}

/** The page of one industry or kind of work. */
export function tagHtml(shell: string, reader: GuideReader, tag: GuideTag, found: FromMentors): string {
  const { language } = reader;
  const words = GUIDE_WORDS[language];
  const { name, line } = TAG_NAMES[language][tag];
  const { what, day, wayIn, firstJobs, ask } = GUIDE[language].tags[tag];
  const neighbours = neighboursOf(tag).map(
    (beside) => `<li>${linkTo(beside.tag, reader)}<p>${escaped(GUIDE[language].neighbours[beside.key])}</p></li>`,
  );
  const main = [
    `<header><h1>${escaped(name)}</h1><p class="guide-lead">${escaped(line)}</p></header>`,
    '<div class="guide-text">',
    part(words.what, paragraph(what)),
    part(words.day, paragraph(day)),
    part(words.firstJobs, points(firstJobs)),
    part(words.wayIn, paragraph(wayIn)),
    part(words.ask, points(ask)),
    '</div>',
    mentorsHtml(found, language),
    between(reader),
    part(words.neighbours, `<ul class="guide-tags">${neighbours.join('')}</ul>`),
    mixedUp(mixUpsOf(tag), reader, tag),
  ].join('');
  return page(shell, reader, {
    path: guidePath(tag),
    title: `${name} · ${words.title}`,
    line: `${line}. ${what}`,
    main,
  });
}

/** For an address of the guide that leads to no page. */
export function noTagHtml(shell: string, reader: GuideReader): string {
  const words = GUIDE_WORDS[reader.language];
  const back = `<p><a href="${addressOf(GUIDE_PATH, reader)}">${words.back}</a></p>`;
  const main = `<header><h1>${words.title}</h1><p class="guide-lead">${words.unknown}</p></header>${back}`;
  return page(shell, reader, { path: null, title: words.title, line: words.unknown, main });
}

/** The way to somebody who does it, outside any evening. */
function between({ community, language }: GuideReader): string {
  if (community === null) return '';
  const words = GUIDE_WORDS[language];
  const link = `<a href="/community">${escaped(words.join(community))}</a>`;
  return part(words.between, `<ul class="guide-tags"><li>${link}<p>${words.introduces}</p></li></ul>`);
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const points = (lines: readonly string[]): string =>
  `<ul class="guide-points">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;

const addressOf = (path: string, { language, named }: GuideReader): string =>
  named ? `${path}?lang=${language}` : path;

const linkTo = (tag: GuideTag, reader: GuideReader): string =>
  `<a href="${addressOf(guidePath(tag), reader)}">${escaped(TAG_NAMES[reader.language][tag].name)}</a>`;

const tagItem = (tag: GuideTag, reader: GuideReader): string =>
  `<li>${linkTo(tag, reader)}<p>${escaped(TAG_NAMES[reader.language][tag].line)}</p></li>`;

function mixedUp(ids: readonly MixUp[], reader: GuideReader, here: GuideTag | null): string {
  if (ids.length === 0) return '';
  const each = ids.map((id) => `<section>${sideBySide(id, reader, here)}</section>`);
  return `<section><h2>${GUIDE_WORDS[reader.language].mixUps}</h2><div class="guide-mixed">${each.join('')}</div></section>`;
}

function sideBySide(id: MixUp, reader: GuideReader, here: GuideTag | null): string {
  const { title, sides, tell } = GUIDE[reader.language].mixUps[id];
  const columns = sides.map(({ name, is }, at) => {
    const tag = MIX_UPS[id][at] ?? null;
    const head =
      tag === null || tag === here
        ? escaped(name)
        : `<a href="${addressOf(guidePath(tag), reader)}">${escaped(name)}</a>`;
    return `<li${tag !== null && tag === here ? ' aria-current="true"' : ''}><h4>${head}</h4>${paragraph(is)}</li>`;
  });
  return `<h3>${escaped(title)}</h3><ul class="guide-sides">${columns.join('')}</ul><p class="guide-tell">${escaped(tell)}</p>`;
}

interface Written {
  /** Null: a page that search engines are not told of. */
  readonly path: string | null;
  readonly title: string;
  readonly line: string;
  readonly main: string;
}

function page(shell: string, reader: GuideReader, { path, title, line, main }: Written): string {
  const words = GUIDE_WORDS[reader.language];
  const languages = LANGUAGE_TAGS.map((language) => {
    const { name, locale } = LANGUAGES[language];
    const current = language === reader.language ? ' aria-current="true"' : '';
    return `<a href="${path ?? GUIDE_PATH}?lang=${language}" lang="${locale}" hreflang="${language}" translate="no"${current}>${name}</a>`;
  });
  const body = [
    `<header class="guide-top"><nav aria-label="${words.title}"><a href="${addressOf(GUIDE_PATH, reader)}">${words.title}</a></nav></header>`,
    `<main>${main}</main>`,
    `<footer><nav class="guide-foot" aria-label="${words.languages}">${languages.join('')}</nav></footer>`,
  ].join('');
  return shell
    .replace(/<title>[^<]*<\/title>/u, () => `<title>${escaped(title)}</title>`)
    .replace('<!--opening-->', () => headLines(reader, path, line))
    .replace('<!--evening-->', () => body);
}

/** What search engines read: what the page is about, and where it stands in each language. */
function headLines({ publicUrl, language }: GuideReader, path: string | null, line: string): string {
  const description = `<meta name="description" content="${escaped(line)}">`;
  if (publicUrl === null || path === null) return description;
  const address = `${escaped(publicUrl)}${path}`;
  return [
    description,
    `<link rel="canonical" href="${address}?lang=${language}">`,
    ...LANGUAGE_TAGS.map((each) => `<link rel="alternate" hreflang="${each}" href="${address}?lang=${each}">`),
    `<link rel="alternate" hreflang="x-default" href="${address}">`,
  ].join('\n');
}
