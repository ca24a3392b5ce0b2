/** A question that better-auth put to a passkey, as it would be a row. */
export interface PasskeyQuestion {
  /** Hashed. */
  readonly identifier: string;
  readonly value: string;
}

/** Whoever asks and asks must not fill the memory: the oldest is forgotten. Nobody takes minutes to answer one. */
const MOST_OPEN = 5_000;

/** Questions to passkeys nobody has answered yet. Anybody may have one put, so none is on the disk; a restart forgets them. */
export interface PasskeyQuestions<Question extends PasskeyQuestion> {
  /** Whether it was such a question, and is remembered here. */
  remember(row: Question): boolean;
  /** Once. */
  take(identifier: string): Question | undefined;
}

export function createPasskeyQuestions<Question extends PasskeyQuestion>(most = MOST_OPEN): PasskeyQuestions<Question> {
  const open = new Map<string, Question>();
  return {
    remember(row) {
      if (!isQuestion(row.value)) return false;
      open.set(row.identifier, row);
      const [oldest] = open.keys();
      if (open.size > most && oldest !== undefined) open.delete(oldest);
      return true;
    },
    take(identifier) {
      const question = open.get(identifier);
      open.delete(identifier);
      return question;
    },
  };
}

/** A second factor that is awaited, and a mailed link, say nothing of a type. */
const isQuestion = (value: string): boolean => value.startsWith('{"type":"authentication"');
