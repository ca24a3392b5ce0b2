import { callNames } from '@lapwing/shared/event/call-names';
import type { Moment } from '@lapwing/shared/live/state';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import { Name } from '../../kit/Name.tsx';
import { Plate } from '../../kit/Plate.tsx';
import { isolated } from '../../kit/words.ts';
import type { EventStore } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { KeyCap } from '../shell/KeyCap.tsx';
import { t } from '../words.ts';
import type { Open } from './open-dialog.ts';
import { seatedRound, type Tile, tilesOf } from './tiles.ts';

const MOST_DOTS = 8;

interface Props {
  readonly store: EventStore;
  readonly event: EventDetail;
  readonly moment: Moment;
  readonly open: Open;
}

/** Who sits where now: the plates of the floor, with the names of the plan. */
export function TableTiles({ store, event, moment, open }: Props) {
  const doors = moment.phase.kind === 'doors';
  const plan = doors ? store.plan.value : store.followed.value;
  const round = seatedRound(moment.phase, moment.timings.rounds);
  if (round === null || event.tables.length === 0) return null;
  if (!plan) {
    return (
      <section class="tiles" aria-labelledby="tiles-heading">
        <h2 id="tiles-heading">{t('tiles.heading')}</h2>
        <p class="note quiet">
          {t('tiles.no-plan')} <a href={sectionHash(store.id, 'plan')}>{t('tiles.to-plan')}</a>
        </p>
      </section>
    );
  }
  const tiles = tilesOf(event.tables, plan.schedule, round, store.byId.value, callNames(store.people.value ?? []));
  const mentors = tiles.reduce((sum, tile) => sum + tile.mentors.length, 0);
  const students = tiles.reduce((sum, tile) => sum + tile.students.length + tile.absent.length, 0);
  return (
    <section class="tiles" aria-labelledby="tiles-heading">
      <div class="tiles-head">
        <h2 id="tiles-heading">{t('tiles.round', { round })}</h2>
        <span>{t('tiles.count', { students, mentors })}</span>
        <span class="grow" />
        {doors ? null : (
          <>
            <span class="tiles-key">
              {t('tiles.press')} <KeyCap name="T" /> {t('tiles.then-number')}
            </span>
            <button type="button" class="text" onClick={() => open({ kind: 'addTable' })}>
              {t('tiles.add')}
            </button>
          </>
        )}
      </div>
      <ul class="tile-grid">
        {tiles.map((tile) => (
          <TableTile
            key={tile.number}
            tile={tile}
            doors={doors}
            onOpen={() => open({ kind: 'table', table: tile.id })}
          />
        ))}
      </ul>
    </section>
  );
}

/** Before the start most people simply have not come yet: then nothing is missing, and everybody is named. */
function TableTile({ tile, doors, onOpen }: { tile: Tile; doors: boolean; onOpen: () => void }) {
  const planned = tile.students.length + tile.absent.length;
  const warning = doors ? '' : warningOf(tile);
  const closed = tile.mentors.length === 0 && planned === 0;
  return (
    <li class={warning === '' ? (closed ? 'tile closed' : 'tile') : 'tile warn'}>
      <button
        type="button"
        class="tile-open"
        aria-label={t('tile.open', { number: tile.number, name: tile.name })}
        onClick={onOpen}
      >
        <Plate number={tile.number} name={tile.name} size="54px" outlined />
      </button>
      <div>
        {closed || tile.mentors.length === 0 ? <b>{emptyText(tile, closed)}</b> : null}
        {tile.mentors.map((mentor) => (
          <b key={mentor}>
            <Name of={mentor} />
          </b>
        ))}
        {closed ? null : (
          <span class="dots">
            {planned <= MOST_DOTS ? <Dots filled={tile.students.length} all={planned} /> : null}
            {t('tile.count', { students: tile.students.length, planned })}
          </span>
        )}
      </div>
      <p>
        {warning === '' ? null : <strong>{warning} </strong>}
        <span translate={false}>
          {(doors ? [...tile.students, ...tile.absent] : tile.students).map(isolated).join(', ')}
        </span>
      </p>
    </li>
  );
}

/** Why no name stands there. */
function emptyText({ opensIn }: Tile, closed: boolean): string {
  if (!closed) return t('tile.no-mentor');
  return opensIn === null ? t('tile.closed') : t('tile.opens', { round: opensIn });
}

function Dots({ filled, all }: { filled: number; all: number }) {
  return (
    <span aria-hidden="true" class="dot-row">
      {'●'.repeat(filled)}
      {'○'.repeat(all - filled)}
    </span>
  );
}

const warningOf = ({ mentorAbsent, absent }: Tile): string => {
  if (mentorAbsent) return t('tile.mentor-absent');
  return absent.length >= 2 ? t('tile.short', { count: absent.length }) : '';
};
