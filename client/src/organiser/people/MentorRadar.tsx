import { attendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { RadarMentor, RadarView } from '@lapwing/shared/protocol/places-api';
import { useEffect, useState } from 'preact/hooks';
import { industryLabel, roleLabel } from '../../careers/labels.ts';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { TableBox } from '../shell/TableBox.tsx';
import { t } from '../words.ts';
import { CouldAskList } from './CouldAskList.tsx';

const COLUMNS = ['field', 'wanted', 'offered', 'missing', 'ask'] as const;

type Row = RadarView['rows'][number];

/** What students wish for against the mentors who come: a table, the greatest lack first, and whom to ask. */
export function MentorRadar({ store }: { store: EventStore }) {
  const [view, setView] = useState<RadarView | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const people = store.people.value;
  useEffect(() => {
    void store.api.radar().then((answer) => {
      setRefusal(answer.ok ? null : answer.refusal.code);
      if (answer.ok) setView(answer.value);
    });
  }, [store, people]);
  const ask = async (who: RadarMentor, send: boolean): Promise<void> => {
    const answer =
      who.kind === 'reserve'
        ? await store.api.askMentor(attendeeId(who.id), null, send)
        : await store.api.askPastMentor(who.id, send);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) await store.refresh();
  };
  if (view === null) return <RefusalNote code={refusal} />;
  const missing = view.rows.filter((row) => row.missing > 0).length;
  return (
    <section class="radar" aria-labelledby="radar-heading">
      <h3 id="radar-heading">{t('radar.heading')}</h3>
      <RefusalNote code={refusal} />
      {view.rows.length === 0 ? (
        <p class="empty">{t('radar.empty', { students: view.students })}</p>
      ) : (
        <>
          <p>{t('radar.sum', { missing, students: view.students })}</p>
          <TableBox label={t('radar.table')} columns={COLUMNS.map((column) => t(`radar.column.${column}`))}>
            {view.rows.map((row) => (
              <RadarLine key={`${row.kind}:${row.field}`} store={store} row={row} onAsk={ask} />
            ))}
          </TableBox>
        </>
      )}
    </section>
  );
}

interface LineProps {
  readonly store: EventStore;
  readonly row: Row;
  readonly onAsk: (who: RadarMentor, send: boolean) => Promise<void>;
}

function RadarLine({ store, row, onAsk }: LineProps) {
  return (
    <tr class={row.missing > 0 ? 'lacks' : ''}>
      <th scope="row">
        {nameOf(store, row)}
        <small>{t(`radar.kind.${row.kind}`)}</small>
      </th>
      <td>{t('radar.wanted', { wanted: row.wanted })}</td>
      <td>{t('radar.offered', { seats: row.offered, mentors: row.mentors })}</td>
      <td>
        {row.missing > 0 ? (
          <>
            <b>{t('radar.missing', { missing: row.missing })}</b>
            {row.kind === 'mentor' ? null : (
              <small>{t('radar.mentors-missing', { mentors: row.mentorsMissing })}</small>
            )}
          </>
        ) : (
          t('radar.enough')
        )}
      </td>
      <td>
        <CouldCome row={row} onAsk={onAsk} />
      </td>
    </tr>
  );
}

function CouldCome({ row, onAsk }: Omit<LineProps, 'store'>) {
  if (row.missing === 0) return null;
  if (row.couldCome.length === 0)
    return <span class="quiet">{t(row.kind === 'mentor' ? 'radar.spread' : 'radar.nobody')}</span>;
  return (
    <CouldAskList
      mentors={row.couldCome}
      why={(who) => (who.kind === 'past' ? t('radar.past', { event: who.lastEvent }) : t('radar.reserve'))}
      onAsk={onAsk}
    />
  );
}

function nameOf(store: EventStore, { kind, field }: Row): string {
  if (kind === 'mentor') return store.byId.value.get(attendeeId(field))?.name ?? t('radar.unknown');
  return kind === 'industry' ? industryLabel(field) : roleLabel(field);
}
