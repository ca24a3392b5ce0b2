import { askedFor, isUnheard } from '@lapwing/shared/event/asked-privately';
import type { SeatNeeds } from '@lapwing/shared/event/registration';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { t } from '../words.ts';

/** Everybody who comes and asked for something that nobody has dealt with. */
export const asking = (people: readonly Attendee[]): Attendee[] =>
  people.filter((person) => person.standing !== 'cancelled' && isUnheard(person));

interface Props {
  readonly store: EventStore;
  readonly onEdit: (person: Attendee) => void;
}

/** What people asked for in their own words, each with the ways to make a rule of it. For the organiser only. */
export function AskedPrivately({ store, onEdit }: Props) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [done, setDone] = useState<{ person: Attendee; before: SeatNeeds } | null>(null);
  const list = asking(store.people.value ?? []);
  const save = async (person: Attendee, needs: SeatNeeds): Promise<boolean> => {
    const answer = await store.api.changePerson(person.id, { needs });
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) store.putPerson(answer.value);
    return answer.ok;
  };
  const settle = async (person: Attendee, part: Partial<SeatNeeds>): Promise<void> => {
    const isSaved = await save(person, { ...person.needs, ...part, heard: askedFor(person) });
    if (isSaved) setDone({ person, before: person.needs });
  };
  const undo = async (): Promise<void> => {
    if (done && (await save(done.person, done.before))) setDone(null);
  };
  return (
    <section class="asked" aria-labelledby="asked-heading">
      <h3 id="asked-heading">{t('asked.heading', { count: list.length })}</h3>
      <p class="quiet">{t('asked.what')}</p>
      <RefusalNote code={refusal} />
      {done ? <UndoStrip onUndo={() => void undo()}>{t('asked.done', { name: done.person.name })}</UndoStrip> : null}
      <ul>
        {list.map((person) => (
          <li key={person.id} class="card">
            <p>
              <b>
                <Name of={person.name} />
              </b>{' '}
              <small>{t(`role.${person.role}`)}</small>
            </p>
            <blockquote translate={false}>{askedFor(person)}</blockquote>
            <div class="button-row">
              <button
                type="button"
                aria-label={t('asked.step-free.label', { name: person.name })}
                onClick={() => void settle(person, { stepFree: true })}
              >
                {t('asked.step-free')}
              </button>
              <button
                type="button"
                aria-label={t('asked.quiet.label', { name: person.name })}
                onClick={() => void settle(person, { quiet: true })}
              >
                {t('asked.quiet')}
              </button>
              <button
                type="button"
                aria-label={t('asked.company.label', { name: person.name })}
                onClick={() => onEdit(person)}
              >
                {t('asked.company')}
              </button>
              <button
                type="button"
                aria-label={t('asked.settled.label', { name: person.name })}
                onClick={() => void settle(person, {})}
              >
                <Icon name="check" /> {t('asked.settled')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
