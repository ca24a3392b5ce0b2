import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { merged, type Note, written } from '@lapwing/shared/notes/note';
import type { OwnNotes } from '@lapwing/shared/protocol/notes-api';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { request } from '../kit/api.ts';
import type { LiveModel } from '../kit/live-model.ts';
import type { Letter, Outbox } from '../kit/outbox.ts';
import { randomText } from '../kit/random-text.ts';
import { pageTime } from '../kit/server-clock.ts';
import { readStored, writeStored } from '../kit/stored.ts';

type Notes = Readonly<Record<string, Note>>;

/** A person's private notes as their page shows them. */
export interface NotesView {
  /** By the id of whom they are about. */
  readonly of: Notes;
  /** How many the server has not heard yet. */
  readonly waiting: number;
  /** About whom the note was that this phone kept first, since the page was opened; null: said before, or nothing yet. */
  readonly saidSaved: string | null;
  /** This browser keeps nothing: what is typed is lost with the page until the server has it. */
  readonly unkept: boolean;
}

export interface NoteActs {
  /** @param base what the writer saw when they began to type */
  writeNote(about: AttendeeId, text: string, base: Note | null): void;
  /** What was written elsewhere at the same time is put into the note, or left out. */
  settleBeside(about: AttendeeId, beside: string, put: boolean): void;
  /** What was typed goes to the server at once: the page may be closed. */
  sendNotes(): void;
}

export interface OwnNotesStore {
  readonly view: ReadonlySignal<NotesView>;
  readonly acts: NoteActs;
  /** Of a letter that the server heard: what it keeps. */
  heard(letter: Letter, answer: unknown): void;
  stop(): void;
}

/** Notes go out when nobody has typed for a while, so that a hall of writers is not a row on disk for each word. */
const SEND_AFTER_MS = 3_000;
/** Not with the first answers: a hall that opens its pages at once has more urgent things to ask. */
const FETCH_AFTER_MS = 4_000;
const FETCH_AGAIN_AFTER_MS = 60_000;

/** Up to 4 s, another for each person. */
export const spread = (path: string): number =>
  [...path].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 4_096, 7);

/**
 * The notes of one person on this device (`shared/src/notes/SPEC.md`): kept here first, then said to the server.
 * @param path of the person's own addresses, e.g. "/me/k3v9"
 */
export function createNotes(model: LiveModel, outbox: () => Outbox, path: string): OwnNotesStore {
  const [place, devicePlace, saidPlace] = ['notes', 'device', 'noted'].map((name) => `${name} ${path}`) as [
    string,
    string,
    string,
  ];
  const notes = signal<Notes>(readStored<Notes>(place) ?? {});
  const device = readStored<string>(devicePlace) ?? randomText(6);
  const saidSaved = signal<string | null>(null);
  const unkept = signal(false);
  const letterPath = (about: string): string => `${path}/notes/${about}`;

  /** Takes versions in, beside what another tab may have stored since. */
  const take = (versions: Notes): void => {
    const next = { ...notes.peek() };
    for (const others of [readStored<Notes>(place) ?? {}, versions])
      for (const [about, note] of Object.entries(others)) {
        const known = next[about];
        next[about] = known ? merged(known, note) : note;
      }
    keep(next);
  };
  const keep = (next: Notes): void => {
    // whose page is closed to them has nothing here any more
    if (model.status.peek() === 'refused') return;
    notes.value = next;
    unkept.value = !writeStored(place, next);
    if (!unkept.value) writeStored(devicePlace, device);
  };
  const now = () => instant(Math.floor(model.connection.clock.now() ?? model.now.peek() ?? 0));

  const write = (about: AttendeeId, text: string, base: Note | null): void => {
    const known = notes.peek()[about];
    const said = written(base, device, (known?.seen[device] ?? 0) + 1, text, now());
    const note = known ? merged(known, said) : said;
    take({ [about]: note });
    if (!unkept.peek() && readStored<boolean>(saidPlace) === null) {
      saidSaved.value = about;
      writeStored(saidPlace, true);
    }
    outbox().post({ path: letterPath(about), body: merged(notes.peek()[about] ?? note, note) }, SEND_AFTER_MS);
  };

  /** What other devices wrote; and what the server does not know of this one, unless it is about somebody who is gone. */
  const fetchNotes = async (): Promise<void> => {
    const answer = await request<OwnNotes>('GET', `${path}/notes`);
    if (!answer.ok || !answer.value?.notes) return;
    const onServer = Object.fromEntries(answer.value.notes.map(({ about, note }) => [about, note]));
    const onCard = new Set<string>(model.card.peek()?.rounds.flatMap(({ meets }) => meets.map(({ id }) => id)));
    const waits = new Set(
      outbox()
        .waiting.peek()
        .map((letter) => letter.path),
    );
    const stays = ([about]: [string, Note]): boolean =>
      onServer[about] !== undefined || onCard.has(about) || waits.has(letterPath(about));
    keep(Object.fromEntries(Object.entries(notes.peek()).filter(stays)));
    take(onServer);
    for (const [about, note] of Object.entries(notes.peek())) {
      const known = onServer[about];
      const isNews = !known || JSON.stringify(merged(known, note)) !== JSON.stringify(known);
      if (isNews && !waits.has(letterPath(about))) outbox().post({ path: letterPath(about), body: note });
    }
  };

  let fetchedAt = pageTime();
  const first = setTimeout(() => void fetchNotes(), FETCH_AFTER_MS + spread(path));
  const cameBack = (): void => {
    if (document.visibilityState === 'hidden') outbox().flush();
    const at = pageTime();
    if (document.visibilityState === 'hidden' || at - fetchedAt < FETCH_AGAIN_AFTER_MS) return;
    fetchedAt = at;
    void fetchNotes();
  };
  const otherTab = ({ key }: StorageEvent): void => {
    if (key === place) take({});
  };
  document.addEventListener('visibilitychange', cameBack);
  window.addEventListener('storage', otherTab);

  return {
    view: computed(() => ({
      of: notes.value,
      waiting: outbox().waiting.value.filter((letter) => letter.path.startsWith(letterPath(''))).length,
      saidSaved: saidSaved.value,
      unkept: unkept.value,
    })),
    acts: {
      writeNote: write,
      settleBeside(about, beside, put) {
        const note = notes.peek()[about];
        if (!note) return;
        const base = { ...note, beside: note.beside.filter((text) => text !== beside) };
        write(about, put ? [note.text, beside].filter(Boolean).join('\n') : note.text, base);
      },
      sendNotes: () => outbox().flush(),
    },
    heard(letter, answer) {
      if (!letter.path.startsWith(letterPath(''))) return;
      const note = answer as Note | undefined;
      if (note?.seen) take({ [letter.path.slice(letterPath('').length)]: note });
    },
    stop() {
      clearTimeout(first);
      document.removeEventListener('visibilitychange', cameBack);
      window.removeEventListener('storage', otherTab);
    },
  };
}
