import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { ImportApplied, ImportChoices, ImportPreview, ImportReading } from '@lapwing/shared/protocol/import-api';
import type { Subject } from '@lapwing/shared/roster-import/subject';
import { type ApiAnswer, request } from '../kit/api.ts';

/** How a file is to be read; what is left out the server decides. */
export interface HowToRead {
  readonly role?: AttendeeRole | undefined;
  /** What each column is about; `guess`: as the server guesses, whatever was chosen for such a file before. */
  readonly map?: readonly Subject[] | 'guess' | undefined;
  /** A name of our own, to watch and stop the reading by. */
  readonly reading?: string | undefined;
}

/** The server gives up on a file after 10 s; the file has to get there first. */
const READ_TIME_OUT_MS = 60_000;

const queryOf = ({ role, map, reading }: HowToRead): string => {
  const query = new URLSearchParams();
  if (role !== undefined) query.set('as', `${role}s`);
  if (map !== undefined) query.set('map', typeof map === 'string' ? map : map.join(','));
  if (reading !== undefined) query.set('reading', reading);
  return query.toString();
};

/** The file goes last: the server has read all else by the time it comes. */
function formOf(file: File, choices?: ImportChoices): FormData {
  const form = new FormData();
  if (choices !== undefined) form.append('choices', JSON.stringify(choices));
  form.append('file', file);
  return form;
}

/** The calls about a file of people. @param base address of the event */
export const importApi = (base: string) => ({
  previewImport: (file: File, how: HowToRead): Promise<ApiAnswer<ImportPreview>> =>
    request('POST', `${base}/imports/preview?${queryOf(how)}`, formOf(file), READ_TIME_OUT_MS),
  applyImport: (
    file: File,
    how: HowToRead & { readonly digest: string },
    choices: ImportChoices,
  ): Promise<ApiAnswer<ImportApplied>> =>
    request(
      'POST',
      `${base}/imports?${queryOf(how)}&digest=${encodeURIComponent(how.digest)}`,
      formOf(file, choices),
      READ_TIME_OUT_MS,
    ),
  undoImport: (importId: string): Promise<ApiAnswer<void>> =>
    request('POST', `${base}/imports/${encodeURIComponent(importId)}/undo`),
  importReading: (reading: string): Promise<ApiAnswer<ImportReading | undefined>> =>
    request('GET', `${base}/imports/readings/${encodeURIComponent(reading)}`),
  stopReading: (reading: string): Promise<ApiAnswer<void>> =>
    request('DELETE', `${base}/imports/readings/${encodeURIComponent(reading)}`),
});
