import { networkInterfaces } from 'node:os';

export interface Origins {
  /** The one address that everybody knows the server by; null where it has none of its own. */
  readonly publicUrl: string | null;
  /** Whether a page of this origin may change anything. Exact, no prefixes. */
  allowed(origin: string): boolean;
  /** What links begin with. */
  forLinks(): string;
  /** What the organiser opens on this very machine. */
  forConsole(): string;
  /** Hosts that links may begin with, the default first; empty where PUBLIC_URL or HOST leave no choice. */
  choices(): readonly string[];
  /** Takes one of `choices` for links; null: the default. A host that is gone falls back to the default. */
  choose(host: string | null): void;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/u;
const ANY_ADDRESS = new Set(['0.0.0.0', '::', '[::]']);
const PRIVATE_IPV4 = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/u;
const REREAD_AFTER_MS = 10_000;

/** IPv4 addresses of this machine that others can reach. */
const ownAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flat()
    .flatMap((address) => (address && address.family === 'IPv4' && !address.internal ? [address.address] : []));

/**
 * With PUBLIC_URL that origin and no other; without it localhost and this machine's own addresses, read again every ten
 * seconds, since a venue's Wi-Fi may go and a hotspot come. Never the Host header.
 * @param portInUse asked late: with PORT=0 it is known only once the server listens
 */
export function originsOf(
  env: { readonly publicUrl: string | null; readonly host: string },
  portInUse: () => number,
  now: () => number,
  addresses: () => string[] = ownAddresses,
): Origins {
  let readAt = Number.NEGATIVE_INFINITY;
  let own: string[] = [];
  let chosen: string | null = null;
  const current = (): string[] => {
    if (now() - readAt >= REREAD_AFTER_MS) {
      own = addresses();
      readAt = now();
    }
    return own;
  };
  const http = (host: string): string => `http://${host}${portInUse() === 80 ? '' : `:${portInUse()}`}`;
  const bound = ANY_ADDRESS.has(env.host) ? null : env.host;

  function forLinks(): string {
    if (env.publicUrl !== null) return env.publicUrl;
    if (bound !== null) return http(LOOPBACK.test(bound) ? 'localhost' : bound);
    const hosts = choices();
    return http(hosts.find((host) => host === chosen) ?? hosts[0] ?? 'localhost');
  }

  function choices(): readonly string[] {
    if (env.publicUrl !== null || bound !== null) return [];
    const isPrivate = (address: string): boolean => PRIVATE_IPV4.test(address);
    const others = current().filter((address) => !isPrivate(address));
    return [...current().filter(isPrivate), 'localhost', ...others];
  }

  return {
    publicUrl: env.publicUrl,
    allowed(origin) {
      if (env.publicUrl !== null && origin === env.publicUrl) return true;
      // The organiser's own machine always reaches its own server, also behind a proxy with a name.
      if (origin === http('localhost') || origin === http('127.0.0.1') || origin === http('[::1]')) return true;
      return env.publicUrl === null && (current().some((address) => origin === http(address)) || origin === forLinks());
    },
    forLinks,
    choices,
    choose(host) {
      chosen = host;
    },
    forConsole: () => {
      if (env.publicUrl !== null) return env.publicUrl;
      return http(bound === null || LOOPBACK.test(bound) ? 'localhost' : bound);
    },
  };
}
