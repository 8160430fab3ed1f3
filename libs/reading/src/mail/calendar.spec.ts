import { describe, expect, it } from 'vitest';
import { writeBlocks } from '../blocks.js';
import { calendarBlocks } from './calendar.js';
import { vcardBlocks } from './vcard.js';

const EVENT = [
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'BEGIN:VTIMEZONE',
  'TZID:Berlin',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'SUMMARY:Lamps\\, and how',
  '  to mend them',
  'DTSTART;TZID=Berlin:20261102T090000',
  'DTEND:20261102T091530Z',
  'ORGANIZER;CN="Doe, Kim":mailto:kim@example.com',
  'ATTENDEE;CN=Robin;PARTSTAT=ACCEPTED:MAILTO:robin@example.com',
  'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ann@example.com',
  'LOCATION:Room 4',
  'DESCRIPTION:One\\nTwo',
  'BEGIN:VALARM',
  'DESCRIPTION:Reminder',
  'END:VALARM',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('calendarBlocks', () => {
  it('says when, where, who and what', () =>
    expect(writeBlocks(calendarBlocks(EVENT), 0).text).toBe(
      [
        'Lamps, and how to mend them',
        '',
        'Method: Invitation',
        'Start: 2026-11-02 09:00 (Berlin)',
        'End: 2026-11-02 09:15:30 UTC',
        'Location: Room 4',
        'Organizer: Doe, Kim <kim@example.com>',
        'Attendees: Robin <robin@example.com> (accepted), ann@example.com',
        '',
        'One\nTwo',
      ].join('\n'),
    ));

  it.each([
    ['a task', 'BEGIN:VTODO\nDUE;VALUE=DATE:20261102\nEND:VTODO', 'Task\n\nDue: 2026-11-02'],
    ['an entry that was cut', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Cut', 'Cut'],
    ['nothing', 'hello', ''],
  ])('%s', (_, text, expected) => expect(writeBlocks(calendarBlocks(text), 0).text).toBe(expected));
});

describe('vcardBlocks', () => {
  it.each([
    [
      'version 3',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;Kim;;Dr.;\r\nFN:Dr. Kim Doe\r\nORG:Doe & Co.;Lamps\r\nTEL;TYPE=WORK,VOICE:+49 30 1\r\nitem1.EMAIL;TYPE=INTERNET:kim@example.com\r\nADR;TYPE=home:;;1 Street;City;;123;Land\r\nNOTE:a\\nb\r\nPHOTO;ENCODING=b:AAAA\r\nEND:VCARD',
      'Dr. Kim Doe\n\nOrganization: Doe & Co., Lamps\nE-mail: kim@example.com\nTelephone (work): +49 30 1\nAddress (home): 1 Street, City, 123, Land\n\na\nb',
    ],
    [
      'version 2.1',
      'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=\n=C3=B6rg\nTEL;CELL:1\nEND:VCARD',
      'Jörg Müller\n\nTelephone (cell): 1',
    ],
    ['two', 'BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD', 'A\n\nB'],
  ])('%s', (_, text, expected) => expect(writeBlocks(vcardBlocks(text), 0).text).toBe(expected));
});
