import type { Wish } from '@lapwing/shared/introductions/pick';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RequestsPage } from '@lapwing/shared/protocol/introductions-api';
import { Requests } from '../introductions/Requests.tsx';
import { t as introWord } from '../introductions/words.ts';
import { Languages } from '../kit/Languages.tsx';
import { Mark } from '../kit/Mark.tsx';
import { Name } from '../kit/Name.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';

/** What is known about the link: still asking, asking for a while, no requests of ours, or requests. */
export type RequestsState =
  | { readonly kind: 'looking' | 'silent' | 'invalid' }
  | {
      readonly kind: 'page';
      readonly page: RequestsPage;
      /** Whom answers name that pass somebody on, as far as they were given here. */
      readonly passed: Readonly<Record<string, AttendeeId | null>>;
      /** The last answer did not arrive. */
      readonly failed: boolean;
    };

interface Props {
  readonly state: RequestsState;
  readonly onAnswer: (from: AttendeeId, wish: Wish, to: AttendeeId | null) => void;
}

/** Who asks to be introduced to a mentor, from the mail: cards with three answers. Nobody signs in. */
export function RequestsView({ state, onAnswer }: Props) {
  return (
    <div class="answer" data-state={state.kind === 'page' ? `requests-${state.page.state}` : state.kind}>
      <header class="top">
        <Mark />
      </header>
      <main>
        {state.kind === 'page' ? <Page state={state} onAnswer={onAnswer} /> : null}
        {state.kind === 'invalid' ? (
          <StatusStrip tone="bad" icon="warn">
            <h1>{introWord('intro.page.invalid')}</h1>
            <p>{introWord('intro.page.invalid.words')}</p>
          </StatusStrip>
        ) : null}
        {state.kind === 'looking' || state.kind === 'silent' ? (
          <div role="status">
            <h1 class="looking">{introWord(`intro.page.${state.kind}`)}</h1>
          </div>
        ) : null}
      </main>
      <Languages />
    </div>
  );
}

function Page({ state, onAnswer }: { state: Extract<RequestsState, { kind: 'page' }> } & Pick<Props, 'onAnswer'>) {
  const { page, passed, failed } = state;
  if (page.state === 'over')
    return (
      <StatusStrip tone="plain" icon="info">
        <h1>{introWord('intro.page.over')}</h1>
        <p>{introWord('intro.page.over.words', { event: page.eventName })}</p>
      </StatusStrip>
    );
  return (
    <>
      <h1>{introWord('intro.page.title', { name: page.firstName === '' ? 'none' : page.firstName })}</h1>
      <p class="requests-words">{introWord('intro.page.words')}</p>
      <div role="alert">{failed ? <StatusStrip tone="bad">{introWord('intro.page.failed')}</StatusStrip> : null}</div>
      <Requests
        title={<Name of={page.eventName} />}
        requests={page.requests.map((one) => ({ ...one, to: passed[one.from] ?? null, note: '', sent: false }))}
        limit={page.limit}
        colleagues={page.colleagues}
        none={introWord('intro.page.none')}
        // an answer is changed by another one: from the mail there is no way to say nothing again
        onAnswer={(from, wish, to) => wish && onAnswer(from, wish, to)}
      />
    </>
  );
}
