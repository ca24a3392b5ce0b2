import '../answer/answer.css';
import type { RequestsPage } from '@lapwing/shared/protocol/introductions-api';
import type { AnswerPage as Page } from '@lapwing/shared/protocol/places-api';
import type { JSX } from 'preact';
import { AnswerPage } from '../answer/AnswerPage.tsx';
import { RequestsView } from '../answer/RequestsView.tsx';
import { STARTS_AT, TIME_ZONE } from './fixtures.ts';
import { COLLEAGUES, REQUESTS, SUGGESTED_REQUESTS } from './pick-fixture.ts';
import type { ANSWER_NAMES } from './state-names.ts';

const PAGE: Page = {
  state: 'open',
  firstName: 'Oluwaseun',
  event: { name: 'Careers Night', place: 'King’s Hall', startsAt: STARTS_AT, timeZone: TIME_ZONE },
  instead: true,
  contactName: 'Mei Tanaka',
  contactEmail: 'mei.tanaka@careers.example.org',
  passOn:
    'A mentoring evening is looking for mentors. Would you like to go?\n\nCareers Night\nhttps://lapwing.example.org/e/KQ4T',
};

const never = async (): Promise<boolean> => false;
const of = (page: Partial<Page>) => () => (
  <AnswerPage state={{ kind: 'page', page: { ...PAGE, ...page } }} onSend={never} />
);

const requests = (more: Partial<RequestsPage>) => () => (
  <RequestsView
    state={{
      kind: 'page',
      page: {
        ...{ state: 'open', firstName: 'Priya', eventName: 'Careers Night', limit: { perMonth: 2, taken: 0 } },
        ...{ requests: REQUESTS, colleagues: COLLEAGUES },
        ...more,
      },
      passed: {},
      failed: false,
    }}
    onAnswer={() => undefined}
  />
);

/** Every state of the pages that open from a mail, by name. */
export const ANSWER_STATES: Readonly<Record<(typeof ANSWER_NAMES)[number], () => JSX.Element>> = {
  'a-looking': () => <AnswerPage state={{ kind: 'looking' }} onSend={never} />,
  'a-silent': () => <AnswerPage state={{ kind: 'silent' }} onSend={never} />,
  'a-invalid': () => <AnswerPage state={{ kind: 'invalid' }} onSend={never} />,
  'a-open': of({}),
  'a-more': of({ instead: false, contactName: '', contactEmail: '' }),
  'a-yes': of({ state: 'yes' }),
  'a-no': of({ state: 'no' }),
  'a-too-late': of({ state: 'too-late' }),
  'a-over': of({ state: 'over' }),
  'a-requests': requests({}),
  'a-requests-suggested': requests({ requests: SUGGESTED_REQUESTS }),
  'a-requests-none': requests({ requests: [] }),
  'a-requests-over': requests({ state: 'over', requests: [] }),
  'a-requests-invalid': () => <RequestsView state={{ kind: 'invalid' }} onAnswer={() => undefined} />,
};
