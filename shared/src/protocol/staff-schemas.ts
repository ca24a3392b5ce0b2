/** What the routes of accounts accept. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';
import { PASSWORD_MOST } from '../event/password.ts';
import { STAFF_ROLES } from '../event/staff.ts';

const closed = { additionalProperties: false } as const;
/** Without line breaks, NUL and their kin: it may stand in the header of a mail. */
const ONE_LINE = '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';
const oneLine = (maxLength: number, minLength = 1) => Type.String({ minLength, maxLength, pattern: ONE_LINE });
const secret = Type.String({ minLength: 1, maxLength: 200 });
const email = oneLine(254);
const name = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' });
const role = Type.Union(STAFF_ROLES.map((one) => Type.Literal(one)));

export { Secret } from './schemas.ts';
export const StaffName = Type.Object({ firstName: name }, closed);
/** Longer than a password may be, so that the answer can say so. */
const password = Type.String({ maxLength: 4 * PASSWORD_MOST });
export const Newcomer = Type.Object({ secret, name, email: oneLine(254, 0), password }, closed);
export const Invitation = Type.Object({ name, email, role }, closed);
export const StaffRoleBody = Type.Object({ role }, closed);
export const PlainHttp = Type.Object({ allowed: Type.Boolean() }, closed);
/** What a helper types: the code as it was read out, and how they are called. */
export const NewHelper = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }), firstName: name }, closed);
/** Whose walk-ins are taken back, as the audit calls them. */
export const TakeBackWalkIns = Type.Object({ by: Type.String({ minLength: 1, maxLength: 240 }) }, closed);
export const LetHelpersIn = Type.Object({ open: Type.Boolean() }, closed);
const id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
export const StaffParams = Type.Object({ staffId: id });
const session = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const SessionParams = Type.Object({ session });
export const HelperParams = Type.Object({ eventId: id, session });
export const InvitationParams = Type.Object({ email });
