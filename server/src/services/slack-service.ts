import { DEFAULT_LANGUAGE, languageOf } from '@lapwing/shared/kernel/language';
import { slackAnswers, slackHome } from '@lapwing/shared/slack/slack-words';
import type { SlackLine, SlackUser } from '../outbox/slack/slack-line.ts';
import type { SlackOutbox } from '../outbox/slack/slack-outbox.ts';
import type { Services } from './services.ts';
import { queueFor, type RequestFromSlack, requestFromSlack } from './slack-requests.ts';

/** Slack, where it is switched on. */
export interface Slack {
  readonly outbox: SlackOutbox;
  readonly line: SlackLine;
}

/** Slack waits three seconds for an answer to a command. */
const ANSWER_WITHIN_MS = 2_500;

const languageOfUser = ({ locale }: SlackUser) => languageOf(locale) ?? DEFAULT_LANGUAGE;

/**
 * The answer to `/introduce`, for the one who asked alone. Never throws.
 * @param user Slack's id of theirs
 */
export async function answerInSlack(
  services: Services,
  { line }: Pick<Slack, 'line'>,
  user: string,
  text: string,
  request: RequestFromSlack = requestFromSlack,
): Promise<string> {
  const tooLate = new Promise<'late'>((late) => setTimeout(late, ANSWER_WITHIN_MS, 'late').unref());
  try {
    const found = await Promise.race([line.who(user), tooLate]);
    if (found === 'late') return slackAnswers(DEFAULT_LANGUAGE).failed();
    if (found === null) return slackAnswers(DEFAULT_LANGUAGE).nobody();
    const language = languageOfUser(found);
    const answers = slackAnswers(language);
    const asked = request(services, { address: found.address, text, language });
    return asked.kind === 'taken' ? answers.taken() : answers[asked.kind](asked.address);
  } catch {
    return slackAnswers(DEFAULT_LANGUAGE).failed();
  }
}

/** Shows somebody their home tab. @throws what `slackProblem` reads */
export async function showSlackHome(services: Services, { line }: Pick<Slack, 'line'>, user: string): Promise<void> {
  const found = await line.who(user);
  const language = found === null ? DEFAULT_LANGUAGE : languageOfUser(found);
  await line.showHome(user, slackHome(language, found && queueFor(services, found.address)));
}
