import type { Invitation } from '@lapwing/shared/event/invitation';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type {
  AsksView,
  InvitationAnswer,
  InvitationView,
  MovedUp,
  RadarView,
  Stand,
  StandingAnswer,
} from '@lapwing/shared/protocol/places-api';
import { type ApiAnswer, request } from '../kit/api.ts';

type Answer<T> = Promise<ApiAnswer<T>>;

/** How somebody stands; with a place in line where a change is taken back. */
type WantedStand = Pick<Stand, 'standing'> & Partial<Stand>;

/** The calls about places, the invitation and mentors who are asked. @param base address of the event */
export const placesApi = (base: string) => ({
  invitation: (): Answer<InvitationView> => request('GET', `${base}/invitation`),
  saveInvitation: (invitation: Invitation, movedUp: readonly MovedUp[] = []): Answer<InvitationAnswer> =>
    request('PUT', `${base}/invitation`, { invitation, movedUp }),
  /** `stand` as it was, with `movedUp`, takes a change back. */
  setStanding: (who: AttendeeId, stand: WantedStand, movedUp: readonly MovedUp[] = []): Answer<StandingAnswer> =>
    request('PUT', `${base}/people/${encodeURIComponent(who)}/standing`, { ...stand, movedUp }),
  asks: (): Answer<AsksView> => request('GET', `${base}/asks`),
  askMentor: (attendeeId: AttendeeId, insteadOf: AttendeeId | null, send: boolean): Answer<AsksView> =>
    request('POST', `${base}/asks`, { attendeeId, insteadOf, send }),
  radar: (): Answer<RadarView> => request('GET', `${base}/radar`),
  askPastMentor: (memberId: string, send: boolean): Answer<AsksView> =>
    request('POST', `${base}/radar/asks`, { memberId, send }),
  keepAsking: (askId: string, open: boolean): Answer<AsksView> =>
    request('PUT', `${base}/asks/${encodeURIComponent(askId)}`, { open }),
});
