/**
 * Keeps the phone's page on the phone, so that it opens without a network. It keeps files that are the same for
 * everybody and nothing of anybody: what a person's evening is lies in the page's own storage.
 */
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;
/** What the build puts here: every file that the phone's page may load, and the bare page in each language. */
declare const KEPT_FILES: readonly KeptFile[];

export interface KeptFile {
  readonly url: string;
  /** Null where the name changes with the content. */
  readonly revision: string | null;
  /** Null for what all languages need. */
  readonly language: string | null;
}

/** A page that says this is of the build it names by one of its scripts, and may take the place of an older one. */
export interface TakeOver {
  readonly takeOver: string;
}

/** A person's own page; what lies below it are answers and downloads. */
const PAGE = /^\/me\/[\w-]+\/?$/u;
/** Longer than that nobody should look at nothing: then the page comes from the phone, and asks by itself. */
const PATIENCE_MS = 2_000;

const language = new URL(self.location.href).searchParams.get('language') ?? 'en';
const own = KEPT_FILES.filter((file) => file.language === null || file.language === language);

precacheAndRoute(own.map(({ url, revision }) => ({ url, revision })));
cleanupOutdatedCaches();

registerRoute(
  ({ request, url }) => request.mode === 'navigate' && PAGE.test(url.pathname),
  async ({ event, request }) => {
    const fresh = pageFromServer(event as FetchEvent, request);
    event.waitUntil(fresh);
    const first = await Promise.race([fresh, new Promise<null>((late) => setTimeout(() => late(null), PATIENCE_MS))]);
    return first ?? (await matchPrecache(`/shell/${language}`)) ?? (await fresh) ?? Response.error();
  },
);

/** Null where the server does not answer, or not as it should. */
async function pageFromServer({ preloadResponse }: FetchEvent, request: Request): Promise<Response | null> {
  try {
    const answer = ((await preloadResponse) as Response | undefined) ?? (await fetch(request));
    return answer.status >= 500 ? null : answer;
  } catch {
    return null;
  }
}

self.addEventListener('activate', (event) => {
  // the server is asked while the worker still starts
  event.waitUntil(Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()]));
});

// A page of the build before goes on with its own files for as long as it is open: only a page of this build replaces it.
self.addEventListener('message', ({ data }) => {
  const { takeOver } = (data ?? {}) as Partial<TakeOver>;
  if (takeOver !== undefined && own.some(({ url }) => url === new URL(takeOver).pathname)) void self.skipWaiting();
});
