import { firstName } from '@lapwing/shared/event/roster';
import { NOTE_LENGTH, type Note } from '@lapwing/shared/notes/note';
import type { Met } from '@lapwing/shared/protocol/messages';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

interface NotesProps {
  view: PhoneView;
  people: readonly Met[];
  acts: PhoneActs;
}

/** One field for everybody in front of this person. */
export function YourNotes({ view, people, acts }: NotesProps) {
  if (people.length === 0) return null;
  return (
    <section class="block notes" data-part="notes">
      <h2>
        {t('phone.notes')} <small>{t('phone.notes.own')}</small>
      </h2>
      {people.map((person) => (
        <NoteField key={person.id} view={view} person={person} acts={acts} named={people.length > 1} />
      ))}
    </section>
  );
}

/** A pause in typing. */
const PAUSE_MS = 600;

export interface NoteFieldProps {
  view: PhoneView;
  person: Met;
  acts: PhoneActs;
  /** Says above the field whom it is about. */
  named?: boolean;
}

/** One note: what is typed is kept with every pause, when the field is left, and when the page goes away. */
export function NoteField({ view, person, acts, named = false }: NoteFieldProps) {
  const { id, name } = person;
  const note = view.notes.of[id] ?? null;
  const [draft, setDraft] = useState<string | null>(null);
  const typed = useRef<{ readonly text: string; readonly base: Note | null; timer: number } | null>(null);
  const field = useId();
  const save = (): void => {
    if (!typed.current) return;
    const { text, base, timer } = typed.current;
    clearTimeout(timer);
    typed.current = null;
    acts.writeNote(id, text, base);
    setDraft(null);
  };
  const type = (text: string): void => {
    clearTimeout(typed.current?.timer);
    typed.current = { text, base: typed.current ? typed.current.base : note, timer: window.setTimeout(save, PAUSE_MS) };
    setDraft(text);
  };
  useEffect(() => {
    const leave = (): void => {
      save();
      acts.sendNotes();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      save();
    };
  }, []);
  const text = draft ?? note?.text ?? '';
  const about = t('phone.notes.about', { name: firstName(name) });
  return (
    <div class="note">
      <label for={field} class={named ? '' : 'k-unseen'}>
        {about}
      </label>
      <textarea
        id={field}
        rows={3}
        maxLength={NOTE_LENGTH}
        value={text}
        aria-describedby={text === '' ? `${field}-hint` : undefined}
        // a browser looks after the caret alone, and leaves the field under the bar
        onFocus={(event) => event.currentTarget.scrollIntoView?.({ block: 'nearest' })}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={save}
      />
      {text === '' ? (
        <p class="muted" id={`${field}-hint`}>
          {t('phone.notes.hint')}
        </p>
      ) : null}
      <p class="note-saved" role="status">
        {view.notes.saidSaved === id ? (
          <>
            <Icon name="check" size="1.25rem" /> {t('phone.notes.saved')}
          </>
        ) : null}
      </p>
      {note?.beside.map((beside) => (
        <Beside key={beside} text={beside} settle={(put) => acts.settleBeside(id, beside, put)} />
      ))}
    </div>
  );
}

/** What its writer wrote on another device at the same time: nothing of it goes without their word. */
function Beside({ text, settle }: { text: string; settle: (put: boolean) => void }) {
  return (
    <div class="beside">
      <p>{t('phone.notes.beside')}</p>
      <blockquote>{text}</blockquote>
      <button type="button" class="quiet-button" onClick={() => settle(true)}>
        <Icon name="plus" />
        {t('phone.notes.put')}
      </button>
      <button type="button" class="quiet-button" onClick={() => settle(false)}>
        <Icon name="cross" />
        {t('phone.notes.leave')}
      </button>
    </div>
  );
}

/** Something is written about somebody, here or on another device. */
export const hasNote = ({ notes }: PhoneView, id: string): boolean =>
  (notes.of[id]?.text ?? '') !== '' || (notes.of[id]?.beside.length ?? 0) > 0;

export interface NoteToggleProps {
  open: boolean;
  onToggle: () => void;
  /** Something is written already. */
  has: boolean;
  names: string;
}

/** Opens the note about somebody, or closes it. */
export const NoteToggle = ({ open, onToggle, has, names }: NoteToggleProps) => (
  <button
    type="button"
    class="note-toggle"
    data-has={has}
    aria-expanded={open}
    aria-label={t(open ? 'phone.notes.close.about' : 'phone.notes.about', { name: names })}
    onClick={onToggle}
  >
    <Icon name={open ? 'cross' : 'note'} size="1.25rem" />
    {t(open ? 'phone.notes.close' : 'phone.notes.open')}
  </button>
);

/** What this phone has not got rid of yet; at the foot of every page. */
export function Unsent({ view }: { view: PhoneView }) {
  const { waiting, unkept } = view.notes;
  const words = unkept && waiting > 0 ? 'unkept' : view.unsaved ? 'failing' : 'waiting';
  const shown = view.unsaved || (waiting > 0 && view.status !== 'live');
  const picked = view.status === 'live' ? 0 : view.picks.waiting;
  return (
    <div role="status">
      {shown ? (
        <p class="unsent">
          <Icon name={words === 'waiting' ? 'clock' : 'warn'} size="1.25rem" />
          {t(`phone.unsent.${words}`, { count: waiting })}
        </p>
      ) : null}
      {picked > 0 ? (
        <p class="unsent">
          <Icon name="clock" size="1.25rem" />
          {t('phone.unsent.picks', { count: picked })}
        </p>
      ) : null}
    </div>
  );
}
