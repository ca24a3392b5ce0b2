import { LANGUAGES, type Language } from '@lapwing/shared/kernel/language';
import type { FromMentors, GuideEvening, GuideMentor } from '../services/guide-service.ts';
import { GUIDE_WORDS } from './guide-words.ts';
import { escaped } from './html-text.ts';

/** What mentors who agreed say on a page of the guide, and where one of them can be met; nothing where there is none. */
export function mentorsHtml({ mentors, evenings }: FromMentors, language: Language): string {
  const words = GUIDE_WORDS[language];
  const dates = evenings.map((evening) => eveningLine(evening, language)).join('');
  return [
    evenings.length === 0 ? '' : part(words.evenings, `<ul class="guide-evenings">${dates}</ul>`),
    mentors.length === 0
      ? ''
      : part(
          words.mentors,
          `<ul class="guide-people">${mentors.map((each) => mentorItem(each, language)).join('')}</ul>`,
        ),
  ].join('');
}

/** A section with a heading. */
export const part = (title: string, body: string): string => `<section><h2>${title}</h2>${body}</section>`;

const ANSWERS = ['allDay', 'howIGotHere', 'wouldDoDifferently'] as const;

/** In the mentor's own words, whatever language those are in. */
function mentorItem(mentor: GuideMentor, language: Language): string {
  const who = [mentor.jobTitle, mentor.company].filter((line) => line !== '').join(', ');
  const answers = ANSWERS.filter((field) => mentor[field] !== '').map(
    (field) =>
      `<p class="guide-asked">${GUIDE_WORDS[language][field]}</p><blockquote dir="auto">${escaped(mentor[field])}</blockquote>`,
  );
  return [
    `<li><h3><bdi translate="no">${escaped(mentor.firstName)}</bdi></h3>`,
    who === '' ? '' : `<p class="guide-who" dir="auto">${escaped(who)}</p>`,
    `${answers.join('')}</li>`,
  ].join('');
}

function eveningLine({ code, name, startsAt, timeZone }: GuideEvening, language: Language): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const date = new Intl.DateTimeFormat(LANGUAGES[language].locale, { timeZone, ...day }).format(startsAt);
  return `<li><a href="/e/${encodeURIComponent(code)}"><bdi>${escaped(name)}</bdi></a>, ${date}</li>`;
}
