import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import { useEffect, useId, useState } from 'preact/hooks';
import { clockText, dateText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { locale } from '../../kit/words.ts';
import { saveFile } from '../csv.ts';
import type { SectionProps } from '../EventShell.tsx';
import type { EventStore } from '../event-store.ts';
import { namesOf } from '../live/names.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { say, t } from '../words.ts';
import { type AuditFilter, type AuditRow, auditFile, auditRows, filtered, NO_FILTER } from './audit-rows.ts';
import './audit.css';
import { Name } from '../../kit/Name.tsx';

const FIRST = 100;
type Trouble = Parameters<typeof RefusalNote>[0]['code'];

/** Who did what when: the night and everything beside it. */
export function Audit({ store }: SectionProps) {
  const [view, setView] = useState<AuditView | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [filter, setFilter] = useState<AuditFilter>(NO_FILTER);
  const [most, setMost] = useState(FIRST);
  const changes = store.live.staff.value?.changes;
  const version = store.live.room.value?.v;
  useEffect(() => {
    void store.api.audit().then((answer) => {
      setTrouble(answer.ok ? null : answer.refusal.code);
      if (answer.ok) setView(answer.value);
    });
  }, [store, changes, version]);
  const zone = store.detail.value?.settings.timeZone ?? 'UTC';
  const nameOf = (id: AttendeeId): string => store.byId.value.get(id)?.name ?? t('audit.gone', { id });
  const all = view ? auditRows(view, nameOf, namesOf(store)) : [];
  const rows = filtered(all, filter);
  const when = (at: Instant): string => `${dateText(at, zone)}, ${clockText(at, zone)}`;
  const save = async (): Promise<void> => {
    const answer = await store.api.auditExported();
    setTrouble(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    const heading = [t('audit.column.at'), t('audit.column.by'), t('audit.column.what')];
    saveFile(auditFile(rows, { heading, when, who: whoNow, say }), 'who-did-what.csv');
  };
  return (
    <div class="page audit">
      <div class="page-head">
        <h2>{t('audit.heading')}</h2>
        <span class="grow" />
        <button type="button" onClick={() => void save()}>
          <Icon name="download" /> {t('audit.save')}
        </button>
      </div>
      <p class="quiet">{t('audit.what')}</p>
      <RefusalNote code={trouble} />
      <Filters {...{ store, all, filter, nameOf }} change={(part) => setFilter({ ...filter, ...part })} />
      <p class="quiet" role="status">
        {t('audit.count', { shown: rows.length, all: all.length })}
      </p>
      {view && rows.length === 0 ? <p class="empty">{t('audit.none')}</p> : null}
      <ol class="audit-list">
        {rows.slice(0, most).map((row) => (
          <li key={row.key}>
            <time>{when(row.at)}</time>
            <b>
              <Name of={whoNow(row)} />
            </b>
            <span>{say(row.words)}</span>
          </li>
        ))}
      </ol>
      {rows.length > most ? (
        <button type="button" onClick={() => setMost(most + 1_000)}>
          {t('audit.more', { count: rows.length - most })}
        </button>
      ) : null}
    </div>
  );
}

const who = (by: string): string => (by === '' ? t('log.clock') : by);

/** As they were called then, and what became of that: a name alone may be somebody else's by now. */
const whoNow = ({ by, now }: AuditRow): string => {
  if (now === null) return who(by);
  return now === '' ? t('audit.by-gone', { name: who(by) }) : t('audit.by-now', { name: who(by), now });
};

interface FiltersProps {
  readonly store: EventStore;
  readonly all: readonly AuditRow[];
  readonly filter: AuditFilter;
  readonly nameOf: (id: AttendeeId) => string;
  readonly change: (part: Partial<AuditFilter>) => void;
}

/** By who, what and about whom: only what occurs is offered. */
function Filters({ all, filter, nameOf, change }: FiltersProps) {
  const each = <Value,>(values: readonly Value[]): Value[] => [...new Set(values)];
  const people = each(all.flatMap((row) => row.people)).map((id) => [id, nameOf(id)] as const);
  const whats = each(all.map(({ what }) => what)).map(
    (what) => [what, what === 'night' ? t('audit.night') : t(`audit.act.${what}`, PLACEHOLDERS)] as const,
  );
  const bys = each(all.map(({ by }) => by)).map((by) => [by, who(by)] as const);
  return (
    <div class="field-row audit-filters">
      <Select
        label={t('audit.who')}
        any={t('audit.anybody')}
        value={filter.by}
        options={bys}
        pick={(by) => change({ by })}
      />
      <Select
        label={t('audit.act')}
        any={t('audit.anything')}
        value={filter.what}
        options={whats}
        pick={(what) => change({ what })}
      />
      <Select
        label={t('audit.person')}
        any={t('audit.anybody')}
        value={filter.person}
        options={people}
        pick={(person) => change({ person })}
      />
    </div>
  );
}

/** An act said of nobody in particular. */
const PLACEHOLDERS = { person: '…', other: '…', count: 0 };

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly any: string;
  readonly value: Value | null;
  readonly options: readonly (readonly [Value, string])[];
  readonly pick: (value: Value | null) => void;
}

/** Values are picked by their place: '' is a name, too. */
function Select<Value extends string>({ label, any, value, options, pick }: SelectProps<Value>) {
  const id = useId();
  const sorted = [...options].sort(([, one], [, other]) => one.localeCompare(other, locale()));
  const place = sorted.findIndex(([one]) => one === value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={String(place)}
        onChange={(event) => pick(sorted[Number(event.currentTarget.value)]?.[0] ?? null)}
      >
        <option value="-1">{any}</option>
        {sorted.map(([one, words], index) => (
          <option key={one} value={String(index)}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
