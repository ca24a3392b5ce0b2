import { type PlateDrawing, plateDrawing } from '@lapwing/shared/event/plate-drawing';
import { isolated } from '@lapwing/shared/kernel/isolated';
import { LANGUAGES, type Language } from '@lapwing/shared/kernel/language';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import { cardRound, type OwnEvening, roundAfter, roundAt, stepInto } from '@lapwing/shared/live/own-evening';
import type { Phase } from '@lapwing/shared/live/state';
import { advance, announcementShown, isTimed, phaseShown } from '@lapwing/shared/live/timeline';
import type { CardRound, Met, PersonalCard } from '@lapwing/shared/live/views';
import { escaped } from './html-text.ts';

/** The same words as the page's own where they have its names: a test holds it. `{number}` and such are put in. */
export const OWN_TABLE_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    'phone.off': 'This evening is cancelled.',
    'phone.now': 'Now',
    'phone.round': 'Round {round} of {rounds}',
    'phone.table': 'Table {number}',
    'phone.move': 'Move now',
    'phone.move.to': 'Go to',
    'phone.next.table': 'Next: table {number}, {name}',
    'phone.next.out': 'Next: you sit one out',
    'phone.next.at': 'at',
    'kit.plate': 'Table {number}, {name}',
    until: 'until {time}',
    from: 'from {time}',
  },
  de: {
    'phone.off': 'Dieser Abend ist abgesagt.',
    'phone.now': 'Jetzt',
    'phone.round': 'Runde {round} von {rounds}',
    'phone.table': 'Tisch {number}',
    'phone.move': 'Jetzt wechseln',
    'phone.move.to': 'Geh zu',
    'phone.next.table': 'Danach: Tisch {number}, {name}',
    'phone.next.out': 'Danach: du setzt aus',
    'phone.next.at': 'um',
    'kit.plate': 'Tisch {number}, {name}',
    until: 'bis {time}',
    from: 'ab {time}',
  },
};

/** What the page is drawn from before any script has run. */
interface Picture extends OwnEvening {
  readonly phase: Phase;
  readonly now: Instant;
  readonly language: Language;
}

/**
 * Where this person sits now and where they go next, as the phone's own page would draw it without a countdown; nothing
 * where that is more than a table (before a plan, in a break, when everything stops, when the evening is over or cancelled).
 * @param below the rest of the page
 */
export function ownTableHtml(
  { card, moment: told }: OwnEvening,
  at: Instant,
  language: Language,
  below: string,
): string {
  if (card.cancelled) return '';
  const moment = advance(told, at);
  const phase = phaseShown(moment, at);
  const picture = { card, moment, phase, now: at, language };
  const round = roundAt(phase);
  const here = cardRound(card, round);
  const given = card.standing === 'active' || card.checkedIn;
  const stops = announcementShown(moment, at)?.kind === 'stop';
  if (!here || here.table === null || phase.kind === 'agenda' || !given || stops) return '';
  const goes = phase.kind === 'moving' && stepInto(picture, round) === 'go';
  const body = goes ? wayTo(picture, here) : seatCard(picture, here);
  return [
    `<div class="phone" data-ground="${goes ? 'move' : 'page'}">`,
    `<header class="top"><h1 class="top-name">${shownName(card.eventName)}</h1></header>`,
    `<main>${body}${goes ? '' : below}</main></div>`,
  ].join('');
}

/** That the evening does not take place, and why, where no script has run yet. */
export function cancelledHtml({ eventName, cancelled }: PersonalCard, language: Language): string {
  const lines = [say({ language }, 'phone.off'), escaped(cancelled?.reason ?? '')].filter((line) => line !== '');
  return `<h1>${shownName(eventName)}</h1><div class="block">${lines.map((line) => `<p>${line}</p>`).join('')}</div>`;
}

function seatCard(picture: Picture, here: CardRound): string {
  const { card, phase, moment } = picture;
  const rounds = { round: here.round, rounds: moment.timings.rounds };
  const begun = phase.kind !== 'doors';
  return [
    '<article class="k-sign-card seat"><div class="seat-now">',
    `<p class="seat-label"><b>${begun ? say(picture, 'phone.now') : ''}</b><span>${say(picture, 'phone.round', rounds)}</span></p>`,
    `<div class="seat-main">${plate(picture, here.table ?? 0, 'seat-plate', false)}<div>`,
    `<p class="seat-table">${say(picture, 'phone.table', { number: here.table ?? 0 })} ${shownName(nameOf(card, here.table))}</p>`,
    `<p class="seat-under">${untilText(picture)}</p>`,
    `</div></div>${card.role === 'student' ? here.meets.map(person).join('') : ''}</div>`,
    begun ? nextRow(picture, here.round) : '',
    '</article>',
  ].join('');
}

function wayTo(picture: Picture, to: CardRound): string {
  const number = to.table ?? 0;
  return [
    `<div class="go"><h2 class="k-face">${say(picture, 'phone.move')}</h2>`,
    `<div class="go-table">${plate(picture, number, 'go-plate', true)}`,
    `<p>${say(picture, 'phone.move.to')}<b class="k-face">${say(picture, 'phone.table', { number })}</b>`,
    `${shownName(nameOf(picture.card, number))}</p></div>`,
    `${picture.card.role === 'student' ? to.meets.map(person).join('') : ''}</div>`,
  ].join('');
}

function nextRow(picture: Picture, round: number): string {
  const next = roundAfter(picture, round);
  if (!next) return '';
  const { table } = next;
  const number = table ?? 0;
  const words =
    table === null
      ? say(picture, 'phone.next.out')
      : say(picture, 'phone.next.table', { number, name: isolated(nameOf(picture.card, table)) });
  const [only] = next.meets;
  const who = picture.card.role === 'student' && only ? shownName(only.name) : '';
  return [
    `<div class="k-tear"></div><div class="next">${table === null ? '' : plate(picture, number, 'next-plate', false)}`,
    `<div class="next-words"><p class="next-title">${words}</p><p class="next-more">${who}</p></div>`,
    `<p class="next-at">${nextAt(picture, next)}</p></div>`,
  ].join('');
}

/** When people go there; while nobody knows, nothing. */
function nextAt(picture: Picture, next: CardRound): string {
  const { card, moment, phase, now } = picture;
  if (phase.kind !== 'talking') return '';
  const station = eveningLine(moment, now, card.startsAt).stations.find(({ round }) => round === next.round);
  if (!station) return '';
  const at = instant(station.startsAt - moment.timings.changeover);
  return `${say(picture, 'phone.next.at')} <b class="k-face k-num">${clock(picture, at)}</b>`;
}

/** When this ends, or before the start when it begins: a time, since a countdown would stand still. */
function untilText(picture: Picture): string {
  const { card, phase } = picture;
  if (phase.kind === 'doors') return say(picture, 'from', { time: clock(picture, card.startsAt) });
  return isTimed(phase) ? say(picture, 'until', { time: clock(picture, phase.endsAt) }) : '';
}

const clock = ({ card, language }: Picture, at: Instant): string =>
  new Intl.DateTimeFormat(LANGUAGES[language].locale, {
    ...({ timeZone: card.timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
  }).format(at);

const person = ({ name, line }: Met): string =>
  `<div class="mentor"><p class="mentor-name">${shownName(name)}</p>${line === '' ? '' : `<p class="mentor-line">${escaped(line)}</p>`}</div>`;

/** As the kit's `Name` draws it. */
const shownName = (name: string): string => `<bdi translate="no">${escaped(name)}</bdi>`;

const nameOf = ({ tables }: PersonalCard, number: number | null): string =>
  tables.find((table) => table.number === number)?.name ?? '';

function say(
  { language }: Pick<Picture, 'language'>,
  id: string,
  values: Readonly<Record<string, string | number>> = {},
) {
  const words = OWN_TABLE_WORDS[language][id] ?? '';
  return escaped(words.replace(/\{(\w+)\}/gu, (_all, name: string) => String(values[name] ?? '')));
}

function plate(picture: Picture, number: number, look: string, outlined: boolean): string {
  const name = nameOf(picture.card, number);
  const drawing = plateDrawing(number);
  const edge = outlined ? 'var(--plate-edge)' : drawing.fill;
  const box = outlined ? '-3 -3 106 106' : '-1 -1 102 102';
  return [
    `<svg class="k-plate ${look}" role="img" aria-label="${say(picture, 'kit.plate', { number, name })}" viewBox="${box}">`,
    `<path d="${drawing.path}" fill="${drawing.fill}" stroke="${edge}" stroke-width="${outlined ? 5 : 2}" stroke-linejoin="round"/>`,
    `<text x="50" y="${drawing.baseline}" font-size="${drawing.fontSize}"${squeezed(drawing)}>${number}</text></svg>`,
  ].join('');
}

const squeezed = ({ textLength }: PlateDrawing): string =>
  textLength === null ? '' : ` textLength="${textLength}" lengthAdjust="spacingAndGlyphs"`;
