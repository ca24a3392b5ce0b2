import type { AgendaTitle } from '@lapwing/shared/event/event';
import type { Instant } from '@lapwing/shared/kernel/time';
import { comingAgenda, isTimed } from '@lapwing/shared/live/timeline';
import type { CardRound } from '@lapwing/shared/protocol/messages';
import { clockText } from '../kit/figures.ts';
import { Icon } from '../kit/Icon.tsx';
import { t as kitWord } from '../kit/kit-words.ts';
import { Plate } from '../kit/Plate.tsx';
import { isolated } from '../kit/words.ts';
import { finishOf, goneFrom, namesOf, type PhoneView, tableOf } from './phone-view.ts';
import { t } from './words.ts';

export interface NextRowProps {
  view: PhoneView;
  /** The table sat at now, to say "stay". */
  here: number | null;
  /** The round that comes; null after the last. */
  next: CardRound | null;
  /** When to go there; null: as soon as the organiser says. */
  at: Instant | null;
}

/** What comes next, below the tear line: plate, table, who, when. */
export function NextRow({ view, here, next, at }: NextRowProps) {
  const after = next === null ? agendaAfter(view) : null;
  const leaves = next !== null && next.round >= (goneFrom(view) ?? Number.POSITIVE_INFINITY);
  const ends = next === null && after === null;
  const time = ends ? finishOf(view) : (after?.at ?? at);
  return (
    <div class="next">
      <NextPlate view={view} next={leaves ? null : next} />
      <div class="next-words">
        {after ? (
          <p class="next-title">{t('phone.next.agenda', { title: kitWord(`kit.agenda.${after.title}`) })}</p>
        ) : leaves ? (
          <p class="next-title">{t('phone.next.leaves')}</p>
        ) : (
          <NextWords view={view} here={here} next={next} />
        )}
      </div>
      <p class="next-at">
        {time === null ? null : `${timeWord(view.about, ends)} `}
        <b class="k-face k-num">{time === null ? t('phone.next.soon') : clockText(time, view.card.timeZone)}</b>
      </p>
    </div>
  );
}

/** Stands small above the time, so that the time itself is never wider. */
function timeWord(about: boolean, ends: boolean): string {
  if (ends) return t(about ? 'phone.next.end.about' : 'phone.next.end');
  return t(about ? 'phone.next.about' : 'phone.next.at');
}

/** After the last round there may be free talk; `at` is null when it begins with a press. */
function agendaAfter({
  shown,
  moment,
}: PhoneView): { readonly title: AgendaTitle; readonly at: Instant | null } | null {
  const phase = shown.phase.kind === 'paused' ? shown.phase.of : shown.phase;
  const item = comingAgenda({ ...moment, phase });
  return item && { title: item.title, at: isTimed(shown.phase) ? shown.phase.endsAt : null };
}

function NextPlate({ view, next }: { view: PhoneView; next: CardRound | null }) {
  if (next === null) return <Icon name="after" size="2.25rem" />;
  if (next.table === null) return <Icon name="cup" size="2.25rem" />;
  const { number, name } = tableOf(view.card, next.table);
  return <Plate number={number} name={name} class="next-plate" />;
}

function NextWords({ view, here, next }: Omit<NextRowProps, 'at'>) {
  if (next === null) {
    return <p class="next-title">{t(view.shown.phase.kind === 'agenda' ? 'phone.next.over' : 'phone.next.last')}</p>;
  }
  if (next.table === null) return <p class="next-title">{t('phone.next.out')}</p>;
  const { number, name } = tableOf(view.card, next.table);
  const who = whoComes(view, next);
  if (next.table === here) {
    return (
      <>
        <p class="next-title">{who === '' ? t('phone.next.stay', { number }) : t('phone.next.who', { names: who })}</p>
        {who === '' ? null : <p class="next-more">{t('phone.next.stay', { number })}</p>}
      </>
    );
  }
  return (
    <>
      <p class="next-title">{t('phone.next.table', { number, name })}</p>
      <p class="next-more" translate={false}>
        {who}
      </p>
    </>
  );
}

/** More first names than these are counted. */
const MOST_NAMES = 6;

/** For a student the mentor, with the first part of their line when there is one mentor; for a mentor who comes. */
function whoComes({ card }: PhoneView, { meets }: CardRound): string {
  if (card.role === 'mentor') {
    const more = meets.length - MOST_NAMES;
    if (more <= 1) return namesOf(meets);
    return t('phone.next.more', {
      names: meets
        .slice(0, MOST_NAMES)
        .map(({ name }) => isolated(name))
        .join(', '),
      count: more,
    });
  }
  const [only] = meets;
  const work = only?.line.split(', ')[0];
  return meets.length === 1 && only && work ? `${isolated(only.name)}, ${isolated(work)}` : namesOf(meets);
}
