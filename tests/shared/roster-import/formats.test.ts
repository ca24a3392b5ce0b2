import { describe, expect, it } from 'vitest';
import { type RosterFile, readRoster } from '../../../shared/src/roster-import/read-roster.ts';
import { accepted, bytesOf, csv, rosterOf } from './files.ts';

const table = (header: readonly string[], ...rows: (readonly string[])[]): RosterFile =>
  rosterOf(csv([header, ...rows]));
const who = (file: RosterFile) =>
  file.people.map(({ details }) => `${details.name} <${details.email}> ${details.role} ${details.standing}`);
const reasons = (file: RosterFile) =>
  Object.fromEntries(file.rows.filter((row) => row.reason !== undefined).map((row) => [row.record, row.reason]));
const subjects = (file: RosterFile) => Object.fromEntries(file.columns.map(({ header, subject }) => [header, subject]));

describe('Eventbrite', () => {
  it('calls the last name Surname and the ticket Barcode #', () => {
    const file = table(
      ['Order #', 'First Name', 'Surname', 'Email', 'Barcode #', 'Status', 'Cell Phone'],
      ['1', 'Ada', 'Quill', 'ada@x.example', '9', 'Checked In', '07700'],
      ['2', 'Bo', 'Reed', 'bo@x.example', '8', 'Deleted', ''],
      ['3', 'Info Requested', 'Info Requested', 'Info Requested', '7', 'Attending', ''],
      ['4', 'Info Requested', 'Info Requested', 'buyer@x.example', '6', 'Attending', ''],
    );
    expect(file.format).toBe('eventbrite');
    expect(who(file)).toEqual(['Ada Quill <ada@x.example> student active', 'Bo Reed <bo@x.example> student cancelled']);
    expect(reasons(file)).toEqual({ 3: 'placeholder', 4: 'placeholder' });
  });

  it.each(['Attending', 'Checked In', 'Completed', 'Transferred', ''])('status %s is coming', (status) => {
    const file = table(
      ['Order ID', 'Order date', 'Attendee status', 'Name', 'Email', 'Ticket type', 'Buyer name', 'Buyer email'],
      ['1', '2026-10-01', status, 'Ada Quill', 'ada@x.example', 'General', 'Bo', 'bo@x.example'],
    );
    expect([file.format, ...who(file)]).toEqual(['eventbrite', 'Ada Quill <ada@x.example> student active']);
  });
  it.each(['Not Attending', 'Refunded', 'Deleted', 'Cancelled', 'Canceled', 'Chargeback'])(
    'status %s is not',
    (status) => {
      const file = table(
        ['Order #', 'First Name', 'Last Name', 'Email', 'Attendee Status'],
        ['1', 'A', 'B', 'a@x.example', status],
      );
      expect(file.counts).toMatchObject({ cancelled: 1, unique: 0 });
    },
  );

  it('has an orders report: its own status, and places booked for others', () => {
    const file = table(
      ['Order #', 'Order Date', 'First Name', 'Last Name', 'Email', 'Quantity', 'Promo Code', 'Order Status'],
      ['1', '10/18/26 15:04', 'Ada', 'Quill', 'ada@x.example', '3', '', 'Completed'],
      ['2', '10/18/26 15:05', 'Bo', 'Reed', 'bo@x.example', '1', '', 'Refunded'],
    );
    expect(file.format).toBe('eventbrite');
    expect(who(file)).toEqual(['Ada Quill <ada@x.example> student active', 'Bo Reed <bo@x.example> student cancelled']);
    expect(file.people.map(({ guests }) => guests)).toEqual([2, 0]);
  });

  it('tickets for students and mentors in one report part them', () => {
    const file = table(
      ['Order #', 'First Name', 'Last Name', 'Email', 'Ticket Type', 'Attendee Status'],
      ['1', 'Ada', 'Quill', 'ada@x.example', 'Student - free', 'Attending'],
      ['2', 'Bo', 'Reed', 'bo@x.example', 'Mentor', 'Attending'],
    );
    expect(file.roles).toEqual(['student', 'mentor']);
    expect(who(file)).toEqual(['Ada Quill <ada@x.example> student active', 'Bo Reed <bo@x.example> mentor active']);
  });
});

describe('Luma', () => {
  const tail =
    'amount,amount_tax,amount_discount,currency,coupon_code,eth_address,solana_address,survey_response_rating,survey_response_feedback,ticket_type_id,ticket_name';
  it.each([
    [
      'to 2025',
      `api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,custom_source,qr_code_url,${tail}`,
    ],
    [
      '2025, another order',
      `api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,custom_source,checked_in_at,qr_code_url,${tail}`,
    ],
    [
      '2026 a',
      `guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,utm_source,qr_code_url,${tail}`,
    ],
    [
      '2026 b',
      `guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,utm_source,referrer,referred_by,qr_code_url,${tail}`,
    ],
  ])('%s', (_, columns) => {
    const header = columns.split(',');
    const row = (cells: Readonly<Record<string, string>>) => header.map((column) => cells[column] ?? '');
    const file = table(
      header,
      row({
        name: 'ada quill',
        first_name: 'ada',
        last_name: 'quill',
        email: 'ada@x.example',
        approval_status: 'approved',
      }),
      row({
        name: '',
        first_name: 'BO',
        last_name: 'REED',
        email: 'bo@x.example',
        approval_status: 'pending_approval',
      }),
      row({
        name: 'Cy',
        email: 'cy@x.example',
        approval_status: 'declined',
        checked_in_at: '2026-10-22T17:46:06.000Z',
      }),
      row({ name: 'Di', email: 'di@x.example', approval_status: 'waitlist', ticket_name: 'Student' }),
    );
    expect([file.format, ...who(file)]).toEqual([
      'luma',
      'ada quill <ada@x.example> student active',
      'BO REED <bo@x.example> student waiting',
      'Cy <cy@x.example> student active',
      'Di <di@x.example> student waiting',
    ]);
  });
});

describe('Meetup', () => {
  it('writes its member list as text apart by tabs', () => {
    const header =
      'Name,User ID,Title,Member ID,Location,Joined Group on,Last visited group on,Last Attended,Total RSVPs,RSVPed Yes,RSVPed Maybe,RSVPed No,Meetups attended,No shows,Intro,Photo,Assistant Organizer,Mailing List,URL of Member Profile';
    const rows = ['Alex\tuser 12537919\tx\t12537919\tLondon', 'Alex\tuser 12537920\t\t12537920\tLeeds'];
    const file = rosterOf(`${header.replaceAll(',', '\t')}\r\n${rows.join('\r\n')}\r\n`);
    expect(file.format).toBe('meetup');
    expect(
      file.people.map(({ details, accountId, flags }) => [details.name, accountId, details.registration.photo, flags]),
    ).toEqual([
      ['Alex', '12537919', '', ['no-email', 'same-name']],
      ['Alex', '12537920', '', ['no-email', 'same-name']],
    ]);
  });

  it.each([
    ['Name,Attendance,User ID,Title,Event Host,RSVP,Guests,RSVPed on,Joined Group on,URL of Member Profile,Notes'],
    ['Name,User ID,RSVP,Guests,RSVPed on,What do you study?'],
  ])('writes answers to an event as %s', (columns) => {
    const header = columns.split(',');
    const row = (cells: Readonly<Record<string, string>>) => header.map((column) => cells[column] ?? '');
    const file = table(
      header,
      row({ Name: '🦊 Robin', 'User ID': 'user 1', RSVP: 'Yes', Guests: '2' }),
      row({ Name: 'Former member', 'User ID': '', RSVP: 'Yes', Guests: '0' }),
      row({ Name: 'Wen', 'User ID': 'user 3', RSVP: 'Waitlist', Guests: '0' }),
    );
    expect([file.format, file.countsGuests, ...who(file)]).toEqual([
      'meetup',
      true,
      '🦊 Robin <> student active',
      'Wen <> student waiting',
    ]);
    expect(file.people.map(({ guests }) => guests)).toEqual([2, 0]);
    expect(reasons(file)).toEqual({ 2: 'no-member-id' });
  });

  it('has an answers report without accounts', () => {
    const file = table(
      ['updatedAt', 'chapter.name', 'event.title', 'First name', 'Last name', 'Organization name', 'Email'],
      ['x', 'Leeds', 'Mentoring', 'Ada', 'Quill', 'Hillgate', 'ada@x.example'],
    );
    expect([file.format, ...who(file)]).toEqual(['other', 'Ada Quill <ada@x.example> student active']);
  });
});

describe('Microsoft Forms', () => {
  const header = [
    'ID',
    'Start time',
    'Completion time',
    'Email',
    'Name',
    'Full name',
    'University email',
    'Industries?',
  ];
  it('hides who answered without signing in: the real address stands in a question', () => {
    const file = table(
      header,
      ['1', '10/1/26 9:00:00', '10/1/26 9:03:00', 'anonymous', '', 'Ada Quill', 'Ada@x.example', 'Games;Telecoms;'],
      ['2', '10/1/26 9:00:00', '10/1/26 9:03:00', 'anonymous', 'anonymous', 'Bo Reed', '', ''],
      ['3', '10/1/26 9:00:00', '10/1/26 9:03:00', 'cy@x.example', 'Cy Ng', '', '', ''],
    );
    expect([file.format, ...who(file)]).toEqual([
      'microsoft-form',
      'Ada Quill <ada@x.example> student active',
      'Cy Ng <cy@x.example> student active',
    ]);
    expect(file.people[0]?.details.industries).toEqual(['Games', 'Telecoms']);
    expect(reasons(file)).toEqual({ 2: 'no-email' });
    expect(file.walkIns.map(({ details }) => details.name)).toEqual(['Bo Reed']);
  });

  it('the address is found by its cells when no header says so', () => {
    const file = table(
      [
        'Id',
        'Start time',
        'Completion time',
        'Email',
        'Name',
        'Last modified time',
        'Your full name',
        'Where do we reach you?',
      ],
      ['1', 'x', 'x', 'anonymous', '', '', 'Ada Quill', 'ada@x.example'],
    );
    expect(who(file)).toEqual(['Ada Quill <ada@x.example> student active']);
  });

  it('marks of a quiz are no answers', () => {
    const file = table(
      [
        'ID',
        'Start time',
        'Completion time',
        'Email',
        'Name',
        'Total points',
        'Quiz feedback',
        'Full name',
        'Points - Full name',
        'Feedback - Full name',
      ],
      ['1', 'x', 'x', 'ada@x.example', '', '0', '', 'Ada Quill', '1', 'well done'],
    );
    expect(who(file)).toEqual(['Ada Quill <ada@x.example> student active']);
    expect(subjects(file)).toMatchObject({ 'Points - Full name': 'other', 'Feedback - Full name': 'other' });
  });
});

describe('Partiful and Tito', () => {
  it('Partiful has no addresses', () => {
    const file = table(
      ['Name', 'Status', 'Checked in', 'Check-in Time', 'RSVP date', 'What do you study?'],
      ['Ada', 'Going', 'No', '', '2026-10-01', 'Law'],
      ['Bo', "Can't Go", 'No', '', '2026-10-01', ''],
      ['Cy', 'Maybe', 'No', '', '2026-10-01', ''],
    );
    expect([file.format, ...who(file)]).toEqual([
      'partiful',
      'Ada <> student active',
      'Bo <> student cancelled',
      'Cy <> student waiting',
    ]);
  });

  it('on Tito the name on the ticket counts, not the name on the order', () => {
    const file = table(
      [
        'Number',
        'Ticket',
        'Ticket Full Name',
        'Ticket First Name',
        'Ticket Last Name',
        'Ticket Email',
        'Void Status',
        'Ticket Reference',
        'Order Reference',
        'Order Name',
        'Order Email',
      ],
      ['1', 'Student', 'Ada Quill', 'Ada', 'Quill', 'ada@x.example', '', 'R-1', 'R', 'Bo Reed', 'bo@x.example'],
      ['2', 'Mentor', 'Cy Ng', 'Cy', 'Ng', 'cy@x.example', 'Voided', 'R-2', 'R', 'Bo Reed', 'bo@x.example'],
    );
    expect([file.format, ...who(file)]).toEqual([
      'tito',
      'Ada Quill <ada@x.example> student active',
      'Cy Ng <cy@x.example> mentor cancelled',
    ]);
  });
});

describe('Google Forms', () => {
  it.each([
    'Zeitstempel',
    'Horodateur',
    'Marca temporal',
    'Carimbo de data/hora',
    'Tidsstämpel',
    'タイムスタンプ',
    '时间戳记',
  ])('%s is a time of answer', (timestamp) => {
    const file = table([timestamp, 'E-Mail-Adresse', 'Name'], ['x', 'ada@x.example', 'Ada Quill']);
    expect([file.format, ...who(file)]).toEqual(['google-form', 'Ada Quill <ada@x.example> student active']);
  });

  it('a typed second address fills in for the first', () => {
    const file = table(
      ['Timestamp', 'Email Address', 'Full name', 'Email Address2'],
      ['x', '', 'Ada Quill', 'ada@x.example'],
      ['x', 'bo@x.example', 'Bo Reed', 'not one'],
    );
    expect(who(file)).toEqual(['Ada Quill <ada@x.example> student active', 'Bo Reed <bo@x.example> student active']);
  });

  it('a name off the walls, however it was asked', () => {
    const walls = (question: string, answer: string) =>
      accepted(
        readRoster(
          bytesOf(
            csv([
              ['Email', 'Full name', question],
              ['ada@x.example', 'Ada Quill', answer],
            ]),
          ),
        ),
      ).people.map(({ details }) => [details.name, details.registration.offWalls ?? false]);
    const may = 'May we show your name on the big screen?';
    const not = 'Do not show my name on the wall';
    expect(walls(may, 'Yes')).toEqual([['Ada Quill', false]]);
    expect(walls(may, 'Rather not')).toEqual([['Ada Quill', true]]);
    expect(walls(may, '')).toEqual([['Ada Quill', false]]);
    expect(walls(not, 'Yes')).toEqual([['Ada Quill', true]]);
    expect(walls(not, not)).toEqual([['Ada Quill', true]]);
    expect(walls(not, 'No')).toEqual([['Ada Quill', false]]);
  });

  it('photos, 18 or over, consents and company fill the registration', () => {
    const header = [
      'Timestamp',
      'Email',
      'Full name',
      'May we take photos of you?',
      'I am 18 or over',
      'I agree to the privacy notice',
      'May we keep your details for our next events?',
      'Is there anybody you would rather not sit with?',
    ];
    const file = accepted(
      readRoster(
        bytesOf(
          csv([
            header,
            ['x', 'ada@x.example', 'Ada', 'Yes', 'Yes', 'I agree', 'Yes', 'My manager, Bo'],
            ['x', 'bo@x.example', 'Bo', 'Only from behind', 'No', 'I agree', 'No', 'no'],
            ['x', 'cy@x.example', 'Cy', '', '', 'I agree', '', ''],
          ]),
        ),
        { at: 1_000 as never },
      ),
    );
    expect(
      file.people.map(({ details: { registration } }) => [
        registration.photo,
        registration.adult,
        registration.consents,
        registration.company,
      ]),
    ).toEqual([
      ['yes', true, { run: 1_000, keep: 1_000 }, 'My manager, Bo'],
      ['no', false, { run: 1_000 }, ''],
      ['', null, { run: 1_000 }, ''],
    ]);
    expect(file.fields).toEqual(
      expect.arrayContaining([
        'registration.photo',
        'registration.adult',
        'registration.consents',
        'registration.company',
      ]),
    );
  });

  it('a form that asks who one is holds students and mentors', () => {
    const file = table(
      ['Timestamp', 'Email', 'Full name', 'Are you a student or a mentor?', 'Course', 'Job title', 'Industry'],
      ['x', 'ada@x.example', 'Ada', 'Student', 'Law', '', 'Games'],
      ['x', 'bo@x.example', 'Bo', "I'm a mentor", '', 'CTO', 'Telecoms'],
    );
    expect(
      file.people.map(({ details }) => [
        details.role,
        details.course,
        details.industries,
        details.card.jobTitle,
        details.card.industry,
      ]),
    ).toEqual([
      ['student', 'Law', ['Games'], '', ''],
      ['mentor', '', [], 'CTO', 'Telecoms'],
    ]);
  });
});
