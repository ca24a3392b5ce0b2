import type { ImportApplied, ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { Subject } from '@lapwing/shared/roster-import/subject';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EventStore } from '../../../client/src/organiser/event-store.ts';
import { ImportReview } from '../../../client/src/organiser/import/ImportReview.tsx';
import { fileRefusalWord } from '../../../client/src/organiser/import/import-refusals.ts';
import { ReadingStrip } from '../../../client/src/organiser/import/ReadingStrip.tsx';
import { useImport, useProgress } from '../../../client/src/organiser/import/use-import.ts';
import type { HowToRead } from '../../../client/src/organiser/import-api.ts';
import { t } from '../../../client/src/organiser/words.ts';
import './builders.ts';

const PREVIEW: ImportPreview = {
  format: 'other',
  role: 'student',
  fileName: 'a.csv',
  sheet: '',
  digest: 'd',
  counts: { rows: 2, unique: 1, duplicate: 0, cancelled: 0, waiting: 0, invalid: 1 },
  columns: (['name', 'other'] as Subject[]).map((subject, index) => ({
    header: `Column ${index}`,
    subject,
    examples: ['x'],
  })),
  mappedBy: 'guess',
  new: [{ record: 1, role: 'student', name: 'Ada', email: '', standing: 'active', flags: [] }],
  changed: [],
  kept: [],
  same: 0,
  missing: [],
  walkIns: [{ record: 2, role: 'student', name: 'Bo', email: '', standing: 'active', flags: [], known: false }],
  guests: { added: 0, cancelled: 0, changed: 0 },
  problems: [{ record: 2, outcome: 'invalid', name: 'Bo', reason: 'no-email', field: 'Column 1', value: '' }],
};

/** A server whose answers come when the test says so. */
function slowServer() {
  const asked: HowToRead[] = [];
  const answers: ((preview: ImportPreview) => void)[] = [];
  const stopped: string[] = [];
  const applied: unknown[] = [];
  const api = {
    previewImport: (_file: File, how: HowToRead) => {
      asked.push(how);
      return new Promise((done) => answers.push((value) => done({ ok: true, value })));
    },
    importReading: async () => ({ ok: true, value: { rows: 1_200, of: 5_000 } }),
    stopReading: async (reading: string) => void stopped.push(reading),
    applyImport: async (_file: File, how: object, choices: object) => {
      applied.push(how, choices);
      return { ok: true, value: { importId: 'i', added: 2, changed: 0, guests: 0, cancelled: 0 } };
    },
  };
  const store = { api, refresh: async () => {} } as unknown as EventStore;
  return { ...{ store, asked, answers, stopped, applied } };
}

function Flow({ store, onApplied }: { store: EventStore; onApplied: (applied: ImportApplied) => void }) {
  const flow = useImport(store, onApplied);
  const progress = useProgress(store, flow.reading);
  return (
    <>
      <button type="button" onClick={() => flow.choose(new File(['x'], 'a.csv'))}>
        choose
      </button>
      <button type="button" onClick={() => void flow.apply()}>
        apply
      </button>
      {flow.reading === null ? null : <ReadingStrip progress={progress} onStop={flow.stop} />}
      {flow.preview ? (
        <ImportReview
          preview={flow.preview}
          busy={flow.reading !== null}
          onRead={flow.again}
          chosen={{ walkIns: flow.walkIns, cancel: flow.cancel }}
          onWalkIns={flow.setWalkIns}
          onCancel={flow.setCancel}
        />
      ) : null}
    </>
  );
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const select = (name: string): HTMLSelectElement => screen.getByRole('combobox', { name: `What is “${name}”?` });

it('a reading that takes its time shows numbers, and can be stopped', async () => {
  const server = slowServer();
  render(<Flow store={server.store} onApplied={() => {}} />);
  fireEvent.click(screen.getByText('choose'));
  expect(screen.getByRole('status').textContent).toBe('Reading the file.');
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  await act(async () => void (await vi.advanceTimersByTimeAsync(600)));
  expect(screen.getByRole('status').textContent).toBe('Reading row 1,200 of 5,000.');
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(server.stopped).toEqual([server.asked[0]?.reading]);
});

it('two choices in a row are both kept, however late the answers come', async () => {
  const server = slowServer();
  const applied = vi.fn();
  render(<Flow store={server.store} onApplied={applied} />);
  fireEvent.click(screen.getByText('choose'));
  await act(async () => server.answers[0]?.(PREVIEW));
  fireEvent.change(select('Column 1'), { target: { value: 'course' } });
  fireEvent.change(select('Column 0'), { target: { value: 'badge' } });
  expect(server.asked.map(({ map }) => map)).toEqual([undefined, ['name', 'course'], ['badge', 'course']]);
  const last = {
    ...PREVIEW,
    digest: 'last',
    columns: PREVIEW.columns.map((each, index) => ({
      ...each,
      subject: index === 0 ? ('badge' as const) : ('course' as const),
    })),
  };
  await act(async () => server.answers[2]?.(last));
  // an answer to the older question comes after the newer one's
  await act(async () => server.answers[1]?.(PREVIEW));
  expect([select('Column 0').value, select('Column 1').value]).toEqual(['badge', 'course']);

  fireEvent.click(screen.getByRole('button', { name: 'Add as walk-in: Bo' }));
  await act(async () => void fireEvent.click(screen.getByText('apply')));
  expect(server.applied).toEqual([
    { role: 'student', map: ['badge', 'course'], digest: 'last' },
    { walkIns: [2], cancel: [] },
  ]);
  expect(applied).toHaveBeenCalledOnce();
});

it('every way to be refused has a sentence with a remedy', () => {
  const sentence = (code: 'too-large' | 'file-unreadable', details: object): string => {
    const word = fileRefusalWord({ code, details: details as never });
    return word === undefined ? '' : t(word);
  };
  for (const what of ['bytes', 'rows', 'columns', 'guests', 'unpacked', 'entries', 'ratio'])
    expect(sentence('too-large', { what }), what).toMatch(/\d.*\. .*\.$/u);
  for (const found of [
    'empty',
    'xls',
    'locked',
    'zip',
    'pdf',
    'html',
    'binary',
    'unclosed-quote',
    'damaged',
    'too-slow',
    'too-heavy',
  ])
    expect(sentence('file-unreadable', { found }), found).toMatch(/^[A-Z].*\. .*\.$/u);
});
