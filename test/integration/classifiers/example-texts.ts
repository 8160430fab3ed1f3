/** Words from which texts of each label are made. */
export const KINDS: Readonly<Record<string, readonly string[]>> = {
  delivery: ['my parcel', 'the delivery', 'the package', 'my shipment', 'the courier', 'the tracking number'],
  billing: ['the invoice', 'my bill', 'the payment', 'the amount that was charged', 'a receipt', 'the direct debit'],
  access: ['my password', 'the login', 'signing in', 'my account', 'the verification code', 'two factor sign-in'],
  returns: ['a refund', 'sending the shoes back', 'the return label', 'an exchange', 'the wrong size', 'a broken vase'],
  careers: ['an open position', 'the job interview', 'my application', 'an internship', 'the hiring team', 'my resume'],
};

const FRAMES = [
  (thing: string) => `I have a question about ${thing}`,
  (thing: string) => `Hello, can somebody tell me what is happening with ${thing}?`,
  (thing: string) => `There is a problem with ${thing}, please help`,
  (thing: string) => `Could you look into ${thing} for me`,
];

/** So many texts of each label, all different. */
export const exampleTexts = (each: number): { text: string; label: string }[] =>
  Object.entries(KINDS).flatMap(([label, things]) =>
    Array.from({ length: each }, (_, n) => ({
      text: FRAMES[Math.floor(n / things.length) % FRAMES.length]!(things[n % things.length]!),
      label,
    })),
  );
