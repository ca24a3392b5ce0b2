import type { AskedFor, Named, Proposed, Suggestions as Told } from '@lapwing/shared/protocol/introductions-api';
import { industryLabel, roleLabel } from '../../careers/labels.ts';
import { Name } from '../../kit/Name.tsx';
import { isolated } from '../../kit/words.ts';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import type { IntroductionsState } from './use-introductions.ts';

interface Props {
  readonly told: Told;
  readonly state: IntroductionsState;
  readonly store: EventStore;
}

/** A mentor for each student without an introduction, to be asked in the organisers' name (H19 to H21). */
export function Suggestions({ told: { proposed, asked, unready, alone }, state, store }: Props) {
  if (proposed.length + asked.length + unready + alone === 0) return null;
  const ask = (some: readonly Proposed[]): void =>
    void state.act(
      store.api.approveSuggestions(
        some.map(({ students, mentor }) => ({ students: students.map(({ id }) => id), mentor: mentor.id })),
      ),
    );
  const count = proposed.flatMap(({ students }) => students).length;
  return (
    <section class="suggestions" aria-labelledby="suggestions-title">
      <h4 id="suggestions-title">{t('introductions.suggest')}</h4>
      {proposed.length === 0 ? null : (
        <>
          <p>{t('introductions.suggest.what')}</p>
          <ul class="after-made">
            {proposed.map((one) => (
              <li key={keyOf(one)}>
                <Pair of={one} />
                <span class="quiet">{whyOf(one)}</span>
                <button type="button" onClick={() => ask([one])}>
                  {t('introductions.suggest.ask')} <span class="k-unseen">{pairOf(one)}</span>
                </button>
              </li>
            ))}
          </ul>
          <div class="button-row">
            <button type="button" class="primary" onClick={() => ask(proposed)}>
              {t('introductions.suggest.all', { count })}
            </button>
          </div>
        </>
      )}
      <Asked asked={asked} state={state} store={store} />
      {unready === 0 ? null : <p class="quiet">{t('introductions.suggest.unready', { count: unready })}</p>}
      {alone === 0 ? null : <p class="quiet">{t('introductions.suggest.alone', { count: alone })}</p>}
    </section>
  );
}

/** What was asked, until the mentor has answered to be taken back. */
function Asked({ asked, state, store }: Omit<Props, 'told'> & { asked: readonly AskedFor[] }) {
  if (asked.length === 0) return null;
  return (
    <ul class="after-made">
      {asked.map((one) => (
        <li key={one.id} data-state={one.state}>
          <Pair of={one} />
          <span class={one.state === 'yes' ? 'tag ok' : 'tag'}>{t(`introductions.suggest.${one.state}`)}</span>
          {one.state === 'asked' ? (
            <button type="button" onClick={() => void state.act(store.api.takeBackSuggestion(one.id))}>
              {t('introductions.suggest.back')} <span class="k-unseen">{pairOf(one)}</span>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface Two {
  readonly students: readonly Named[];
  readonly mentor: Named;
}

function Pair({ of: { students, mentor } }: { of: Two }) {
  return (
    <b>
      {students.map(({ id, name }, index) => (
        <span key={id}>
          {index === 0 ? null : ', '}
          <Name of={name} />
        </span>
      ))}
      {' – '}
      <Name of={mentor.name} />
    </b>
  );
}

const pairOf = ({ students, mentor }: Two): string =>
  `${students.map(({ name }) => isolated(name)).join(', ')} – ${isolated(mentor.name)}`;

const keyOf = ({ students, mentor }: Two): string => [...students, mentor].map(({ id }) => id).join(' ');

/** Why these, in one line. */
function whyOf({ role, industry, round, interest }: Proposed): string {
  const alike = interest === null || interest === '' || interest === role || interest === industry ? [] : [interest];
  const parts = [
    ...(interest === null ? [] : [t('introductions.suggest.together')]),
    ...alike.map((word) => t('introductions.suggest.alike', { what: isolated(roleLabel(industryLabel(word))) })),
    ...(role === null ? [] : [t('introductions.suggest.field', { what: isolated(roleLabel(role)) })]),
    ...(industry === null ? [] : [t('introductions.suggest.field', { what: isolated(industryLabel(industry)) })]),
    ...(round === null ? [] : [t('introductions.suggest.met', { round })]),
  ];
  return parts.length === 0 ? t('introductions.suggest.room') : parts.join(' · ');
}
