import { TAG_NAMES } from '@lapwing/shared/careers/guide/tag-names';
import { guidePath, industriesNamed } from '@lapwing/shared/careers/guide-path';
import { conductWords } from '@lapwing/shared/event/conduct';
import { PLACES_STEP } from '@lapwing/shared/event/places';
import type { ProgrammeItem } from '@lapwing/shared/event/programme';
import { LANGUAGES, type Language } from '@lapwing/shared/kernel/language';
import type { PublicEvent, PublicMentor } from '@lapwing/shared/protocol/registration-api';
import { escaped, inlineJson } from './html-text.ts';

interface Words {
  readonly titles: Readonly<Record<ProgrammeItem['title'], string>>;
  readonly programme: string;
  readonly mentors: string;
  readonly fields: string;
  readonly places: (left: number) => string;
  readonly contact: (whom: string) => string;
  readonly conduct: string;
  readonly trusted: (name: string) => string;
  readonly register: string;
  readonly cancelled: string;
  readonly between: string;
  readonly join: (community: string) => string;
}

/** What the page says where no script runs. */
const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    titles: {
      doors: 'Doors and check-in',
      welcome: 'Welcome',
      panel: 'Panel',
      rounds: 'Rounds',
      break: 'Break',
      freeTalk: 'Free talk',
      end: 'End',
    },
    programme: 'Programme',
    mentors: 'Mentors',
    fields: 'What it is like to work in',
    places: (left) =>
      left < PLACES_STEP
        ? left === 0
          ? 'All places for students are taken.'
          : 'A few places are left for students.'
        : `At least ${left} places are left for students.`,
    contact: (whom) => `Contact: ${whom}`,
    conduct: 'Code of conduct',
    trusted: (name) => `If something is wrong, tell ${name}.`,
    register: 'To register, turn JavaScript on in your browser, or write to the organiser.',
    cancelled: 'This evening is cancelled.',
    between: 'Between the evenings',
    join: (community) => `Join ${community || 'the community'}: meet somebody a few steps ahead of you`,
  },
  de: {
    titles: {
      doors: 'Einlass und Check-in',
      welcome: 'Begrüßung',
      panel: 'Podium',
      rounds: 'Runden',
      break: 'Pause',
      freeTalk: 'Freies Gespräch',
      end: 'Ende',
    },
    programme: 'Programm',
    mentors: 'Mentor:innen',
    fields: 'So arbeitet man in',
    places: (left) =>
      left < PLACES_STEP
        ? left === 0
          ? 'Alle Plätze für Studierende sind vergeben.'
          : 'Für Studierende gibt es noch wenige Plätze.'
        : `Für Studierende gibt es noch mindestens ${left} Plätze.`,
    contact: (whom) => `Kontakt: ${whom}`,
    conduct: 'Verhaltensregeln',
    trusted: (name) => `Wenn etwas nicht stimmt, wende dich an ${name}.`,
    register: 'Zum Anmelden schalte JavaScript in deinem Browser ein oder schreib dem Orga-Team.',
    cancelled: 'Dieser Abend ist abgesagt.',
    between: 'Zwischen den Abenden',
    join: (community) =>
      `Mitmachen bei ${community || 'der Community'}: jemanden treffen, der ein paar Schritte weiter ist`,
  },
};

/** The public page with the event in it: as data for the script, and to be read where no script runs. */
export function withEvent(shell: string, event: PublicEvent, language: Language): string {
  const script = `<script type="application/json" id="opening">${inlineJson(event)}</script>`;
  return shell
    .replace('<!--opening-->', () => script)
    .replace('<!--evening-->', () => readable(event, language))
    .replace(/<title>[^<]*<\/title>/u, () => `<title>${escaped(event.name)}</title>`);
}

function readable(event: PublicEvent, language: Language): string {
  const words = WORDS[language];
  const { name, place, about, contactName, contactEmail, conduct, trustedName, cancelled } = event;
  const contact = [contactName, contactEmail].filter((line) => line !== '').join(', ');
  return [
    '<main>',
    `<h1>${escaped(name)}</h1>`,
    ...(cancelled ? [paragraph(words.cancelled), paragraph(cancelled.reason)] : []),
    paragraph(whenText(event, language)),
    paragraph(place),
    ...about.split(/\n{2,}/u).map(paragraph),
    `<h2>${words.programme}</h2><ol>${event.programme.map((item) => programmeLine(item, event, language)).join('')}</ol>`,
    event.mentors.length === 0 ? '' : `<h2>${words.mentors}</h2><ul>${event.mentors.map(mentorLine).join('')}</ul>`,
    fieldLinks(event.mentors, language),
    event.placesLeft === null || cancelled ? '' : paragraph(words.places(event.placesLeft)),
    contact === '' ? '' : paragraph(words.contact(contact)),
    `<h2>${words.conduct}</h2>`,
    ...conductWords(conduct, language)
      .split(/\n{2,}/u)
      .map(paragraph),
    trustedName === '' ? '' : paragraph(words.trusted(trustedName)),
    cancelled ? '' : paragraph(words.register),
    communityLink(event.community, words),
    '</main>',
  ].join('');
}

const paragraph = (text: string): string => (text.trim() === '' ? '' : `<p>${escaped(text.trim())}</p>`);

const clock = (at: number, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(LANGUAGES[language].locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);

/** "Thursday 26 November 2026, 18:30 GMT", "Donnerstag, 26. November 2026, 18:30 Uhr GMT" */
function whenText({ startsAt, timeZone }: PublicEvent, language: Language): string {
  const { locale } = LANGUAGES[language];
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const date = new Intl.DateTimeFormat(locale, { timeZone, ...day }).format(startsAt);
  const zoned = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(startsAt);
  const zone = zoned.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  const time = clock(startsAt, timeZone, language);
  return language === 'de' ? `${date}, ${time} Uhr ${zone}` : `${date.replace(',', '')}, ${time} ${zone}`;
}

function programmeLine(
  { title, at, rounds }: ProgrammeItem,
  { timeZone, roundMinutes }: PublicEvent,
  language: Language,
): string {
  const lengths = title === 'rounds' ? `: ${rounds} × ${roundMinutes} min` : '';
  return `<li>${clock(at, timeZone, language)} ${WORDS[language].titles[title]}${lengths}</li>`;
}

/** Where the career guide explains the mentors' fields. */
function fieldLinks(mentors: readonly PublicMentor[], language: Language): string {
  const fields = industriesNamed(mentors.map(({ industry }) => industry));
  const links = fields.map(
    (field) => `<li><a href="${guidePath(field)}">${escaped(TAG_NAMES[language][field].name)}</a></li>`,
  );
  return links.length === 0 ? '' : `<h3>${WORDS[language].fields}</h3><ul>${links.join('')}</ul>`;
}

const communityLink = (community: string | null, { between, join }: Words): string =>
  community === null ? '' : `<h2>${between}</h2><p><a href="/community">${escaped(join(community))}</a></p>`;

const mentorLine = ({ name, jobTitle, company, askMeAbout }: PublicMentor): string =>
  `<li>${escaped([name, jobTitle, company, askMeAbout].filter((part) => part !== '').join(', '))}</li>`;
