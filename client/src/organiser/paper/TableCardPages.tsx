import { type CardFormat, FORMATS } from '@lapwing/shared/paper/formats';
import { type PaperMentor, workText } from '@lapwing/shared/paper/mentor-lines';
import { stackedPages } from '@lapwing/shared/paper/pages';
import type { TableCard } from '@lapwing/shared/paper/table-cards';
import { useMemo } from 'preact/hooks';
import { clockText, dateText } from '../../kit/figures.ts';
import { addressParts, QrCode } from '../../kit/JoinBlock.tsx';
import { Name } from '../../kit/Name.tsx';
import { Plate } from '../../kit/Plate.tsx';
import { isolated } from '../../kit/words.ts';
import { listText, t } from '../words.ts';
import { PiecePage } from './PiecePage.tsx';
import type { PaperNow } from './paper-of.ts';

interface Props {
  readonly paper: PaperNow;
  readonly cards: readonly TableCard[];
  readonly format: CardFormat;
}

/** A card for each table: its plate for across the room, whoever sits there, and the way to one's own tables. */
export function TableCardPages({ paper, cards, format }: Props) {
  return (
    <>
      {stackedPages(cards, FORMATS[format].onPage).map((page) => (
        <PiecePage key={page[0]?.number} sheet="cards" format={format}>
          {page.map((card, place) => (
            <div class="piece" key={card?.number ?? `none ${place}`}>
              {card ? <OneCard paper={paper} card={card} /> : null}
            </div>
          ))}
        </PiecePage>
      ))}
    </>
  );
}

function OneCard({ paper, card }: { paper: PaperNow; card: TableCard }) {
  const { settings, planVersion, now, code } = paper;
  const { name: event, place, startsAt, timeZone } = settings;
  const { number, name, mentors, askMeAbout, join } = card;
  const qr = useMemo(() => (join === '' ? null : <QrCode text={join} quiet={0} />), [join]);
  const { host, path } = addressParts(join, code);
  return (
    <article class="table-card-paper">
      <p class="card-top">
        <span data-fit translate={false}>
          {[event, place]
            .filter((part) => part !== '')
            .map(isolated)
            .join(', ')}
        </span>
        <span>{dateText(startsAt, timeZone)}</span>
      </p>
      <Plate number={number} name={name} outlined large />
      <h3 class="card-name k-face" data-fit translate={false}>
        <Name of={name} />
      </h3>
      <div class="card-who">
        <div class="card-words">
          <Mentors mentors={mentors} />
          <p class="card-ask" data-fit data-lines>
            {askMeAbout === '' ? null : t('print.card.ask', { about: askMeAbout })}
            {settings.whoMoves === 'mentors' ? t('print.card.mentors-come') : null}
          </p>
          <p class="card-foot k-num">{t('print.foot', { version: planVersion, at: clockText(now, timeZone) })}</p>
        </div>
        {qr === null ? null : (
          <div class="card-join">
            {qr}
            <p data-fit translate={false}>
              {host}
              {path}
            </p>
            <b class="k-face" translate={false}>
              {code}
            </b>
            <p>{t('print.card.yours')}</p>
          </div>
        )}
      </div>
    </article>
  );
}

/** One of them has the room of two; more than that sit here one after the other, and are named in a row. */
const MOST_APART = 2;

function Mentors({ mentors }: { mentors: readonly PaperMentor[] }) {
  if (mentors.length > MOST_APART)
    return (
      <p class="card-several" data-fit data-lines translate={false}>
        {listText(mentors.map(({ name }) => name))}
      </p>
    );
  return (
    <>
      {mentors.map((mentor) => (
        <p key={mentor.name} class={mentors.length > 1 ? 'card-mentor of-two' : 'card-mentor'} translate={false}>
          <b data-fit>
            <Name of={mentor.name} />
          </b>
          <span data-fit>{workText(mentor)}</span>
        </p>
      ))}
    </>
  );
}
