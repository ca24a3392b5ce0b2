import type { Met } from '@lapwing/shared/protocol/messages';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Name } from '../kit/Name.tsx';
import { hasNote, NoteField, NoteToggle } from './Notes.tsx';
import type { PhoneActs } from './own.ts';
import { afterParts } from './parts.ts';
import type { PhoneView } from './phone-view.ts';

interface PersonRowProps {
  person: Met;
  view: PhoneView;
  acts: PhoneActs;
  /** What else there is to say of them. */
  children?: ComponentChildren;
  /** May say ahead that they do not want to be introduced. */
  notNow?: boolean;
}

/** Somebody at the table or met: name, what they do or study, and the note about them. */
export function PersonRow({ person, view, acts, children, notNow = false }: PersonRowProps) {
  const parts = afterParts.use();
  const note = view.notes.of[person.id];
  // something written elsewhere waits for a word
  const [open, setOpen] = useState(note !== undefined && note.beside.length > 0);
  return (
    <li>
      <div class="person">
        <div>
          <p>
            <b>
              <Name of={person.name} />
            </b>
          </p>
          {person.line === '' ? null : (
            <p class="muted" translate={false}>
              {person.line}
            </p>
          )}
          {children}
        </div>
        <NoteToggle open={open} onToggle={() => setOpen(!open)} has={hasNote(view, person.id)} names={person.name} />
      </div>
      {open ? <NoteField view={view} person={person} acts={acts} /> : null}
      {!open && note?.text ? (
        <p class="noted" translate={false}>
          {note.text}
        </p>
      ) : null}
      {parts ? <parts.PickRow {...{ person, view, acts, notNow }} /> : null}
    </li>
  );
}
