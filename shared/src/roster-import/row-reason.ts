/** Why a row is not a person of its own. Closed: the message catalogues have words and a remedy for each. */
export type RowReason =
  | 'placeholder'
  | 'no-name'
  | 'name-is-link'
  | 'no-email'
  | 'email-malformed'
  | 'no-member-id'
  | 'no-consent'
  | 'cell-too-long'
  | 'too-many-cells'
  | 'broken-quotes'
  | 'duplicate-of';

const ENGLISH: Readonly<Record<RowReason, string>> = {
  placeholder: 'nobody filled in this ticket: ask the buyer who is coming',
  'name-is-link':
    'the name holds an address of the web or of a mailbox: correct it in the file, or add the person by hand',
  'no-name': 'there is no name: add it in the file, or add the person by hand',
  'no-email': 'there is no e-mail address: add it in the file, or add the person as a walk-in',
  'email-malformed': 'the e-mail address is not one: correct it in the file, or add the person as a walk-in',
  'no-member-id': 'the account was deleted: ask who it was',
  'no-consent': 'did not agree to the use of their details: ask them to answer the form again',
  'cell-too-long': 'one answer is longer than 1,000 characters: shorten it in the file',
  'too-many-cells':
    'the row has more cells than the header has columns: look for a comma or a quote that is not escaped',
  'broken-quotes': 'a quotation mark is out of place, and the rows after this one may be lost: export the file again',
  'duplicate-of': 'the same person as an earlier row: the later answers are used',
};

/** One sentence in English, for the command line; the screens use the catalogues. */
export const reasonInEnglish = (reason: RowReason): string => ENGLISH[reason];
