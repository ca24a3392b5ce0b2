import type { Sheet } from '@lapwing/shared/paper/sheets';
import { useMemo, useState } from 'preact/hooks';
import type { SectionProps } from '../EventShell.tsx';
import type { EventStore } from '../event-store.ts';
import { session } from '../session.ts';
import { Note } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { BadgePages } from './BadgePages.tsx';
import { useFitted } from './fit-text.ts';
import { MentorSheetPages } from './MentorSheetPages.tsx';
import { NoPlanYet } from './NoPlanYet.tsx';
import { PeopleListPages } from './PeopleListPages.tsx';
import { PrintBar } from './PrintBar.tsx';
import { type PaperNow, sheetsOf, usePaper } from './paper-of.ts';
import { usePieces, usualWhich } from './pieces.ts';
import { listPages, type PrintJob, printJobs } from './print-job.ts';
import { type PrintOptions, usePrintOptions } from './print-options.ts';
import { usePrinting } from './printing.ts';
import { RunSheetPage } from './RunSheetPage.tsx';
import { SignInPages } from './SignInPages.tsx';
import { TableCardPages } from './TableCardPages.tsx';
import { TableListPages } from './TableListPages.tsx';
import './paper.css';
import './sheets.css';
import './pieces.css';
import './badges.css';

/** The paper that saves the evening: what is on this page is what is printed. */
export function PrintPage({ store, part }: SectionProps) {
  const paper = usePaper(store);
  const published = store.live.moment.value?.planVersion ?? 0;
  if (published === 0)
    return (
      <div class="page print">
        <h2>{t('print.heading')}</h2>
        <NoPlanYet store={store} />
      </div>
    );
  if (!paper) return <p class="note quiet">{t('print.waiting')}</p>;
  return <PrintRoom store={store} paper={paper} sheets={sheetsOf(part)} />;
}

interface RoomProps {
  readonly store: EventStore;
  readonly paper: PaperNow;
  readonly sheets: readonly Sheet[];
}

function PrintRoom({ store, paper, sheets }: RoomProps) {
  const who = session.value;
  const by = who.kind === 'in' ? who.firstName : '';
  const isOver = paper.moment.phase.kind === 'finished';
  const pieces = usePieces(paper, store.paper);
  const [options, change] = usePrintOptions();
  const [picked, setPicked] = useState<Partial<Record<'cards' | 'badges', 'all' | 'new'>>>({});
  const which = {
    cards: picked.cards ?? usualWhich(pieces.cards.length, pieces.newCards.length),
    badges: picked.badges ?? usualWhich(pieces.badges.length, pieces.newBadges.length),
  };
  const lists = useMemo(() => listPages(paper), [paper]);
  const jobs = isOver ? [] : printJobs(lists, pieces, which, options);
  const chosen = jobs.filter(({ sheet, pages }) => sheets.includes(sheet) && pages > 0);
  const printing = usePrinting(store, chosen, paper.planVersion, by);
  return (
    <div class="page print">
      {isOver ? (
        <>
          <h2>{t('print.heading')}</h2>
          <Note tone="plain">{t('print.over')}</Note>
        </>
      ) : (
        <>
          <PrintBar
            {...{ store, paper, sheets, jobs, pieces, which, options, printing, by }}
            onOptions={change}
            onWhich={(part) => setPicked({ ...picked, ...part })}
          />
          <PaperPages paper={paper} jobs={chosen} options={options} />
        </>
      )}
    </div>
  );
}

/** The pages themselves, as they come out of the printer. */
function PaperPages({ paper, jobs, options }: { paper: PaperNow; jobs: readonly PrintJob[]; options: PrintOptions }) {
  const pages = useFitted();
  return (
    <div class={options.saveInk ? 'paper-pages save-ink' : 'paper-pages'} ref={pages}>
      {jobs.map((job) => (
        <PagesOf key={job.sheet} {...{ paper, job, options }} />
      ))}
    </div>
  );
}

function PagesOf({ paper, job, options }: { paper: PaperNow; job: PrintJob; options: PrintOptions }) {
  switch (job.sheet) {
    case 'tables':
      return <TableListPages paper={paper} />;
    case 'people':
      return <PeopleListPages paper={paper} />;
    case 'run':
      return <RunSheetPage paper={paper} />;
    case 'sign-in':
      return <SignInPages paper={paper} />;
    case 'mentors':
      return <MentorSheetPages paper={paper} />;
    case 'cards':
      return <TableCardPages paper={paper} cards={job.cards} format={options.cards} />;
    case 'badges':
      return <BadgePages paper={paper} badges={job.badges} format={options.badges} />;
  }
}
