/** Letters and forms by which people end contracts and complain, and what is near to them. */
export const SAMPLE_LETTERS: readonly (readonly [type: string, what: string, text: string])[] = [
  [
    'termination',
    'a form without a salutation',
    `KELBY FITNESS CLUB
     Cancellation form
     Name: Ida Lund   Membership no: 40117   Date: 3 May 2024
     I hereby cancel my membership with effect from 30 June 2024.
     Reason for cancellation: moving away
     Signature`,
  ],
  [
    'letter',
    'an answer to a termination',
    `Kelby Fitness Club, 3 Weir Lane, Kelby
     4 May 2024
     Dear Ms Lund,
     we have received your cancellation and confirm the termination of your membership as of 30 June 2024.
     We are sorry to see you go, and would be glad to see you again.
     Yours sincerely
     Kelby Fitness Club`,
  ],
  [
    'contract',
    'with a clause about its end',
    `SERVICES AGREEMENT
     This Agreement is made by and between Larkspur Tools Ltd and Quill Cleaning Ltd as of 4 March 2024.
     1. Term and Termination. Either party may terminate this Agreement upon thirty days notice of termination in writing.
     2. Governing Law. This Agreement is governed by the laws of England.
     In witness whereof the parties have executed this Agreement.
     By: ____________   By: ____________`,
  ],
  [
    'complaint',
    'a form',
    `KELBY FURNITURE
     Customer complaint form
     Name: Ida Lund   Order no: 4471   Date of incident: 3 May 2024
     Nature of the complaint: the wardrobe came with a broken door.
     Desired outcome: a full refund within 14 days`,
  ],
  [
    'complaint',
    'a letter',
    `Ida Lund, 14 Mill Lane, Norwich
     Kelby Furniture, 3 Weir Lane, Kelby
     5 May 2024
     Dear Sir or Madam,
     I am writing to complain about the wardrobe that you delivered on 3 May. One door is broken, and nobody has called back.
     This is unacceptable. I expect a refund.
     Yours faithfully
     Ida Lund`,
  ],
  [
    'court_filing',
    'what a court calls a complaint',
    `IN THE DISTRICT COURT OF TARN COUNTY
     Ida Lund, Plaintiff, v. Kelby Furniture Inc., Defendant.   Case No. 24-1187
     COMPLAINT AND DEMAND FOR JURY TRIAL
     Plaintiff, by her attorney, alleges: First cause of action, breach of contract.
     Wherefore, plaintiff demands judgment against the defendant.`,
  ],
];
