import { layout, ramp, text, title, type TypeCues } from './cue-model.js';

export const EXPENSE_REPORT: TypeCues = {
  type: 'expense_report',
  names: ['expense report', 'expense claim', 'travel expenses', 'reisekosten', 'note de frais', 'nota spese'],
  cues: [
    title(
      'the title of an expense report',
      4.6,
      'expense report | expense claim | expense claim form | travel expense report | travel expenses',
      'travel expense claim | expense reimbursement | reimbursement request | employee expense report',
      'mileage claim | travel claim | expense statement',
    ),
    text(
      'kinds of expenses',
      1.2,
      'mileage | per diem | lodging | business purpose | purpose of trip | out of pocket | kilometres driven',
      'miles driven | daily allowance',
    ),
    text(
      'a claim to be paid back',
      1.6,
      'total reimbursement | amount to be reimbursed | amount due to employee | total expenses | less advance',
      'total claimed | amount claimed | expense type | cash advance | receipts attached | approved by manager | cost centre | cost center | employee signature',
    ),
    layout('running text', -2, (page) => ramp(page.prose, 0.5, 0.8)),
  ],
};
