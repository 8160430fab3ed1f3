/** When a mail was sent; of one whose date is missing or to come, when it was taken in. Pure. */
export function arrivalOf(mail: {
  readonly email: { readonly date: string | null } | null;
  readonly createdAt: Date;
}): Date {
  const sent = Date.parse(mail.email?.date ?? '');
  return Number.isNaN(sent) || sent > mail.createdAt.getTime() ? mail.createdAt : new Date(sent);
}
