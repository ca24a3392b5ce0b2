import type { Met } from '@lapwing/shared/protocol/messages';
import { useState } from 'preact/hooks';
import { hasNote, NoteField, NoteToggle } from './Notes.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { t } from './words.ts';

interface PeopleProps {
  title: string;
  people: readonly Met[];
  view: PhoneView;
  acts: PhoneActs;
}

/** Who sits in front of a mentor: first name, course, what they hope to ask, and a quick note. */
export function People({ title, people, view, acts }: PeopleProps) {
  return (
    <section class="block" data-part="notes">
      <h2>{title}</h2>
      {people.length === 0 ? <p class="muted">{t('phone.people.none')}</p> : null}
      <ul class="lines people">
        {people.map((person) => (
          <Person key={person.id} person={person} view={view} acts={acts} />
        ))}
      </ul>
    </section>
  );
}

function Person({ person, view, acts }: { person: Met; view: PhoneView; acts: PhoneActs }) {
  const note = view.notes.of[person.id];
  const [open, setOpen] = useState(note !== undefined && note.beside.length > 0);
  return (
    <li>
      <div class="person">
        <div>
          <p>
            <b translate={false}>{person.name}</b>
          </p>
          {person.line ? (
            <p class="muted" translate={false}>
              {person.line}
            </p>
          ) : null}
          {person.ask ? <p class="asks">{t('phone.people.asks', { question: person.ask })}</p> : null}
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
