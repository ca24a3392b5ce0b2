import { attendeeId, memberId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok, refused } from '@lapwing/shared/kernel/result';
import type { JoinCommunity } from '@lapwing/shared/protocol/community-api';
import {
  AnswerQuestion,
  AskForMemberLink,
  ConfirmAddress,
  DecideProposal,
  JoinFromEvening,
  JoinTheCommunity,
  KeepCommunity,
  MemberParams,
  MemberRequestParams,
  MembersQuery,
  Nothing,
  OpenMembership,
  ProposalParams,
  ProposeNow,
  QuestionParams,
  SaveProfile,
  SendRequest,
  SettleAgain,
} from '@lapwing/shared/protocol/community-schemas';
import { CommunityMailParams, CommunitySlackParams } from '@lapwing/shared/protocol/outbox-schemas';
import { PersonParams } from '@lapwing/shared/protocol/schemas';
import type { FastifyRequest } from 'fastify';
import { decide } from '../community/decisions.ts';
import { communityOffer, joinFromEvening } from '../community/evening-offer.ts';
import { removeInvented } from '../community/invented.ts';
import { createCommunityDoor } from '../community/joining.ts';
import { keepCommunity } from '../community/keeping.ts';
import type { LifeClock } from '../community/life-clock.ts';
import { confirmByHand, listMembers } from '../community/members-list.ts';
import { settleDoubtful } from '../community/missed-in-slack.ts';
import { settleMissed } from '../community/missed-mails.ts';
import { createOpenMarks } from '../community/open-marks.ts';
import { eraseMember, eraseOwn, ownMemberData } from '../community/own-file.ts';
import {
  confirmAddress,
  denyOwn,
  openPage,
  saveOwnProfile,
  sendRequest,
  settleAgain,
  withdrawRequest,
} from '../community/own-page.ts';
import { answerQuestion, questionPage } from '../community/questions.ts';
import { communityView } from '../community/queue-view.ts';
import type { Runs } from '../community/runs.ts';
import { organiserOf } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { LINK_LIMIT, NEW_LINK_LIMIT, REGISTRATION_LIMIT, WORDS_LIMIT } from './rate-limits.ts';

/** What runs beside the routes. */
export interface CommunityParts {
  readonly runs: Runs;
  readonly lives: LifeClock;
}

/** The community between evenings: who joins, a member's own page, and the consoles. */
export function communityRoutes(app: App, services: Services, { runs, lives }: CommunityParts): void {
  const door = createCommunityDoor(services, (error) => app.log.error({ err: error }, 'failed'));
  app.addHook('preClose', async () => door.stop());
  app.post(
    '/community/members',
    { schema: { body: JoinTheCommunity }, ...REGISTRATION_LIMIT },
    async ({ body, ip }, reply) => answer(reply, door.join(body as unknown as JoinCommunity, ip)),
  );
  app.post('/community/links', { schema: { body: AskForMemberLink }, ...NEW_LINK_LIMIT }, async ({ body, ip }, reply) =>
    answer(reply, door.askForLink(body, ip)),
  );
  ownRoutes(app, services);
  eveningRoutes(app, services);
  questionRoutes(app, services);
  consoleRoutes(app, services);
  queueRoutes(app, services, { runs, lives });
}

/** A member's own page: the secret of their link comes in every body. */
function ownRoutes(app: App, services: Services): void {
  const own = { params: MemberParams };
  app.post(
    '/community/:memberId/page',
    { schema: { ...own, body: OpenMembership }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, openPage(services, memberId(params.memberId), body)),
  );
  app.put(
    '/community/:memberId/profile',
    { schema: { ...own, body: SaveProfile }, ...LINK_LIMIT },
    async ({ params, body }, reply) =>
      answer(
        reply,
        saveOwnProfile(services, memberId(params.memberId), body as unknown as Parameters<typeof saveOwnProfile>[2]),
      ),
  );
  app.put(
    '/community/:memberId/address',
    { schema: { ...own, body: ConfirmAddress }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, confirmAddress(services, memberId(params.memberId), body)),
  );
  app.put(
    '/community/:memberId/again',
    { schema: { ...own, body: SettleAgain }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, settleAgain(services, memberId(params.memberId), body)),
  );
  app.post(
    '/community/:memberId/not-mine',
    { schema: { ...own, body: OpenMembership }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, denyOwn(services, memberId(params.memberId), body)),
  );
  app.post(
    '/community/:memberId/requests',
    { schema: { ...own, body: SendRequest }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, sendRequest(services, memberId(params.memberId), body)),
  );
  app.post(
    '/community/:memberId/requests/:requestId/withdrawn',
    { schema: { params: MemberRequestParams, body: OpenMembership }, ...LINK_LIMIT },
    async ({ params, body }, reply) =>
      answer(reply, withdrawRequest(services, memberId(params.memberId), params.requestId, body)),
  );
  app.post(
    '/community/:memberId/data',
    { schema: { ...own, body: OpenMembership }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, ownMemberData(services, memberId(params.memberId), body.secret)),
  );
  app.post(
    '/community/:memberId/gone',
    { schema: { ...own, body: OpenMembership }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, eraseOwn(services, memberId(params.memberId), body.secret)),
  );
}

/** From one's own page of an evening. */
function eveningRoutes(app: App, services: Services): void {
  app.get('/me/:attendeeId/community', { schema: { params: PersonParams } }, async ({ params, session }, reply) => {
    if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
    const { eventId, mailbox } = session;
    return answer(reply, communityOffer(services, { eventId, id: attendeeId(params.attendeeId), mailbox }));
  });
  app.post(
    '/me/:attendeeId/community',
    { schema: { params: PersonParams, body: JoinFromEvening }, ...WORDS_LIMIT },
    async ({ params, body, session }, reply) => {
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      const page = { eventId: session.eventId, id: attendeeId(params.attendeeId), mailbox: session.mailbox };
      return answer(reply, joinFromEvening(services, page, body.consents));
    },
  );
}

function consoleRoutes(app: App, services: Services): void {
  app.get('/api/community/members', { schema: { querystring: MembersQuery } }, async ({ query }, reply) =>
    answer(reply, ok(listMembers(services, query.find ?? '', query.from ?? 0))),
  );
  app.post(
    '/api/community/members/:memberId/confirmed',
    { schema: { params: MemberParams } },
    async ({ params }, reply) => answer(reply, confirmByHand(services, memberId(params.memberId))),
  );
  app.delete('/api/community/members/:memberId', { schema: { params: MemberParams } }, async ({ params }, reply) =>
    answer(reply, eraseMember(services, memberId(params.memberId))),
  );
}

/** One question to one person, by the secret of its own link. Only PUT answers: scanners of mails follow links and press nothing. */
function questionRoutes(app: App, services: Services): void {
  app.post(
    '/introductions/:questionId',
    { schema: { params: QuestionParams, body: OpenMembership }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, questionPage(services, params.questionId, body)),
  );
  app.put(
    '/introductions/:questionId',
    { schema: { params: QuestionParams, body: AnswerQuestion }, ...LINK_LIMIT },
    async ({ params, body }, reply) => answer(reply, answerQuestion(services, params.questionId, body)),
  );
}

/** The matchmaker's queue. */
function queueRoutes(app: App, services: Services, { runs, lives }: CommunityParts): void {
  const marks = createOpenMarks(services.clock);
  const view = ({ session }: FastifyRequest) => ok(communityView(services, marks, session?.staffId ?? null));
  app.get('/api/community', async (request, reply) => answer(reply, view(request)));
  app.put('/api/community/keeper', { schema: { body: KeepCommunity } }, async (request, reply) => {
    const done = keepCommunity(services, request.body);
    return answer(reply, done.ok ? view(request) : done);
  });
  app.delete('/api/community/invented', async (request, reply) => {
    removeInvented(services);
    return answer(reply, view(request));
  });
  app.post('/api/community/runs', { schema: { body: ProposeNow } }, async (request, reply) => {
    const done = await runs.propose(request.body.key);
    return answer(reply, done.ok ? view(request) : done);
  });
  app.put(
    '/api/community/proposals/:proposalId',
    { schema: { params: ProposalParams, body: DecideProposal } },
    async (request, reply) => {
      const done = decide(services, request.params.proposalId, request.body, organiserOf(request));
      lives.wake();
      return answer(reply, done.ok ? view(request) : done);
    },
  );
  app.post('/api/community/mails/:mailId/:act', { schema: { params: CommunityMailParams } }, async (request, reply) => {
    const done = settleMissed(services, request.params.mailId, request.params.act);
    return answer(reply, done.ok ? view(request) : done);
  });
  app.post(
    '/api/community/slack-messages/:messageId/:act',
    { schema: { params: CommunitySlackParams } },
    async (request, reply) => {
      const done = settleDoubtful(services, request.params.messageId, request.params.act);
      return answer(reply, done.ok ? view(request) : done);
    },
  );
  app.put(
    '/api/community/proposals/:proposalId/open',
    { schema: { params: ProposalParams, body: Nothing } },
    async (request, reply) => {
      marks.mark(request.params.proposalId, organiserOf(request), request.session?.staffId ?? null);
      return answer(reply, ok({}));
    },
  );
}
