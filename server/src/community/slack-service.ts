import { DEFAULT_LANGUAGE, languageOf } from '@lapwing/shared/kernel/language';
import { slackHome } from '@lapwing/shared/slack/slack-home';
import { slackAnswers } from '@lapwing/shared/slack/slack-words';
import type { Slack } from '../outbox/slack/slack.ts';
import type { SlackUser } from '../outbox/slack/slack-line.ts';
import type { Services } from '../services/services.ts';
import { homeFacts, requestFromSlack } from './slack-requests.ts';

/** Slack waits three seconds for an answer to a command. */
const ANSWER_WITHIN_MS = 2_500;

const languageOfUser = ({ locale }: SlackUser) => languageOf(locale) ?? DEFAULT_LANGUAGE;

/**
 * The answer to `/introduce`, for the one who asked alone. Never throws.
 * @param user Slack's id of theirs
 */
export async function answerInSlack(
  services: Services,
  line: Slack['line'],
  { user, text, failed }: { readonly user: string; readonly text: string; readonly failed: (error: unknown) => void },
): Promise<string> {
  const found = await whoWithin(line, user);
  if (found === 'unknown') return slackAnswers(DEFAULT_LANGUAGE).failed();
  if (found === null) return slackAnswers(DEFAULT_LANGUAGE).nobody();
  const language = languageOfUser(found);
  try {
    return requestFromSlack(services, { address: found.address, text, language });
  } catch (error) {
    failed(error);
    return slackAnswers(language).notKept();
  }
}

async function whoWithin(line: Slack['line'], user: string): Promise<SlackUser | null | 'unknown'> {
  const tooLate = new Promise<'unknown'>((late) => setTimeout(late, ANSWER_WITHIN_MS, 'unknown').unref());
  try {
    return await Promise.race([line.who(user), tooLate]);
  } catch {
    return 'unknown';
  }
}

/** Shows somebody their home tab. @throws what `slackProblem` reads */
export async function showSlackHome(services: Services, { line }: Pick<Slack, 'line'>, user: string): Promise<void> {
  const found = await line.who(user);
  const { language, ...facts } = homeFacts(services, found && { ...found, language: languageOfUser(found) });
  await line.showHome(user, slackHome(language, facts));
}
