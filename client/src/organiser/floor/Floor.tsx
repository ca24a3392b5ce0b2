import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import { hasStarted } from '../event-store.ts';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { listText, say, t } from '../words.ts';
import { dealMentors } from './deal-mentors.ts';
import { FloorGrid } from './FloorGrid.tsx';
import { type DraftTable, doubleNumbers, draftTables, floorBody, withNewTable } from './floor-draft.ts';
import { floorSum } from './floor-sum.ts';
import { TableCard } from './TableCard.tsx';
import './floor.css';

/** Where the tables stand, who sits at them, and whether there are seats for everybody. */
export function Floor({ store }: SectionProps) {
  const event = store.detail.value;
  const people = store.people.value ?? [];
  const draft = store.drafts.floor.value;
  const setDraft = (tables: readonly DraftTable[] | null): void => {
    store.drafts.floor.value = tables;
  };
  const [selected, setSelected] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [saved, setSaved] = useState(false);
  if (!event) return null;
  const tables = draft ?? draftTables(event.tables);
  const mentors = people.filter(({ role, standing }) => role === 'mentor' && standing === 'active');
  const doubles = doubleNumbers(tables);
  const sum = floorSum(tables, people);
  const change = (next: readonly DraftTable[]): void => {
    setDraft(next);
    setSaved(false);
  };
  const add = (): void => {
    const next = withNewTable(tables);
    change(next);
    setSelected(next.at(-1)?.key ?? null);
  };
  const save = async (): Promise<void> => {
    const answer = await store.api.saveFloor(floorBody(tables));
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    store.detail.value = answer.value;
    setDraft(null);
    setSaved(true);
  };
  const started = hasStarted(store);
  const index = tables.findIndex(({ key }) => key === selected);
  const table = tables[index];
  return (
    <div class="page floor">
      <div class="page-head">
        <h2>{t('floor.heading')}</h2>
        <span role="status">{tables.length > 0 ? say(sum.line) : ''}</span>
        <span class="grow" />
        <button type="button" disabled={started} onClick={add}>
          <Icon name="plus" /> {t('floor.add')}
        </button>
        <button
          type="button"
          disabled={started || mentors.length === 0 || tables.length === 0}
          onClick={() =>
            change(
              dealMentors(
                tables,
                mentors.filter(({ unconfirmed }) => !unconfirmed),
              ),
            )
          }
        >
          {t('floor.deal')}
        </button>
        <button
          type="button"
          class="primary"
          disabled={started || draft === null || doubles.length > 0}
          onClick={() => void save()}
        >
          {t('floor.save')}
        </button>
      </div>
      {started ? <Note tone="plain">{t('floor.started')}</Note> : null}
      {sum.warning ? <Note tone="warn">{say(sum.warning)}</Note> : null}
      {doubles.length > 0 ? <Note tone="bad">{t('floor.double', { numbers: listText(doubles) })}</Note> : null}
      <RefusalNote code={refusal} />
      <p class="quiet" role="status">
        {draft === null ? (saved ? t('floor.saved') : '') : t('floor.unsaved')}
      </p>
      {tables.length === 0 ? (
        <div class="empty">
          <p>{t('floor.empty')}</p>
          <button type="button" class="primary" onClick={add}>
            <Icon name="plus" /> {t('floor.add')}
          </button>
        </div>
      ) : (
        <div class="floor-columns">
          <FloorGrid
            tables={tables}
            selected={selected}
            names={new Map(people.map(({ id, name }) => [id, name]))}
            onSelect={setSelected}
            onChange={change}
          />
          {table ? (
            <TableCard
              key={table.key}
              table={table}
              mentors={mentors}
              taken={new Map(tables.flatMap((other) => other.mentors.map((mentor) => [mentor, other.number] as const)))}
              onChange={(part) => change(tables.map((other) => (other === table ? { ...other, ...part } : other)))}
              onRemove={() => {
                change(tables.filter((other) => other !== table));
                setSelected(null);
              }}
            />
          ) : (
            <p class="card quiet">{t('floor.choose')}</p>
          )}
        </div>
      )}
    </div>
  );
}
