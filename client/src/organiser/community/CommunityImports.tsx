import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { CommunityImport } from '@lapwing/shared/protocol/community-api';
import { useState } from 'preact/hooks';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { communityApi } from './community-api.ts';
import { PastImports } from './PastImports.tsx';
import { usePastImports } from './use-past-imports.ts';

const KINDS = ['members', 'introductions'] as const satisfies readonly CommunityImport['kind'][];

/** A community that was kept elsewhere, and the introductions made by hand until now (C17). */
export function CommunityImports() {
  const past = usePastImports();
  return (
    <>
      <section aria-labelledby="imports-title">
        <h2 id="imports-title">{t('community.imports')}</h2>
        {KINDS.map((kind) => (
          <ImportOf key={kind} kind={kind} onApplied={past.load} />
        ))}
      </section>
      <PastImports past={past} />
    </>
  );
}

interface ImportOfProps {
  readonly kind: CommunityImport['kind'];
  readonly onApplied: () => Promise<void>;
}

function ImportOf({ kind, onApplied }: ImportOfProps) {
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<CommunityImport | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const send = async (chosen: File, apply: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await communityApi.importFile(kind, chosen, apply);
    setBusy(false);
    setRefusal(answer.ok ? null : answer.refusal.code);
    setFound(answer.ok ? answer.value : null);
    if (answer.ok && apply) await onApplied();
  };
  const nothing = found !== null && found.added + found.changed === 0;
  return (
    <section class="card form" aria-labelledby={`import-${kind}`}>
      <h3 id={`import-${kind}`}>{t(`community.import.${kind}`)}</h3>
      <p class="quiet">{t(`community.import.${kind}.what`)}</p>
      <label class="field">
        {t('community.import.file')}
        <input
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0] ?? null;
            setFile(chosen);
            setFound(null);
            if (chosen) void send(chosen, false);
          }}
        />
      </label>
      <RefusalNote code={refusal} />
      <p role="status">{busy ? t('community.import.reading') : ''}</p>
      {found === null ? null : (
        <>
          <p>
            <b>
              {t('community.import.found', {
                rows: found.rows,
                added: found.added,
                changed: found.changed,
                same: found.same,
              })}
            </b>
          </p>
          <Problems problems={found.problems} />
          {found.applied ? (
            <p role="status">{t('community.import.done', { count: found.added + found.changed })}</p>
          ) : (
            <button
              type="button"
              class="primary"
              disabled={file === null || busy || nothing}
              onClick={() => file && void send(file, true)}
            >
              {t('community.import.apply', { count: found.added + found.changed })}
            </button>
          )}
        </>
      )}
    </section>
  );
}

const MOST_SHOWN = 50;

function Problems({ problems }: Pick<CommunityImport, 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <details open>
      <summary>{t('community.import.problems', { count: new Set(problems.map(({ row }) => row)).size })}</summary>
      <ul class="import-problems">
        {problems.slice(0, MOST_SHOWN).map(({ row, field, code, value }) => (
          <li key={`${row} ${field} ${code}`}>
            {t('community.import.row', { row, field: t(`community.import.field.${field}`) })}{' '}
            <q translate={false}>{value}</q> {t(`community.import.problem.${code}`)}
          </li>
        ))}
      </ul>
      {problems.length > MOST_SHOWN ? (
        <p>{t('community.import.more', { count: problems.length - MOST_SHOWN })}</p>
      ) : null}
    </details>
  );
}
