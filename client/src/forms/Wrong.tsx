import './form.css';
import './wrong.css';
import { conductWords } from '@lapwing/shared/event/conduct';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ConductForPerson, NewReport } from '@lapwing/shared/protocol/conduct-api';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import { language } from '../kit/words.ts';
import { TextField } from './fields.tsx';
import { t } from './words.ts';

/** What became of a report: on this phone, with the organisers, or not taken. */
export type ReportFate = 'waiting' | 'heard' | 'refused';

export interface WrongProps {
  /** Null: not known yet, or no network. */
  readonly conduct: ConductForPerson | null;
  readonly report: (report: NewReport) => ReadonlySignal<ReportFate>;
  readonly onClose: () => void;
}

const MOST = 2_000;
const NUMBER = /^[+\d][\d\s()/.-]{4,}$/u;

/** Something is wrong: who helps now, a private word to them, and how people treat each other here. */
export function Wrong({ conduct, report, onClose }: WrongProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = conduct?.trustedName ?? '';
  return (
    <section class="f-form wrong-page">
      <h2 tabIndex={-1} ref={heading}>
        {t('wrong.title')}
      </h2>
      <Trusted name={name} reach={conduct?.trustedReach ?? ''} />
      <p>{t('wrong.danger')}</p>
      <Tell conduct={conduct} report={report} />
      {conduct && conduct.people.length > 0 ? <RatherNot people={conduct.people} report={report} /> : null}
      {conduct ? (
        <details class="wrong-conduct">
          <summary>{t('wrong.conduct')}</summary>
          {conductWords(conduct.words, language())
            .split(/\n{2,}/u)
            .map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
        </details>
      ) : null}
      <div class="f-buttons">
        <button type="button" class="f-other" onClick={onClose}>
          {t('wrong.close')}
        </button>
      </div>
    </section>
  );
}

function Trusted({ name, reach }: { name: string; reach: string }) {
  if (name === '') return <p class="wrong-trusted">{t('wrong.nobody')}</p>;
  return (
    <p class="wrong-trusted">
      {t('wrong.trusted')}{' '}
      <b>
        <Name of={name} />
      </b>
      {reach === '' ? null : NUMBER.test(reach) ? (
        <a href={`tel:${reach.replaceAll(/[^+\d]/gu, '')}`}>{reach}</a>
      ) : (
        <span>{reach}</span>
      )}
    </p>
  );
}

type Report = WrongProps['report'];

function Tell({ conduct, report }: { conduct: ConductForPerson | null; report: Report }) {
  const [text, setText] = useState('');
  const [about, setAbout] = useState('');
  const [fate, setFate] = useState<ReadonlySignal<ReportFate> | null>(null);
  if (fate) return <Said fate={fate} words={t('wrong.heard')} />;
  const send = (submit: Event): void => {
    submit.preventDefault();
    setFate(report({ kind: 'wrong', text: text.slice(0, MOST), about: about === '' ? null : (about as AttendeeId) }));
  };
  return (
    <form class="f-group" onSubmit={send}>
      <h3>{t('wrong.tell')}</h3>
      <TextField
        field="wrong-text"
        label={t('wrong.text')}
        hint={t('wrong.text.hint')}
        value={text}
        most={MOST}
        lines={3}
        onText={setText}
        problems={[]}
      />
      {conduct && conduct.people.length > 0 ? (
        <Who
          label={t('wrong.about')}
          hint={t('wrong.about.hint')}
          people={conduct.people}
          value={about}
          pick={setAbout}
        />
      ) : null}
      <button type="submit" class="f-main">
        {t('wrong.send')}
      </button>
    </form>
  );
}

/** Without a reason. */
function RatherNot({ people, report }: { people: ConductForPerson['people']; report: Report }) {
  const [about, setAbout] = useState('');
  const [fate, setFate] = useState<ReadonlySignal<ReportFate> | null>(null);
  if (fate) return <Said fate={fate} words={t('wrong.apart.heard')} />;
  const send = (submit: Event): void => {
    submit.preventDefault();
    if (about !== '') setFate(report({ kind: 'apart', text: '', about: about as AttendeeId }));
  };
  return (
    <form class="f-group" onSubmit={send}>
      <Who label={t('wrong.apart')} hint={t('wrong.apart.hint')} people={people} value={about} pick={setAbout} />
      <button type="submit" class="f-other" aria-disabled={about === ''}>
        {t('wrong.apart.send')}
      </button>
    </form>
  );
}

interface WhoProps {
  readonly label: string;
  readonly hint: string;
  readonly people: ConductForPerson['people'];
  readonly value: string;
  readonly pick: (id: string) => void;
}

function Who({ label, hint, people, value, pick }: WhoProps) {
  const id = useId();
  return (
    <div class="f-field">
      <label for={id}>{label}</label>
      <p class="f-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        <option value="">{t('form.none')}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </div>
  );
}

const FATES = { waiting: 'clock', heard: 'check', refused: 'warn' } as const;

const Said = ({ fate, words }: { fate: ReadonlySignal<ReportFate>; words: string }) => (
  <p class="wrong-said" role="status">
    <Icon name={FATES[fate.value]} /> {fate.value === 'heard' ? words : t(`wrong.${fate.value}`)}
  </p>
);
