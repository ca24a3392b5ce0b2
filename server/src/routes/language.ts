import { LANGUAGE_COOKIE, type Language, languageAsked, languageOf } from '@lapwing/shared/kernel/language';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The language of whoever asks: the one they chose in this browser, else what their browser asks for. */
export function languageIn({ cookies, headers }: FastifyRequest): Language {
  return languageOf(cookies[LANGUAGE_COOKIE] ?? '') ?? languageAsked(headers['accept-language'] ?? '');
}

/** A page that says the same in each language: whatever keeps it must not give it to somebody who speaks another. */
export const sendPage = (reply: FastifyReply, html: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('vary', 'Accept-Language, Cookie').send(html);
