import type { Met } from '@lapwing/shared/protocol/messages';
import { t as afterWord } from '../after/words.ts';
import { dateText } from '../kit/figures.ts';
import { isolated, language, locale } from '../kit/words.ts';
import type { PhoneView } from './phone-view.ts';
import { alsoAsked, type Meeting, meetingsOf } from './recap.ts';
import { standingOf, standingWords } from './standing.ts';
import { t } from './words.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => ESCAPES[sign] as string);

/** Somebody who was asked without having been met. */
interface NotMet {
  readonly person: Met;
  readonly round: null;
}

/** What an evening left for one person, as a page that needs nothing else: HTML, since a phone shows it as it is. */
export function recapFile(view: PhoneView): string {
  const { eventName, place, startsAt, timeZone, role } = view.card;
  const when = [dateText(startsAt, timeZone), place].filter(Boolean).map(isolated).join(' · ');
  const met = meetingsOf(view).map((meeting) => partAbout(meeting, view, role === 'mentor'));
  const named = alsoAsked(view).map((person) => partAbout({ person, round: null }, view, role === 'mentor'));
  return [
    `<!doctype html><html lang="${locale()}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(eventName)}</title>`,
    '<style>body{max-width:34rem;margin:1.5rem auto;padding:0 1rem;font:1.0625rem/1.45 system-ui,sans-serif}',
    'h2{margin:1.75rem 0 0}p{margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}small{font-size:.9375rem}</style>',
    `<h1>${escaped(eventName)}</h1><p>${escaped(when)}</p>${[...met, ...named].join('')}</html>\n`,
  ].join('\n');
}

function partAbout({ person, ...where }: Meeting | NotMet, view: PhoneView, byMentor: boolean): string {
  const note = view.notes.of[person.id];
  const asks = person.ask === '' ? '' : afterWord(byMentor ? 'after.asked' : 'after.asks', { what: person.ask });
  const said = [note?.text ?? '', ...(note?.beside ?? [])].filter(Boolean).join('\n\n');
  return [
    `<h2>${escaped(person.name)}</h2>`,
    ...[person.line, asks, said, ...pickedOf(view, person)].filter(Boolean).map((line) => `<p>${escaped(line)}</p>`),
    `<p><small>${escaped(where.round === null ? afterWord('after.named') : afterWord('after.where', { round: where.round, number: where.table }))}</small></p>`,
  ].join('');
}

/** The star, and what was asked and has become of it. */
function pickedOf(view: PhoneView, person: Met): string[] {
  const { star = false, wish = null, line = '' } = view.picks.of[person.id] ?? {};
  const stands = standingOf(view.picks, person.id);
  return [
    ...(star ? [`★ ${t('phone.pick.star')}`] : []),
    ...(wish === 'introduce' ? [[t('phone.pick.introduce'), line].filter(Boolean).join(': ')] : []),
    ...(stands ? [standingWords(view, person, stands)] : []),
  ];
}

/** Gives a page to whoever asked for it; it is made on the phone, and the server has no copy. */
export function saveRecap(view: PhoneView): void {
  const url = URL.createObjectURL(new Blob([recapFile(view)], { type: 'text/html;charset=utf-8' }));
  const link = document.createElement('a');
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: view.card.timeZone }).format(view.card.startsAt);
  Object.assign(link, { href: url, download: `lapwing-${day}.${language()}.html` });
  link.click();
  // the browser reads it after the press
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
