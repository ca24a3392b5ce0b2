import type { MailAct } from '@lapwing/shared/event/mail-acts';
import type { MemberId } from '@lapwing/shared/kernel/ids';
import type {
  CommunityImport,
  CommunityView,
  Decision,
  Funnel,
  ImportAsked,
  Keeper,
  MemberLink,
  MembersPage,
  PastImport,
} from '@lapwing/shared/protocol/community-api';
import type { SlackAct } from '@lapwing/shared/slack/slack-acts';
import { request } from '../../kit/api.ts';
import type { Answer } from '../console-api.ts';
import { freshly } from '../staff/freshly.ts';

/** A run looks at everybody. */
const RUN_TIME_OUT_MS = 30_000;
/** Thousands of rows are read and compared. */
const IMPORT_TIME_OUT_MS = 60_000;

const BASE = '/api/community';

/** The calls about the community, which belong to no event. */
export const communityApi = {
  view: (): Answer<CommunityView> => request('GET', BASE),
  keep: (keeper: Keeper): Answer<CommunityView> => request('PUT', `${BASE}/keeper`, keeper),
  removeInvented: (): Answer<CommunityView> => request('DELETE', `${BASE}/invented`),
  /** @param key the same for one press, however often it is sent */
  propose: (key: string): Answer<CommunityView> => request('POST', `${BASE}/runs`, { key }, RUN_TIME_OUT_MS),
  decide: (id: string, decision: Decision['decision']): Answer<CommunityView> =>
    request('PUT', `${BASE}/proposals/${encodeURIComponent(id)}`, { decision }),
  markOpen: (id: string): Answer<void> => request('PUT', `${BASE}/proposals/${encodeURIComponent(id)}/open`, {}),
  members: (find: string, from: number): Answer<MembersPage> =>
    request('GET', `${BASE}/members?${new URLSearchParams({ find, from: String(from) })}`),
  importFile(kind: CommunityImport['kind'], file: File, apply: boolean): Answer<CommunityImport> {
    const form = new FormData();
    form.append('file', file);
    return request('POST', `${BASE}/imports?kind=${kind}&apply=${apply ? 'yes' : 'no'}`, form, IMPORT_TIME_OUT_MS);
  },
  pastImports: (): Answer<readonly PastImport[]> => request('GET', `${BASE}/imports`),
  undoImport: (id: string): Answer<readonly PastImport[]> =>
    request('POST', `${BASE}/imports/${encodeURIComponent(id)}/undone`, {}, IMPORT_TIME_OUT_MS),
  /** Writes to everybody whom an import wrote down, once each. */
  askImported: (id: string): Answer<ImportAsked> =>
    request('POST', `${BASE}/imports/${encodeURIComponent(id)}/asked`, {}, IMPORT_TIME_OUT_MS),
  funnel: (span: Span): Answer<Funnel> => request('GET', `${BASE}/funnel${queryOf(span)}`),
  settleMail: (id: string, act: MailAct): Answer<CommunityView> =>
    request('POST', `${BASE}/mails/${encodeURIComponent(id)}/${act}`, {}),
  settleInSlack: (id: string, act: SlackAct): Answer<CommunityView> =>
    request('POST', `${BASE}/slack-messages/${encodeURIComponent(id)}/${act}`, {}),
  /** Says that it was they who joined, where no mail goes out; answers their link. */
  confirm: (id: MemberId): Answer<MemberLink> =>
    request('POST', `${BASE}/members/${encodeURIComponent(id)}/confirmed`, {}),
  erase: (id: MemberId): Answer<void> => freshly(() => request('DELETE', `${BASE}/members/${encodeURIComponent(id)}`)),
};

/** Days that somebody chose, e.g. "2026-11-30"; '' for none. The last one counts whole. */
export interface Span {
  readonly from: string;
  readonly until: string;
  /** One evening alone; '' for all of the time. */
  readonly event: string;
}

/** The figures as a file: a line for each evening. */
export const funnelFile = (span: Span): string => `${BASE}/funnel.csv${queryOf(span)}`;

/** A day is a day where the reader is. */
function queryOf({ from, until, event }: Span): string {
  const query = new URLSearchParams();
  if (event !== '') return `?${new URLSearchParams({ event })}`;
  const midnight = (day: string, days: number): string => {
    const at = new Date(`${day}T00:00`);
    at.setDate(at.getDate() + days);
    return String(at.getTime());
  };
  if (from !== '') query.set('from', midnight(from, 0));
  if (until !== '') query.set('until', midnight(until, 1));
  return query.size === 0 ? '' : `?${query}`;
}
