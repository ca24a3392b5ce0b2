import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ImportApplied, ImportPreview, ImportReading } from '@lapwing/shared/protocol/import-api';
import { MOST_BYTES } from '@lapwing/shared/roster-import/decode';
import type { Subject } from '@lapwing/shared/roster-import/subject';
import { useEffect, useRef, useState } from 'preact/hooks';
import { randomText } from '../../kit/random-text.ts';
import type { EventStore } from '../event-store.ts';
import type { HowToRead } from '../import-api.ts';
import type { FileRefusal } from './import-refusals.ts';

const LOOK_EVERY_MS = 500;

/** A set with one item more or less. */
export function toggled<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** The way of a file from its choice to its import. Only the newest question is listened to. */
export function useImport(store: EventStore, onApplied: (applied: ImportApplied) => void) {
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [refusal, setRefusal] = useState<FileRefusal | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [applying, setApplying] = useState(false);
  const [walkIns, setWalkIns] = useState<ReadonlySet<number>>(new Set());
  const [cancel, setCancel] = useState<ReadonlySet<AttendeeId>>(new Set());
  const newest = useRef('');

  const look = async (chosen: File, how: HowToRead): Promise<void> => {
    const name = randomText(12);
    newest.current = name;
    setReading(name);
    const answer = await store.api.previewImport(chosen, { ...how, reading: name });
    if (newest.current !== name) return;
    setReading(null);
    // what was shown before stays while one column of it is wrong
    if (answer.ok) setPreview(answer.value);
    setRefusal(answer.ok ? null : answer.refusal);
  };
  const choose = (chosen: File): void => {
    setFile(chosen);
    setPreview(null);
    setWalkIns(new Set());
    setCancel(new Set());
    if (chosen.size <= MOST_BYTES) return void look(chosen, {});
    newest.current = '';
    setReading(null);
    setRefusal({ code: 'too-large', details: { what: 'bytes' } });
  };
  const again = (how: HowToRead): void => {
    if (!file || !preview) return;
    const { map = mapOf(preview), role = preview.role } = how;
    // shown as chosen at once: the next choice starts from this one, however long the server takes
    if (map !== 'guess') setPreview({ ...preview, columns: chosenColumns(preview, map) });
    void look(file, { role, map });
  };
  const apply = async (): Promise<void> => {
    if (!file || !preview || applying || reading !== null) return;
    setApplying(true);
    const how = { role: preview.role, map: mapOf(preview), digest: preview.digest };
    const answer = await store.api.applyImport(file, how, { walkIns: [...walkIns], cancel: [...cancel] });
    setApplying(false);
    if (answer.ok) {
      await store.refresh();
      onApplied(answer.value);
      return;
    }
    if (answer.refusal.code === 'preview-outdated') await look(file, how);
    setRefusal(answer.refusal);
  };
  return {
    ...{ file, preview, refusal, reading, applying, walkIns, cancel },
    ...{ choose, again, apply, setWalkIns, setCancel },
    stop: () => void (reading !== null && store.api.stopReading(reading)),
  };
}

const chosenColumns = ({ columns }: ImportPreview, map: readonly Subject[]): ImportPreview['columns'] =>
  columns.map((column, index) => ({ ...column, subject: map[index] ?? 'other' }));

const mapOf = ({ columns }: ImportPreview): Subject[] => columns.map(({ subject }) => subject);

/** How far a reading is, once it takes longer than a moment; null until then. */
export function useProgress(store: EventStore, reading: string | null): ImportReading | null {
  const [progress, setProgress] = useState<ImportReading | null>(null);
  useEffect(() => {
    setProgress(null);
    if (reading === null) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const ask = async (): Promise<void> => {
      const answer = await store.api.importReading(reading);
      if (over) return;
      if (answer.ok && answer.value !== undefined) setProgress(answer.value);
      timer = setTimeout(ask, LOOK_EVERY_MS);
    };
    timer = setTimeout(ask, LOOK_EVERY_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [reading, store]);
  return progress;
}
