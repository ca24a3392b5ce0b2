import '../kit/theme.css';
import './community.css';
import type { QuestionAnswer, QuestionPage } from '@lapwing/shared/protocol/community-api';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { mayPass, request } from '../kit/api.ts';
import { language } from '../kit/words.ts';
import { AskLink } from './AskLink.tsx';
import { JoinCommunity } from './JoinCommunity.tsx';
import { keeperInPage, setKeeper } from './keeper.ts';
import { OwnMembership } from './OwnMembership.tsx';
import { useOwn } from './own.ts';
import { Question, type QuestionState } from './Question.tsx';

const TRY_AGAIN_MS = 3_000;

const path = location.pathname.replace(/\/+$/u, '');
const secret = location.hash.slice(1);
/** A link in a mail may choose an answer beforehand, after the secret and a dot. */
const CHOSEN = /^(.*)\.(yes|no|met|not-yet|not-met|asker-silent|in-touch|not-in-touch)$/u;
const [, questionSecret = secret, chosen = null] = CHOSEN.exec(secret) ?? [];

function OwnPage() {
  const { own, acts } = useOwn(path, secret);
  return <OwnMembership own={own} acts={acts} />;
}

function QuestionFromMail() {
  const [state, setState] = useState<QuestionState>({ kind: questionSecret === '' ? 'invalid' : 'looking' });
  const send = async (answer: QuestionAnswer['answer'], thanks: string): Promise<boolean> => {
    const body: QuestionAnswer = { secret: questionSecret, language: language(), answer, thanks };
    const given = await request<QuestionPage>('PUT', path, body);
    if (given.ok) setState({ kind: 'page', page: given.value });
    else if (given.refusal.code === 'link-invalid') setState({ kind: 'invalid' });
    return given.ok;
  };
  useEffect(() => {
    const open = async (): Promise<void> => {
      for (;;) {
        const opened = await request<QuestionPage>('POST', path, { secret: questionSecret, language: language() });
        if (opened.ok) return setState({ kind: 'page', page: opened.value });
        if (!mayPass(opened.refusal.code)) return setState({ kind: 'invalid' });
        setState({ kind: 'silent' });
        await new Promise((again) => setTimeout(again, TRY_AGAIN_MS));
      }
    };
    if (questionSecret !== '') void open();
  }, []);
  return <Question state={state} chosen={chosen as QuestionAnswer['answer'] | null} onSend={send} />;
}

function Page() {
  if (path === '/community') return <JoinCommunity />;
  if (path === '/community/link') return <AskLink />;
  return path.startsWith('/introductions/') ? <QuestionFromMail /> : <OwnPage />;
}

setKeeper(keeperInPage());
const app = document.getElementById('app') as HTMLElement;
// what stood there to be read without a script
app.replaceChildren();
render(<Page />, app);
