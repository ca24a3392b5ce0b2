import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { PrivateReport, ReportNotice } from '@lapwing/shared/protocol/conduct-api';
import type { PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import { type ApiAnswer, request } from '../../kit/api.ts';

type Answer<T> = Promise<ApiAnswer<T>>;

/** The calls about private reports, blocks and who did what. @param base address of the event */
export const reportsApi = (base: string) => {
  const blockPath = (one: AttendeeId, other: AttendeeId): string =>
    `${base}/blocks/${encodeURIComponent(one)}/${encodeURIComponent(other)}`;
  return {
    reports: (): Answer<ReportNotice[]> => request('GET', `${base}/reports`),
    readReport: (id: string): Answer<PrivateReport> => request('GET', `${base}/reports/${encodeURIComponent(id)}`),
    settleReport: (id: string, settled: boolean): Answer<void> =>
      request('PUT', `${base}/reports/${encodeURIComponent(id)}`, { settled }),
    audit: (): Answer<AuditView> => request('GET', `${base}/audit`),
    auditExported: (): Answer<void> => request('POST', `${base}/audit/exports`),
    block: (one: AttendeeId, other: AttendeeId): Answer<PeopleInPairs> => request('PUT', blockPath(one, other)),
    unblock: (one: AttendeeId, other: AttendeeId): Answer<PeopleInPairs> => request('DELETE', blockPath(one, other)),
  };
};
