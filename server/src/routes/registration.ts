import { attendeeId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import type { RegistrationRequest } from '@lapwing/shared/protocol/registration-api';
import { ChangeAnswers, Coming, RegisterMentor, RegisterStudent } from '@lapwing/shared/protocol/registration-schemas';
import { CodeParams, PersonParams } from '@lapwing/shared/protocol/schemas';
import type { MentorAnswers, StudentAnswers } from '@lapwing/shared/registration/answers';
import type { FastifyRequest } from 'fastify';
import { FORM_COOKIE } from '../plugins/cookies.ts';
import { answer } from '../plugins/refusals.ts';
import { changeOwnDetails, ownCalendar, ownDetails, sayComing } from '../services/own-details.ts';
import { goOnAsMentor, registerMentor, registerStudent, type Sent } from '../services/registration-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { languageIn } from './language.ts';
import { REGISTRATION_LIMIT, WORDS_LIMIT } from './rate-limits.ts';

const asSent = <Answers>(request: FastifyRequest, sent: RegistrationRequest<Answers>): Sent<Answers> => ({
  ...sent,
  language: languageIn(request),
  browser: request.cookies[FORM_COOKIE] ?? '',
});

/** Registering on the public page. */
export function registrationRoutes(app: App, services: Services): void {
  app.post(
    '/e/:code/students',
    { schema: { params: CodeParams, body: RegisterStudent }, ...REGISTRATION_LIMIT },
    async (request, reply) => {
      const sent = request.body as unknown as RegistrationRequest<StudentAnswers>;
      const code = request.params.code.toUpperCase();
      return answer(reply, registerStudent(services, code, asSent(request, sent)));
    },
  );
  app.post(
    '/e/:code/mentors',
    { schema: { params: CodeParams, body: RegisterMentor }, ...REGISTRATION_LIMIT },
    async (request, reply) => {
      const sent = request.body as unknown as RegistrationRequest<MentorAnswers>;
      const code = request.params.code.toUpperCase();
      return answer(reply, registerMentor(services, code, asSent(request, sent)));
    },
  );
  app.put(
    '/e/:code/mentors',
    { schema: { params: CodeParams, body: RegisterMentor }, ...REGISTRATION_LIMIT },
    async (request, reply) => {
      const sent = request.body as unknown as RegistrationRequest<MentorAnswers>;
      return answer(reply, goOnAsMentor(services, request.params.code.toUpperCase(), asSent(request, sent)));
    },
  );
  ownRoutes(app, services);
}

/** What somebody sees and changes about themselves. */
function ownRoutes(app: App, services: Services): void {
  app.get('/me/:attendeeId/details', { schema: { params: PersonParams } }, async ({ params, session }, reply) => {
    if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
    const { eventId, mailbox } = session;
    return answer(reply, ownDetails(services, eventId, attendeeId(params.attendeeId), mailbox));
  });
  app.put(
    '/me/:attendeeId/details',
    { schema: { params: PersonParams, body: ChangeAnswers }, ...WORDS_LIMIT },
    async (request, reply) => {
      const { params, body, session } = request;
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      const answers = body.answers as unknown as StudentAnswers | MentorAnswers;
      const was = body.was as unknown as StudentAnswers | MentorAnswers | undefined;
      const page = { mailbox: session.mailbox, language: languageIn(request), ...(was ? { was } : {}) };
      return answer(reply, changeOwnDetails(services, session.eventId, attendeeId(params.attendeeId), answers, page));
    },
  );
  app.put(
    '/me/:attendeeId/coming',
    { schema: { params: PersonParams, body: Coming }, ...WORDS_LIMIT },
    async (request, reply) => {
      const { params, body, session } = request;
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      const page = { mailbox: session.mailbox, language: languageIn(request) };
      return answer(reply, sayComing(services, session.eventId, attendeeId(params.attendeeId), body.coming, page));
    },
  );
  app.get('/me/:attendeeId/calendar.ics', { schema: { params: PersonParams } }, async ({ params, session }, reply) => {
    if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
    const text = ownCalendar(services, session.eventId, attendeeId(params.attendeeId));
    if (!text.ok) return answer(reply, text);
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="evening.ics"')
      .send(text.value);
  });
}
