import type { ProgrammeItem } from '@lapwing/shared/event/programme';
import type { PublicEvent, PublicMentor } from '@lapwing/shared/protocol/registration-api';
import { escaped, inlineJson } from './html-text.ts';

const TITLES: Readonly<Record<ProgrammeItem['title'], string>> = {
  doors: 'Doors and check-in',
  welcome: 'Welcome',
  panel: 'Panel',
  rounds: 'Rounds',
  break: 'Break',
  freeTalk: 'Free talk',
  end: 'End',
};

/** The public page with the event in it: as data for the script, and to be read where no script runs. */
export function withEvent(shell: string, event: PublicEvent): string {
  const script = `<script type="application/json" id="opening">${inlineJson(event)}</script>`;
  return shell
    .replace('<!--opening-->', () => script)
    .replace('<!--evening-->', () => readable(event))
    .replace(/<title>[^<]*<\/title>/u, () => `<title>${escaped(event.name)}</title>`);
}

function readable(event: PublicEvent): string {
  const { name, place, about, contactName, contactEmail, conduct, trustedName } = event;
  const contact = [contactName, contactEmail].filter((line) => line !== '').join(', ');
  return [
    '<main>',
    `<h1>${escaped(name)}</h1>`,
    paragraph(whenText(event)),
    paragraph(place),
    ...about.split(/\n{2,}/u).map(paragraph),
    `<h2>Programme</h2><ol>${event.programme.map((item) => programmeLine(item, event)).join('')}</ol>`,
    event.mentors.length === 0 ? '' : `<h2>Mentors</h2><ul>${event.mentors.map(mentorLine).join('')}</ul>`,
    event.placesLeft === null ? '' : paragraph(`Places left: ${event.placesLeft}`),
    contact === '' ? '' : paragraph(`Contact: ${contact}`),
    `<h2>Code of conduct</h2>`,
    ...conduct.split(/\n{2,}/u).map(paragraph),
    trustedName === '' ? '' : paragraph(`If something is wrong, tell ${trustedName}.`),
    paragraph('To register, turn JavaScript on in your browser, or write to the organiser.'),
    '</main>',
  ].join('');
}

const paragraph = (text: string): string => (text.trim() === '' ? '' : `<p>${escaped(text.trim())}</p>`);

const clock = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);

/** "Thursday 26 November 2026, 18:30 GMT" */
function whenText({ startsAt, timeZone }: PublicEvent): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  });
  return format.format(startsAt).replace(',', '').replace(' at ', ', ');
}

function programmeLine({ title, at, rounds }: ProgrammeItem, { timeZone, roundMinutes }: PublicEvent): string {
  const lengths = title === 'rounds' ? `: ${rounds} × ${roundMinutes} min` : '';
  return `<li>${clock(at, timeZone)} ${TITLES[title]}${lengths}</li>`;
}

const mentorLine = ({ name, jobTitle, company, askMeAbout }: PublicMentor): string =>
  `<li>${escaped([name, jobTitle, company, askMeAbout].filter((part) => part !== '').join(', '))}</li>`;
