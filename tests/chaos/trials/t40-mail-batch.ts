import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type MailServer, openMailServer } from '../../support/mail-server.ts';
import { WITHOUT } from '../controls.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';

const SIZE = { students: 110, tables: 14, rounds: 3, organisers: 1, doors: true } as const;
/** Longer than a batch takes to come in flow, shorter than all of it. */
const LONGEST_RUN_MS = 300;
/** How slow the mail server may be, on each step: a kill finds every step of the conversation. */
const SLOWEST_ANSWER_MS = 20;
const SHORT_KILLS = 6;
const KILLS_EACH_BATCH = 8;
/** Mails that are handed over at the same time. */
const LINES = 3;
const DONE_WITHIN_MS = 60_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

interface Row {
  readonly to_address: string;
  readonly state: string;
}

const rowsOf = ({ dataDir }: Night): Row[] => {
  const db = new Database(join(dataDir, 'lapwing.db'), { readonly: true });
  try {
    return db.prepare('SELECT to_address, state FROM mails').all() as Row[];
  } finally {
    db.close();
  }
};

const isOpen = ({ state }: Row): boolean => state === 'queued' || state === 'sending';

/** One batch to everybody, with a kill at every start until it is through. */
async function batch(post: MailServer, tools: Tools, kills: number, dist?: string): Promise<Finding> {
  const env = { SMTP_URL: `smtp://127.0.0.1:${post.port}`, MAIL_FROM: 'events@night.example.org' };
  const night = await openNight({ ...SIZE, env, ...(dist === undefined ? {} : { dist }) });
  const before = post.mails.length;
  try {
    const answer = await night.ada.event('POST', '/outbox/links');
    const { queued = 0 } = (answer?.body ?? {}) as { queued?: number };
    let killed = 0;
    while (killed < kills && rowsOf(night).some(isOpen)) {
      // The instant is the point of the trial: any step of any conversation may be the one that is cut.
      await pause(tools.random.below(LONGEST_RUN_MS));
      await night.server.kill9();
      killed += 1;
      await night.server.start();
    }
    const giveUpAt = Date.now() + DONE_WITHIN_MS;
    while (rowsOf(night).some(isOpen) && Date.now() < giveUpAt) await pause(20);
    return compared(rowsOf(night), post.mails.slice(before), queued, killed);
  } finally {
    await night.close();
  }
}

/** What the outbox says against what the mail server took. */
function compared(rows: readonly Row[], taken: MailServer['mails'], queued: number, kills: number): Finding {
  const came = new Map<string, number>();
  for (const { to } of taken)
    for (const { address = '' } of [to].flat().flatMap((each) => each?.value ?? []))
      came.set(address, (came.get(address) ?? 0) + 1);
  const of = (wrong: (row: Row) => boolean): string[] => rows.filter(wrong).map(({ to_address }) => to_address);
  const doubled = of(({ to_address }) => (came.get(to_address) ?? 0) > 1);
  const missing = of(({ to_address, state }) => state === 'sent' && !came.has(to_address));
  const unknown = of(({ to_address, state }) => state !== 'sent' && state !== 'unsure' && came.has(to_address));
  const waiting = of(({ state }) => state !== 'sent' && state !== 'unsure');
  const unsure = of(({ state }) => state === 'unsure').length;
  const faults = [
    ...told('sent twice', doubled),
    ...told('said to be sent, and never came', missing),
    ...told('came, and the outbox does not know', unknown),
    ...told('never sent', waiting),
    ...(rows.length === queued && queued > 0 ? [] : [`${queued} were queued, ${rows.length} are in the outbox`]),
    ...(unsure > LINES * kills ? [`${unsure} are in doubt after ${kills} kills`] : []),
  ];
  const figures = { kills, mails: rows.length, sent: rows.length - unsure - waiting.length, unsure };
  return { figures: { ...figures, doubled: doubled.length, lost: missing.length + waiting.length }, faults };
}

async function batches(tools: Tools, kills: number, dist?: string, giveUpAtFirst = false): Promise<Finding> {
  const slow = (): Promise<void> => pause(tools.random.below(SLOWEST_ANSWER_MS));
  const post = await openMailServer({ toMail: slow, afterMail: slow });
  const figures: Record<string, number> = {};
  const faults: string[] = [];
  try {
    while ((figures.kills ?? 0) < kills && !(giveUpAtFirst && faults.length > 0)) {
      const left = kills - (figures.kills ?? 0);
      const found = await batch(post, tools, Math.min(KILLS_EACH_BATCH, left), dist);
      for (const [name, value] of Object.entries(found.figures)) figures[name] = (figures[name] ?? 0) + Number(value);
      faults.push(...found.faults);
    }
    return { figures, faults };
  } finally {
    await post.close();
  }
}

export const mailBatch: Trial = {
  id: 'T40',
  title: 'the server is killed in the middle of a batch of mail',
  short: true,
  run: (tools) => batches(tools, tools.short ? SHORT_KILLS : tools.kills),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.sendingMark]);
    return { what: 'the mark "sending" is not believed', found: await batches(tools, 30, dist, true) };
  },
};
