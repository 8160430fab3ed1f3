import { describe, expect, it } from 'vitest';
import { placedReading, textReading } from '../../../../test/support/placed-reading.js';
import { readFields } from './read-fields.builder.js';

const IDENTITY = placedReading([
  [
    ['REPUBLIC OF ARCADIA', 40, 30],
    ['PASSPORT', 420, 30],
  ],
  [['Surname', 200, 60]],
  [['BRACKWATER', 200, 74]],
  [['Given names', 200, 96]],
  [['ODILE JUNE', 200, 110]],
  [
    ['Nationality', 200, 132],
    ['Passport No.', 380, 132],
  ],
  [
    ['ARCADIAN', 200, 146],
    ['K4419073', 380, 146],
  ],
  [
    ['Date of birth', 200, 168],
    ['Sex', 380, 168],
  ],
  [
    ['07 FEB 1979', 200, 182],
    ['F', 380, 182],
  ],
  [
    ['Date of issue', 200, 204],
    ['Date of expiry', 380, 204],
  ],
  [
    ['15 MAR 2022', 200, 218],
    ['14 MAR 2032', 380, 218],
  ],
]);

/** Nothing but the zone, with a space that recognition put in. */
const ZONE = textReading(
  ['P<ARCBRACKWATER<VALE<<ODILE<JUNE<<<<<<<<<<<<', 'K4419073<8ARC7902077F32 03145<<<<<<<<<<<<<<<4'].join('\n'),
);

const MEDICAL = textReading(`Northfield General Hospital
Department of Cardiology
8 Elm Walk, Northfield

OUTPATIENT REPORT

Patient: Harriet Vane-Lowe
Date of birth: 4 June 1957
Patient ID: NF-220914
Date of visit: 2 October 2025
Physician: Dr. Amos Wick

Diagnosis: Atrial fibrillation, Hypertension
Secondary diagnosis: Type 2 diabetes mellitus
Allergies: Latex

Medications at discharge:
- Bisoprolol 5 mg, once daily
- Apixaban 5 mg twice daily

Test              Result    Unit      Reference range
Potassium         4.1       mmol/l    3.5 - 5.1
Haemoglobin       13.2      g/dl      12.0 - 15.5
`);

const GOVERNMENT = placedReading([
  [['Form RV-12', 40, 40]],
  [['Application for a Resident Parking Permit', 40, 60]],
  [
    ['Application No.', 40, 100],
    ['RP-2025-00871', 200, 100],
  ],
  [
    ['Name of applicant', 40, 120],
    ['Leonie Ashgrove', 200, 120],
  ],
  [
    ['Date of application', 40, 140],
    ['17 September 2025', 200, 140],
  ],
  [
    ['Vehicle registration', 40, 160],
    ['AB12 XYZ', 200, 160],
  ],
]);

const LEGAL = textReading(`IN THE CIRCUIT COURT OF MARLOW COUNTY
STATE OF ARCADIA

WILLOW CREEK FARMS LLC,
                    Plaintiff,
v.                                        Case No. 25-CV-01984
DUNMORE HAULAGE INC.,
                    Defendant.

COMPLAINT FOR BREACH OF CONTRACT

Plaintiff Willow Creek Farms LLC brings this action against Dunmore Haulage Inc. and says:

1. On 3 February 2025 the parties agreed on the carriage of grain.

Judge: Hon. Petra Lindqvist
Filed: 9 April 2025
`);

describe.each([
  [
    'identity_document',
    IDENTITY,
    {
      documentKind: 'PASSPORT',
      documentNumber: 'K4419073',
      firstName: 'ODILE JUNE',
      lastName: 'BRACKWATER',
      dateOfBirth: '1979-02-07',
      dateOfIssue: '2022-03-15',
      dateOfExpiration: '2032-03-14',
      sex: 'F',
      nationality: 'ARCADIAN',
    },
    {},
  ],
  [
    'medical_record',
    MEDICAL,
    {
      facility: 'Northfield General Hospital',
      patientName: 'Harriet Vane-Lowe',
      dateOfBirth: '1957-06-04',
      recordNumber: 'NF-220914',
      encounterDate: '2025-10-02',
      providerName: 'Dr. Amos Wick',
    },
    {
      diagnoses: [{ name: 'Atrial fibrillation' }, { name: 'Hypertension' }, { name: 'Type 2 diabetes mellitus' }],
      medications: [{ name: 'Bisoprolol 5 mg, once daily' }, { name: 'Apixaban 5 mg twice daily' }],
      allergies: [{ name: 'Latex' }],
      testResults: [
        { name: 'Potassium', value: '4.1', unit: 'mmol/l', referenceRange: '3.5 - 5.1' },
        { name: 'Haemoglobin', value: '13.2', unit: 'g/dl', referenceRange: '12.0 - 15.5' },
      ],
    },
  ],
  [
    'government_form',
    GOVERNMENT,
    {
      formName: 'Form RV-12',
      applicantName: 'Leonie Ashgrove',
      date: '2025-09-17',
      registrationNumber: 'RP-2025-00871',
    },
    {},
  ],
  [
    'legal_document',
    LEGAL,
    {
      court: 'IN THE CIRCUIT COURT OF MARLOW COUNTY STATE OF ARCADIA',
      caseNumber: '25-CV-01984',
      title: 'COMPLAINT FOR BREACH OF CONTRACT',
      filingDate: '2025-04-09',
      judge: 'Hon. Petra Lindqvist',
    },
    { plaintiffs: [{ name: 'WILLOW CREEK FARMS LLC' }], defendants: [{ name: 'DUNMORE HAULAGE INC.' }] },
  ],
])('%s', (type, reading, values, lists) => {
  const found = readFields(type, reading);

  it.each(Object.entries(values))('reads %s', (name, value) => expect(found.values[name]).toBe(value));

  it('reads its lists and no other', () => expect(found.lists).toEqual(lists));

  it('shows where each value stands', () => expect(found.misplaced).toEqual([]));
});

describe('a passport of which only the machine-readable zone was recognised', () => {
  const { values, misplaced } = readFields('identity_document', ZONE);

  it.each([
    ['documentNumber', 'K4419073'],
    ['lastName', 'BRACKWATER VALE'],
    ['firstName', 'ODILE JUNE'],
    ['dateOfBirth', '1979-02-07'],
    ['dateOfExpiration', '2032-03-14'],
    ['sex', 'F'],
    ['nationality', 'ARC'],
  ])('gives %s', (name, value) => expect(values[name]).toBe(value));

  it('shows where each value stands', () => expect(misplaced).toEqual([]));
});
