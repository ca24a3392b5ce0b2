import '../kit/theme.css';
import './community.css';
import type { QuestionAnswer, QuestionPage } from '@lapwing/shared/protocol/community-api';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { mayPass, request } from '../kit/api.ts';
import { language } from '../kit/words.ts';
import { AskLink } from './AskLink.tsx';
import { JoinCommunity } from './JoinCommunity.tsx';
import { OwnMembership } from './OwnMembership.tsx';
import { useOwn } from './own.ts';
import { Question, type QuestionState } from './Question.tsx';

const TRY_AGAIN_MS = 3_000;

const path = location.pathname.replace(/\/+$/u, '');
/** What follows "#": the secret, and for a question after a dot the answer that the mail's link chose. */
const [secret = '', chosen = ''] = location.hash.slice(1).split('.');

function OwnPage() {
  const { own, acts } = useOwn(path, secret);
  return <OwnMembership own={own} acts={acts} />;
}

function QuestionFromMail() {
  const [state, setState] = useState<QuestionState>({ kind: secret === '' ? 'invalid' : 'looking' });
  const send = async (answer: QuestionAnswer['answer'], thanks: string): Promise<boolean> => {
    const body: QuestionAnswer = { secret, language: language(), answer, thanks };
    const given = await request<QuestionPage>('PUT', path, body);
    if (given.ok) setState({ kind: 'page', page: given.value });
    else if (given.refusal.code === 'link-invalid') setState({ kind: 'invalid' });
    return given.ok;
  };
  useEffect(() => {
    const open = async (): Promise<void> => {
      for (;;) {
        const opened = await request<QuestionPage>('POST', path, { secret, language: language() });
        if (opened.ok) return setState({ kind: 'page', page: opened.value });
        if (!mayPass(opened.refusal.code)) return setState({ kind: 'invalid' });
        setState({ kind: 'silent' });
        await new Promise((again) => setTimeout(again, TRY_AGAIN_MS));
      }
    };
    if (secret !== '') void open();
  }, []);
  return <Question state={state} chosen={(chosen || null) as QuestionAnswer['answer'] | null} onSend={send} />;
}

function Page() {
  if (path === '/community') return <JoinCommunity />;
  if (path === '/community/link') return <AskLink />;
  return path.startsWith('/introductions/') ? <QuestionFromMail /> : <OwnPage />;
}

render(<Page />, document.getElementById('app') as HTMLElement);
