/**
 * Loaded into the measured servers (`node --import`), changes nothing they do: tells by IPC when a transaction was on disk
 * and what CPU was used from there until the event loop was free again, when the server listened, and on request what
 * the process has used. From outside neither the instant of the decision nor the CPU of one broadcast can be seen.
 */
import { Server } from 'node:net';

const origin = Number(process.hrtime.bigint()) / 1e6 - performance.now();
const now = () => origin + performance.now();
const cpu = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};
const tell = (message) => {
  if (process.connected) process.send(message);
};

const { listen } = Server.prototype;
Server.prototype.listen = function listenAndTell(...args) {
  this.once('listening', () => tell({ listeningAt: now(), cpuMs: cpu() }));
  return listen.apply(this, args);
};

process.on('message', () => tell({ usage: true, cpuMs: cpu(), rss: process.memoryUsage.rss() }));
process.channel?.unref();
process.on('disconnect', () => process.exit(0));

/** Drizzle runs every transaction through one of these ways. */
function watchCommits(Database) {
  const { transaction } = Database.prototype;
  Database.prototype.transaction = function watched(work) {
    const inner = transaction.call(this, work);
    const told =
      (way) =>
      (...args) => {
        const result = way(...args);
        const decidedAt = now();
        const since = process.cpuUsage();
        setImmediate(() => tell({ decidedAt, cpuMs: cpu(since) }));
        return result;
      };
    return Object.assign(told(inner), {
      deferred: told(inner.deferred),
      immediate: told(inner.immediate),
      exclusive: told(inner.exclusive),
    });
  };
}

if (process.env.WATCH_COMMITS === '1') watchCommits((await import('better-sqlite3')).default);
