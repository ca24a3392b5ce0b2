import type { StartOffer } from '@lapwing/shared/protocol/api';
import { type Sentence, sentence } from '../sentence.ts';

/**
 * What *Start* would do now, each consequence in one sentence: who is counted, who moves, what stays closed.
 * @param list puts table numbers into words ("5 and 7")
 */
export function offerSentences(offer: StartOffer, list: (numbers: readonly number[]) => string): Sentence[] {
  const { students, mentors, tables, moved, closed } = offer;
  const count = sentence(offer.basis === 'here' ? 'offer.here' : 'offer.expected', { students, mentors, tables });
  const sentences = [count];
  if (offer.kind === 'new') sentences.push(sentence('offer.new'));
  else if (moved.length > 0) sentences.push(sentence('offer.moves', { moved: moved.length }));
  else sentences.push(sentence('offer.nobody-moves'));
  if (closed.length > 0) sentences.push(sentence('offer.closed', { count: closed.length, tables: list(closed) }));
  return sentences;
}
