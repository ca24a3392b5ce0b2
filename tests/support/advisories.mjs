import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const WAIT_MS = 60_000;
const ask = promisify(execFile);

/**
 * Asks the registry what is known against the packages that a server runs with.
 * @returns {Promise<{state: 'unchecked', why: string} | {state: 'checked', high: string[]}>} `high`: packages with a high
 *   or critical finding; unchecked where the registry gives no answer, as on a machine without the Internet
 */
export async function advisories() {
  const options = { timeout: WAIT_MS, maxBuffer: 64 * 1_024 * 1_024 };
  // npm ends with 1 when it found something, and says what either way
  const { stdout } = await ask('npm', ['audit', '--omit=dev', '--json'], options).catch((error) => error);
  return readAudit(stdout ?? '');
}

/** What `npm audit --json` printed. */
export function readAudit(text) {
  try {
    const { vulnerabilities, error, message } = JSON.parse(text);
    if (!vulnerabilities) return { state: 'unchecked', why: error?.summary || message || 'npm says nothing' };
    const high = Object.values(vulnerabilities).filter(
      ({ severity }) => severity === 'high' || severity === 'critical',
    );
    return { state: 'checked', high: high.map(({ name, severity }) => `${name} (${severity})`) };
  } catch {
    return { state: 'unchecked', why: 'npm answered nothing that can be read' };
  }
}
