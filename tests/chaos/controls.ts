import type { Change } from './machinery/changed-server.ts';

/**
 * Protections that control runs take out of a copy of the built server. A rewrite of the code they name makes
 * the control say so; then it is brought up to date here.
 */
export const WITHOUT = {
  /** Tells phones and organisers before the disk has it. */
  waitingForDisk: {
    what: 'waiting for the disk',
    find: /store\.commit\(eventId, next, written, undoneVersion\);/u,
    put: 'setTimeout(() => { try { store.commit(eventId, next, written, undoneVersion); } catch {} }, 40);',
  },
  /** Takes a commit that failed for one that did not. */
  commitErrors: {
    what: 'commit errors',
    find: /store\.commit\(eventId, next, written, undoneVersion\);/u,
    put: 'try { store.commit(eventId, next, written, undoneVersion); } catch {}',
  },
  keys: {
    what: 'idempotency keys',
    find: /const earlier = store\.findByKey\(eventId, key\);/u,
    put: 'const earlier = undefined;',
  },
  versions: {
    what: 'the version check',
    find: /if \(expectedVersion !== night\.version\)/u,
    put: 'if (false)',
  },
  fullSync: {
    what: 'full sync',
    find: /client\.pragma\("synchronous = FULL"\)/u,
    put: 'client.pragma("synchronous = NORMAL")',
  },
  /** The server itself refuses to run with less than FULL: for the control that goes as well. */
  fullSyncCheck: { what: 'the sync check', find: /if \(synchronous !== FULL\)/u, put: 'if (false)' },
  folderLock: { what: 'the folder lock', find: /if \(lock === null\) throw/u, put: 'if (false) throw' },
  seal: {
    what: 'the seal',
    find: /const findings = sealFindings\(dataDir\);/u,
    put: 'const findings = [];',
  },
  newEpoch: { what: 'new epochs', find: /epoch(: | = )secrets\.newId\(\)/u, put: 'epoch$1"always-the-same"' },
  monotonicTime: {
    what: 'the monotonic clock',
    find: /const now = \(\) => instant\(wallAtBoot \+ [^;]+;/u,
    put: 'const now = () => instant(Date.now());',
  },
  silenceCut: {
    what: 'the cut of silent sockets',
    find: /now - listener\.lastHeardAt > SILENT_AFTER_MS/u,
    put: 'false',
  },
  snapshot: { what: 'the snapshot', find: /sendSnapshot\(channel, snapshot\(\)\);/u, put: '' },
  trueStamps: {
    what: 'true stamps',
    find: /b: heardAt,\s*s: clock\.now\(\)/u,
    put: 'b: heardAt + 700, s: clock.now() + 700',
  },
  /** A press waits as it would if a search went on in the same thread. */
  freeThread: {
    what: 'a free thread',
    find: /const pressed = engine\.press\(\{(\s+\.\.\.request)/u,
    put: 'for (const end = performance.now() + 1500; performance.now() < end; );\nconst pressed = engine.press({$1',
  },
  /** A mail that was being handed over when the machine died is sent as if it had only waited. */
  sendingMark: {
    what: 'the mark of mail on its way',
    find: /turnAll\(db, "sending", "unsure"\);/u,
    put: `db.$client.exec("UPDATE mails SET state = 'queued', next_attempt_at = 0 WHERE state = 'sending'");`,
  },
} satisfies { readonly [name: string]: Change };
