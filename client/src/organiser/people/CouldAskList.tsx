import type { ComponentChildren } from 'preact';
import { Name } from '../../kit/Name.tsx';
import { t } from '../words.ts';

interface Mentor {
  readonly id: string;
  readonly name: string;
  /** '' for none: then only the text can be had, to be sent some other way. */
  readonly email: string;
}

interface Props<Who extends Mentor> {
  readonly mentors: readonly Who[];
  /** Why this one: what stands below the name. */
  readonly why: (who: Who) => ComponentChildren;
  /** @param send by mail; otherwise only the text is written */
  readonly onAsk: (who: Who, send: boolean) => Promise<void>;
}

/** Mentors who could be asked to come, each with the ways to ask. */
export const CouldAskList = <Who extends Mentor>({ mentors, why, onAsk }: Props<Who>) => (
  <ul class="could-ask">
    {mentors.map((who) => (
      <li key={who.id}>
        <span>
          <b>
            <Name of={who.name} />
          </b>
          <small>{why(who)}</small>
        </span>
        {who.email === '' ? null : (
          <button
            type="button"
            aria-label={t('asks.ask.label', { name: who.name })}
            onClick={() => void onAsk(who, true)}
          >
            {t('asks.ask')}
          </button>
        )}
        <button
          type="button"
          aria-label={t('asks.text.label', { name: who.name })}
          onClick={() => void onAsk(who, false)}
        >
          {t('asks.text')}
        </button>
      </li>
    ))}
  </ul>
);
