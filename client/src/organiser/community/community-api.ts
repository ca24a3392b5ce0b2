import type {
  CommunityImport,
  CommunityView,
  Decision,
  Funnel,
  MembersPage,
} from '@lapwing/shared/protocol/community-api';
import { request } from '../../kit/api.ts';
import type { Answer } from '../console-api.ts';

/** A run looks at everybody. */
const RUN_TIME_OUT_MS = 30_000;
/** Thousands of rows are read and compared. */
const IMPORT_TIME_OUT_MS = 60_000;

const BASE = '/api/community';

/** The calls about the community, which belong to no event. */
export const communityApi = {
  view: (): Answer<CommunityView> => request('GET', BASE),
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
    return request('POST', `${BASE}/imports?kind=${kind}&apply=${apply}`, form, IMPORT_TIME_OUT_MS);
  },
  undoImport: (id: string): Answer<CommunityImport> =>
    request('POST', `${BASE}/imports/${encodeURIComponent(id)}/undone`, {}),
  funnel: (from: string, until: string): Answer<Funnel> =>
    request('GET', `${BASE}/funnel?${new URLSearchParams({ from, until })}`),
};
