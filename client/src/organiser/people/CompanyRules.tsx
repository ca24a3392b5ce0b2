import type { PairRule } from '@lapwing/shared/event/registration';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import type { EventStore } from '../event-store.ts';
import { Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { t } from '../words.ts';
import { findPeople } from './find-people.ts';

const MOST_FOUND = 5;

interface Props {
  readonly store: EventStore;
  readonly person: Attendee;
  /** What they asked for in their own words: the page opens here, to make a rule of it. '' for nothing. */
  readonly asked: string;
}

/** Whom somebody is kept apart from or comes with. Each change counts at once and can be taken back here. */
export function CompanyRules({ store, person, asked }: Props) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (asked === '') return;
    // the dialog is open by now, with the focus on its first field
    box.current?.scrollIntoView({ block: 'start' });
    box.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }, []);
  const [query, setQuery] = useState('');
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [removed, setRemoved] = useState<PairRule | null>(null);
  const rules = store.company.value.pairs.filter(({ one, other }) => one === person.id || other === person.id);
  const otherOf = ({ one, other }: PairRule): AttendeeId => (one === person.id ? other : one);
  const nameOf = (id: AttendeeId): string => store.byId.value.get(id)?.name ?? t('plan.gone');
  const told = async (answer: ReturnType<typeof store.api.keepPair>): Promise<boolean> => {
    const { ok, ...rest } = await answer;
    setRefusal('refusal' in rest ? rest.refusal.code : null);
    if (ok && 'value' in rest) store.company.value = rest.value;
    return ok;
  };
  const keep = async (rule: PairRule): Promise<void> => {
    if (!(await told(store.api.keepPair(rule)))) return;
    setQuery('');
    setRemoved(null);
  };
  const remove = async (rule: PairRule): Promise<void> => {
    if (await told(store.api.releasePair(rule))) setRemoved(rule);
  };
  const blocked = store.company.value.blocked.filter((pair) => pair.includes(person.id));
  const bound = new Set([person.id, ...rules.map(otherOf), ...blocked.flat()]);
  const block = async (other: AttendeeId): Promise<void> => {
    if (await told(store.api.block(person.id, other))) setQuery('');
  };
  const found =
    query.trim() === ''
      ? []
      : findPeople(
          (store.people.value ?? []).filter(({ id, standing }) => !bound.has(id) && standing !== 'cancelled'),
          query,
        ).slice(0, MOST_FOUND);
  return (
    <fieldset class="company-rules" ref={box}>
      <legend>{t('company.heading')}</legend>
      {asked === '' ? null : <blockquote translate={false}>{asked}</blockquote>}
      <small class="hint">{t('company.hint')}</small>
      <RefusalNote code={refusal} />
      <ul>
        {rules.map((rule) => (
          <li key={otherOf(rule)}>
            <span>
              {t(`company.${rule.kind}`)}{' '}
              <b>
                <Name of={nameOf(otherOf(rule))} />
              </b>
            </span>
            <button
              type="button"
              class="icon-button"
              aria-label={t('company.remove', { name: nameOf(otherOf(rule)) })}
              onClick={() => void remove(rule)}
            >
              <Icon name="cross" />
            </button>
          </li>
        ))}
        {blocked.map(([one, other]) => (
          <li key={`${one} ${other}`}>
            <span>
              {t('company.blocked')}{' '}
              <b>
                <Name of={nameOf(one === person.id ? other : one)} />
              </b>
            </span>
          </li>
        ))}
      </ul>
      {removed ? (
        <UndoStrip onUndo={() => void keep(removed)}>
          {t(`company.removed.${removed.kind}`, { name: nameOf(otherOf(removed)) })}
        </UndoStrip>
      ) : null}
      <Field label={t('company.find')} value={query} onText={setQuery} autocomplete="off" />
      <ul>
        {found.map((other) => (
          <li key={other.id}>
            <span>
              <Name of={other.name} /> <small>{t(`role.${other.role}`)}</small>
            </span>
            {(other.role === person.role ? (['apart', 'together'] as const) : (['apart'] as const)).map((kind) => (
              <button
                key={kind}
                type="button"
                aria-label={t(`company.${kind}.add`, { name: other.name })}
                onClick={() => void keep({ one: person.id, other: other.id, kind })}
              >
                {t(`company.${kind}.button`)}
              </button>
            ))}
            <button
              type="button"
              aria-label={t('company.block.add', { name: other.name })}
              onClick={() => void block(other.id)}
            >
              {t('company.block.button')}
            </button>
          </li>
        ))}
      </ul>
      {query.trim() !== '' && found.length === 0 ? <p class="quiet">{t('company.nobody')}</p> : null}
    </fieldset>
  );
}
