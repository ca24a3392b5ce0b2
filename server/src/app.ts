import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import websocket from '@fastify/websocket';
import type { Instant } from '@lapwing/shared/kernel/time';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import fastify, { type FastifyServerOptions, LogController } from 'fastify';
import { introductionMissed } from './community/intro-slack.ts';
import { watchLives } from './community/life-clock.ts';
import { linkInMail } from './community/mail-link.ts';
import { createRuns } from './community/runs.ts';
import type { Db } from './db/connection.ts';
import { createHub } from './fanout/hub.ts';
import type { Origins } from './origins.ts';
import type { Mailer } from './outbox/mailer.ts';
import { createOutbox } from './outbox/outbox.ts';
import type { SlackLine } from './outbox/slack/slack-line.ts';
import { leaveSlack } from './outbox/slack/slack-off.ts';
import { createSlackOutbox, type SlackOutboxParts } from './outbox/slack/slack-outbox.ts';
import { registerAudit } from './plugins/audit.ts';
import { registerHostCookies } from './plugins/cookies.ts';
import { registerDoors } from './plugins/doors.ts';
import { registerEventCodes } from './plugins/event-codes.ts';
import { registerHeaders } from './plugins/headers.ts';
import { registerLimits } from './plugins/limits.ts';
import { registerOriginCheck } from './plugins/origin-check.ts';
import { refuseUnreadable, registerRefusals } from './plugins/refusals.ts';
import type { RosterReader } from './reader/reader.ts';
import { addressRoutes } from './routes/addresses.ts';
import type { App } from './routes/app-type.ts';
import { askRoutes } from './routes/asks.ts';
import { auditRoutes } from './routes/audit.ts';
import { type CommunityParts, communityRoutes } from './routes/community.ts';
import { communityImportRoutes } from './routes/community-imports.ts';
import { companyRoutes } from './routes/company.ts';
import { conductRoutes } from './routes/conduct.ts';
import { deskRoutes } from './routes/desk.ts';
import { displayRoutes } from './routes/displays.ts';
import { doorRoutes } from './routes/door.ts';
import { eventRoutes } from './routes/events.ts';
import { feedbackRoutes } from './routes/feedback.ts';
import { guideRoutes } from './routes/guide.ts';
import { healthRoutes } from './routes/health.ts';
import { helperRoutes } from './routes/helper-door.ts';
import { importRoutes } from './routes/imports.ts';
import { introductionRoutes } from './routes/introductions.ts';
import { liveRoutes } from './routes/live.ts';
import { manifestRoutes } from './routes/manifest.ts';
import { newLinkRoutes } from './routes/new-link.ts';
import { noteRoutes } from './routes/notes.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { pageRoutes } from './routes/pages.ts';
import { paperRoutes } from './routes/paper.ts';
import { peopleRoutes } from './routes/people.ts';
import { phoneUpgrades } from './routes/phone-upgrade.ts';
import { placesRoutes } from './routes/places.ts';
import { planRoutes } from './routes/plan.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { proofRoutes } from './routes/proofs.ts';
import { registrationRoutes } from './routes/registration.ts';
import { slackRoutes } from './routes/slack.ts';
import { socketRoutes } from './routes/sockets.ts';
import { staffRoutes } from './routes/staff.ts';
import { validatorCompiler } from './routes/validators.ts';
import type { Secrets } from './secrets.ts';
import { recallLinkHost, watchLinkAddress } from './services/address-service.ts';
import { watchAsks } from './services/ask-service.ts';
import { createAttempts } from './services/attempts.ts';
import { createHelpersWords } from './services/door-words.ts';
import { createEvenings } from './services/evenings.ts';
import { createEventCodes } from './services/event-codes.ts';
import { watchIntroductions } from './services/introductions-clock.ts';
import { createHelpersJoined } from './services/joined-by-code.ts';
import { watchLentPlaces } from './services/lent-places.ts';
import { createLine } from './services/line.ts';
import { calendarLink, mailLink } from './services/mail-links.ts';
import { RENAMES } from './services/own-details.ts';
import { createHelpersPhones } from './services/phones-given.ts';
import { createPublicPlaces } from './services/public-places.ts';
import { createReadings } from './services/readings.ts';
import { watchReminders } from './services/reminders.ts';
import { watchRetention } from './services/retention-service.ts';
import { roomCode } from './services/room-code.ts';
import { createSearches } from './services/searches.ts';
import { createHelpersSeats } from './services/seats-searched.ts';
import type { Services } from './services/services.ts';
import { createWaitingPhones } from './services/waiting-phones.ts';
import { OF_ALL_HELPERS, OF_ONE, OF_ONE_ADDRESS } from './services/wrong-codes.ts';
import type { Matcher } from './solver/matcher.ts';
import type { Planner } from './solver/planner.ts';
import { cutEnded } from './staff/ended.ts';
import { proofsOnDemand } from './staff/on-demand.ts';
import type { Passwords } from './staff/passwords.ts';
import type { SetupSecret } from './staff/sign-in.ts';
import type { Clock } from './system-clock.ts';

export interface AppParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly planner: Planner;
  readonly matcher: Matcher;
  readonly reader: RosterReader;
  readonly origins: Origins;
  readonly setup: SetupSecret;
  readonly passwords: Passwords;
  /** The key file, which what proves accounts is signed with. */
  readonly key: Buffer;
  /** Null: mail waits as drafts, to be sent by hand. */
  readonly mailer: Mailer | null;
  /** Null: Lapwing works without Slack. */
  readonly slack: { readonly line: SlackLine; readonly signingSecret: string } | null;
  /** Phone pages that may listen at a time; null: by how many people are expected. */
  readonly mostPhones: number | null;
  /** After people were erased: writes their ids beside the backups. */
  readonly keepErased: () => void;
  /** Copies of the data that are older than they may be. */
  readonly dropOldCopies: (now: Instant) => void;
  /** Folder of the built client. */
  readonly clientDir: string;
  readonly https: boolean;
  readonly logger: FastifyServerOptions['logger'];
}

export interface BuiltApp {
  readonly app: App;
  readonly services: Services;
}

/** Never logged: headers hold cookies, and a plugin may log them under a name of its own. */
export const REDACTED = ['headers', '*.headers'];

const BODY_LIMIT = 256 * 1024;
const SOCKET_MESSAGE_LIMIT = 16 * 1024;
/** Whoever sends a header a byte at a time is cut, and that is looked after often enough to be true. */
const SLOW_LINES = { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16 * 1024 };
/** How long whoever is connected may take to say goodbye when the server stops. */
const GRACE_MS = 1_000;
const LOOK_FOR_SILENT_EVERY_MS = 5_000;
/** A page whose sign-in is over goes dark within two seconds, also when nobody ended it but the clock. */
const LOOK_FOR_ENDED_EVERY_MS = 2_000;

/** Builds the server without listening: `main` listens, tests use `inject`. */
export async function buildApp(parts: AppParts): Promise<BuiltApp> {
  const app: App = fastify({
    ...(parts.logger === undefined ? {} : { logger: parts.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    // A logger of its own for each request would only add a number to it that nothing else in the log mentions.
    childLoggerFactory: (logger) => logger,
    bodyLimit: BODY_LIMIT,
    trustProxy: 'loopback',
    requestTimeout: 30_000,
    http: SLOW_LINES,
    frameworkErrors: refuseUnreadable,
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(validatorCompiler);
  const failed = (error: unknown): void => app.log.error({ err: error }, 'failed');
  const services = servicesOf(parts, failed);
  const { clock, hub, evenings, searches, outbox, slack } = services;
  recallLinkHost(services);
  if (slack === null) leaveSlack({ db: parts.db, missed: (tx, message) => introductionMissed(services, tx, message) });

  const stopWatch = clock.onSleep((from, until) => {
    app.log.warn({ seconds: Math.round((until - from) / 1_000) }, 'the machine slept');
    evenings.machineSlept(from, until);
  });
  let draining = false;
  let stopLooking = (): void => {};
  let stopLookingAtTime = (): void => {};
  let stopAsking = (): void => {};
  let stopReminding = (): void => {};
  let stopErasing = (): void => {};
  let stopLending = (): void => {};
  let stopIntroducing = (): void => {};
  let stopLives = (): void => {};
  // Before the sockets’ own hook, so that both graces run at the same time.
  app.addHook('preClose', async () => {
    draining = true;
    stopLooking();
    stopLookingAtTime();
    stopAsking();
    stopReminding();
    stopErasing();
    stopLending();
    stopIntroducing();
    stopLives();
    services.publicPlaces.stop();
    stopWatch();
    evenings.stop();
    // a search that goes on ends with its best, which is kept while the database is still open
    const mailStops = Promise.all([outbox.stop(), slack?.outbox.stop()]);
    await Promise.race([searches.stopAll(), new Promise((late) => setTimeout(late, GRACE_MS).unref())]);
    await mailStops;
    // Browsers open connections ahead and ask nothing on them: they too would hold the shutdown.
    setTimeout(() => app.server.closeAllConnections(), GRACE_MS).unref();
  });
  registerRefusals(app);
  await registerHeaders(app, parts.https);
  registerLimits(app);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await registerSockets(app);
  registerOriginCheck(app, parts.origins);
  registerHostCookies(app, services, parts.https);
  registerEventCodes(app, services);
  registerDoors(app, services);
  registerAudit(app, services);
  const runs = createRuns(services, parts.matcher);
  const lives = watchLives(services, runs, failed);
  stopLives = lives.stop;
  await registerRoutes(app, services, parts, { runs, lives }, () => draining);

  stopAsking = watchAsks(services);
  stopReminding = watchReminders(services, failed);
  stopIntroducing = watchIntroductions(services, failed);
  stopErasing = watchRetention(services, failed, (people) => app.log.info({ people }, 'names went by the clock'));
  stopLending = watchLentPlaces(services, failed);
  const lookAtAddress = watchLinkAddress(services);
  stopLooking = everySoOften(clock, LOOK_FOR_SILENT_EVERY_MS, () => {
    lookAtAddress();
    for (const eventId of hub.cutSilent(clock.now())) evenings.listenersChanged(eventId);
  });
  stopLookingAtTime = everySoOften(clock, LOOK_FOR_ENDED_EVERY_MS, () => cutEnded(services));
  outbox.wake();
  slack?.outbox.wake();
  return { app, services };
}

/** What every service works with. */
function servicesOf(parts: AppParts, failed: (error: unknown) => void): Services {
  const hub = createHub();
  const linkOrigin = parts.origins.forLinks;
  const { db, clock, secrets, planner, reader } = parts;
  const epoch = secrets.newId();
  const waiting = createWaitingPhones(clock, secrets);
  const evenings = createEvenings({
    db,
    clock,
    hub,
    epoch,
    linkOrigin,
    waitingChanges: waiting.changes,
    failed,
    roomCode: (event) => roomCode(secrets, event),
  });
  const searches: Services['searches'] = createSearches(clock, evenings.planningMoved);
  const outbox = createOutbox({
    ...{ db, clock, failed, mailer: parts.mailer },
    linkOf: (mail) => (mail.kind === 'community' ? linkInMail : mailLink)({ db, secrets, linkOrigin }, mail),
    calendarLinkOf: (mail) => calendarLink({ db, secrets, linkOrigin }, mail),
  });
  const slack = slackOf(parts, () => services, failed);
  const services: Services = {
    db,
    clock,
    secrets,
    hub,
    planner,
    reader,
    readings: createReadings(),
    searches,
    line: createLine(),
    evenings,
    outbox,
    slack,
    waiting,
    newDevices: new Map(),
    mostPhones: parts.mostPhones,
    wrongCodes: createAttempts(clock, OF_ONE),
    wrongHelperCodes: {
      ofAddress: createAttempts(clock, OF_ONE_ADDRESS),
      ofAll: createAttempts(clock, OF_ALL_HELPERS),
    },
    publicPlaces: createPublicPlaces({ db, clock }),
    eventCodes: createEventCodes({ db, clock }),
    helpersPhones: createHelpersPhones(clock),
    helpersSeats: createHelpersSeats(clock),
    helpersWords: createHelpersWords(clock),
    helpersJoined: createHelpersJoined(clock),
    renames: createAttempts(clock, RENAMES),
    origins: parts.origins,
    keepErased() {
      // They are erased; what a backup may bring back is put right at the next start at the latest.
      try {
        parts.keepErased();
      } catch (error) {
        failed(error);
      }
    },
    linkOrigin,
    dropOldCopies: parts.dropOldCopies,
  };
  return services;
}

/** Slack, where it is switched on. @param services asked for late: they hold what is made here */
function slackOf(
  { db, clock, slack }: AppParts,
  services: () => Services,
  failed: (error: unknown) => void,
): Services['slack'] {
  if (slack === null) return null;
  const { line } = slack;
  const missed: SlackOutboxParts['missed'] = (tx, message) => introductionMissed(services(), tx, message);
  return { line, outbox: createSlackOutbox({ db, clock, line, missed, failed }) };
}

/** Every route of the product; the table of who may call them is `shared/src/protocol/access`. */
async function registerRoutes(
  app: App,
  services: Services,
  parts: AppParts,
  community: CommunityParts,
  draining: () => boolean,
): Promise<void> {
  const { setup, passwords, clientDir, https, mailer, slack } = parts;
  healthRoutes(app, services, draining);
  staffRoutes(app, services, { setup, passwords, https, mails: mailer !== null });
  proofRoutes(app, services, proofsOnDemand(services, parts), https);
  helperRoutes(app, services, https);
  addressRoutes(app, services);
  eventRoutes(app, services);
  peopleRoutes(app, services);
  registrationRoutes(app, services);
  newLinkRoutes(app, services);
  privacyRoutes(app, services, https);
  communityRoutes(app, services, community);
  companyRoutes(app, services);
  conductRoutes(app, services);
  auditRoutes(app, services);
  placesRoutes(app, services);
  doorRoutes(app, services);
  askRoutes(app, services);
  // in a room of its own: forms with files are read there and nowhere else
  await app.register(async (room) => importRoutes(room as unknown as App, services));
  // bodies are checked before they are read there
  await app.register(async (room) => slackRoutes(room as unknown as App, services, slack?.signingSecret ?? null));
  await app.register(async (room) => communityImportRoutes(room as unknown as App, services));
  planRoutes(app, services);
  outboxRoutes(app, services);
  paperRoutes(app, services);
  liveRoutes(app, services);
  deskRoutes(app, services);
  noteRoutes(app, services);
  introductionRoutes(app, services);
  feedbackRoutes(app, services);
  displayRoutes(app, services);
  socketRoutes(app, services);
  phoneUpgrades(app, services);
  manifestRoutes(app);
  guideRoutes(app, services, clientDir);
  await pageRoutes(app, services, clientDir, https);
}

/** A phone that vanished without a word would hold the shutdown for half a minute: it is cut after a second. */
async function registerSockets(app: App): Promise<void> {
  await app.register(websocket, {
    options: { maxPayload: SOCKET_MESSAGE_LIMIT, perMessageDeflate: false },
    errorHandler(error, socket, request) {
      // A page that sends too much or breaks off is no fault of ours: it must not be able to fill the log with errors.
      const theirs = /^(WS_ERR_|ECONN|EPIPE)/u.test((error as NodeJS.ErrnoException).code ?? '');
      request.log[theirs ? 'debug' : 'error']({ err: error }, 'socket ended');
      socket.terminate();
    },
    preClose(done) {
      const server = this.websocketServer;
      for (const client of server.clients) client.close(CLOSE.restarting, 'restarting');
      const cut = setTimeout(() => {
        for (const client of server.clients) client.terminate();
      }, GRACE_MS);
      cut.unref();
      server.close(done);
    },
  });
}

function everySoOften(clock: Clock, every: number, act: () => void): () => void {
  let cancel = (): void => {};
  const next = (): void => {
    cancel = clock.alarm((clock.now() + every) as ReturnType<Clock['now']>, () => {
      act();
      next();
    });
  };
  next();
  return () => cancel();
}
