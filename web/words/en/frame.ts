/** What surrounds every page. */
export const frame = {
  skip: 'Skip to content',
  today: 'Today',
  invoices: 'Invoices',
  outbox: 'Outbox',
  pages: 'Pages',
  signOut: 'Sign out',
  creditor: 'Creditor',
  change: 'Change',
  keysOpen: 'Keyboard',
  keysTitle: 'Keyboard',
  keysOn: 'Switch the keys on',
  keysOff: 'Switch the keys off',
  keysAreOff: 'The keys are switched off.',
  close: 'Close',
  keys: { next: 'next line', previous: 'previous line', open: 'open', help: 'this help' },
  sendingOff: 'Sending is off: nothing leaves, every e-mail goes to the outbox.',
  sendingTest: 'Sending is on test: every e-mail goes to one address of ours.',
  page: (page: number, of: number) => `Page ${page} of ${of}`,
  previousPage: 'Previous',
  nextPage: 'Next',
};

export const signIn = {
  title: 'Sign in',
  lead: 'Each invoice is followed to its payment; here is what needs a person.',
  key: 'API key',
  keyHint: 'With the scope operator or admin. On one machine, npm start prints it.',
  name: 'Your name',
  nameHint: 'Written beside everything you do.',
  submit: 'Sign in',
  wrongKey: 'This key opens nothing here: it is unknown, revoked, or has neither the scope operator nor admin.',
  noName: 'Your name is missing.',
  noCreditor: 'There is no creditor for this key yet.',
  tooMany: 'Too many attempts. Wait a minute.',
};

export const problems = {
  back: 'Back to today',
  notFound: 'Not found',
  notFoundText: 'There is nothing at this address, or it belongs to another creditor.',
  refused: 'Not possible now',
  otherSite: 'This request came from another site, so it was refused. Nothing was changed.',
  away: 'The database does not answer',
  awayText: 'Nothing was changed. Try again in a moment.',
  failed: 'Something went wrong here',
  failedText: 'The request id finds it in the log:',
};
