import { LANDMARK_KINDS, type Landmark, type LandmarkKind, MAX_LANDMARKS } from '@lapwing/shared/event/floor';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import { hasStarted } from '../event-store.ts';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { listText, say, t } from '../words.ts';
import { dealMentors } from './deal-mentors.ts';
import { FloorGrid } from './FloorGrid.tsx';
import {
  doubleNumbers,
  draftFloor,
  type FloorDraft,
  floorBody,
  placed,
  withLandmark,
  withNewTable,
} from './floor-draft.ts';
import { floorSum } from './floor-sum.ts';
import { LandmarkCard } from './LandmarkCard.tsx';
import { TableCard } from './TableCard.tsx';
import './floor.css';

/** Where the tables stand, who sits at them, and whether there are seats for everybody. */
export function Floor({ store }: SectionProps) {
  const event = store.detail.value;
  const people = store.people.value ?? [];
  const draft = store.drafts.floor.value;
  const setDraft = (floor: FloorDraft | null): void => {
    store.drafts.floor.value = floor;
  };
  const [selected, setSelected] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [saved, setSaved] = useState(false);
  if (!event) return null;
  const floor = draft ?? draftFloor(event);
  const { tables, landmarks } = floor;
  const mentors = people.filter(({ role, standing }) => role === 'mentor' && standing === 'active');
  const doubles = doubleNumbers(tables);
  const sum = floorSum(tables, people);
  const change = (next: Partial<FloorDraft>): void => {
    setDraft({ ...floor, ...next });
    setSaved(false);
  };
  const add = ({ added, ...next }: FloorDraft & { readonly added: string }): void => {
    change(next);
    setSelected(added);
  };
  const save = async (): Promise<void> => {
    const answer = await store.api.saveFloor(floorBody(floor));
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    store.detail.value = answer.value;
    setDraft(null);
    setSaved(true);
  };
  const started = hasStarted(store);
  const table = tables.find(({ key }) => key === selected);
  const landmark = landmarks.find(({ key }) => key === selected);
  return (
    <div class="page floor">
      <div class="page-head">
        <h2>{t('floor.heading')}</h2>
        <span role="status">{tables.length > 0 ? say(sum.line) : ''}</span>
        <span class="grow" />
        <button type="button" disabled={started} onClick={() => add(withNewTable(floor))}>
          <Icon name="plus" /> {t('floor.add')}
        </button>
        <button
          type="button"
          disabled={started || tables.length === 0 || landmarks.length >= MAX_LANDMARKS}
          onClick={() => add(withLandmark(floor, nextKind(landmarks)))}
        >
          <Icon name="plus" /> {t('floor.landmark.add')}
        </button>
        <button
          type="button"
          disabled={started || mentors.length === 0 || tables.length === 0}
          onClick={() =>
            change({
              tables: dealMentors(
                tables,
                mentors.filter(({ unconfirmed }) => !unconfirmed),
              ),
            })
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
          <button type="button" class="primary" onClick={() => add(withNewTable(floor))}>
            <Icon name="plus" /> {t('floor.add')}
          </button>
        </div>
      ) : (
        <div class="floor-columns">
          <FloorGrid
            floor={floor}
            fixed={started}
            selected={selected}
            names={new Map(people.map(({ id, name }) => [id, name]))}
            onSelect={setSelected}
            onChange={change}
          />
          {table ? (
            <TableCard
              key={table.key}
              floor={floor}
              table={table}
              mentors={mentors}
              taken={new Map(tables.flatMap((other) => other.mentors.map((mentor) => [mentor, other.number] as const)))}
              onChange={(part) => change({ tables: withPart(tables, table, part) })}
              onMove={(spot) => change(placed(floor, table.key, spot))}
              onRemove={() => {
                change({ tables: tables.filter((other) => other !== table) });
                setSelected(null);
              }}
            />
          ) : landmark ? (
            <LandmarkCard
              key={landmark.key}
              floor={floor}
              landmark={landmark}
              onChange={(part) => change({ landmarks: withPart(landmarks, landmark, part) })}
              onMove={(spot) => change(placed(floor, landmark.key, spot))}
              onRemove={() => {
                change({ landmarks: landmarks.filter((other) => other !== landmark) });
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

/** What no landmark is yet, the door first. */
const nextKind = (landmarks: readonly Landmark[]): LandmarkKind =>
  LANDMARK_KINDS.find((kind) => !landmarks.some((one) => one.kind === kind)) ?? 'door';

const withPart = <T,>(all: readonly T[], one: T, part: Partial<T>): readonly T[] =>
  all.map((other) => (other === one ? { ...other, ...part } : other));
