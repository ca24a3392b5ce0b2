const LONGEST_ADDRESS = 254;
/** One address and nothing that could end a header or begin another address. */
const ONE_ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]+@[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])?$/u;
/** CR, LF, NUL and their kin end a header, or hide what it says. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Whether mail can be sent to it: one plain address, "name@place", without a name before it. */
export const isMailAddress = (text: string): boolean => text.length <= LONGEST_ADDRESS && ONE_ADDRESS.test(text);

/** Whether a text is one line without control characters, and may stand in the header of a mail. */
export const isOneLine = (text: string): boolean => !CONTROL.test(text);
