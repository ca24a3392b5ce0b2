import { useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { hasNote, NoteField, NoteToggle } from './Notes.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { type Meeting, meetingsOf } from './recap.ts';
import { saveRecap } from './recap-file.ts';
import { t } from './words.ts';

interface RecapProps {
  view: PhoneView;
  acts: PhoneActs;
}

/** Whom this person met, with what they wrote about them, to keep. */
export function Recap({ view, acts }: RecapProps) {
  const meetings = meetingsOf(view);
  if (meetings.length === 0) return null;
  return (
    <section class="block" data-part="evening">
      <h2>{t('phone.after.met')}</h2>
      <ul class="lines people">
        {meetings.map((meeting) => (
          <MetOne key={meeting.person.id} meeting={meeting} view={view} acts={acts} />
        ))}
      </ul>
      <button type="button" class="quiet-button" onClick={() => saveRecap(view)}>
        <Icon name="download" />
        {t('phone.after.save')}
      </button>
      <p class="muted">{t('phone.after.save.words')}</p>
    </section>
  );
}

function MetOne({ meeting: { person, round, table }, view, acts }: RecapProps & { meeting: Meeting }) {
  const note = view.notes.of[person.id];
  // something written elsewhere waits for a word
  const [open, setOpen] = useState(note !== undefined && note.beside.length > 0);
  const asks = view.card.role === 'mentor' ? 'phone.after.asked' : 'phone.after.asks';
  return (
    <li>
      <div class="person">
        <div>
          <p>
            <b translate={false}>{person.name}</b>
          </p>
          {person.line === '' ? null : (
            <p class="muted" translate={false}>
              {person.line}
            </p>
          )}
          {person.ask === '' ? null : <p>{t(asks, { what: person.ask })}</p>}
          <p class="muted">{t('phone.after.where', { round, number: table })}</p>
        </div>
        <NoteToggle open={open} onToggle={() => setOpen(!open)} has={hasNote(view, person.id)} names={person.name} />
      </div>
      {open ? <NoteField view={view} person={person} acts={acts} /> : null}
      {!open && note?.text ? (
        <p class="noted" translate={false}>
          {note.text}
        </p>
      ) : null}
    </li>
  );
}
