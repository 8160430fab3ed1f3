import { describe, expect, it } from 'vitest';
import { bodyText } from '../body-text.js';
import { emailSections } from './email-sections.js';

const shown = (text: string, sections = emailSections(text)): string[] =>
  sections.map(
    ({ kind, start, end, isForwarded }) =>
      `${kind}${isForwarded === true ? '!' : ''}: ${text.slice(start, end).replaceAll('\n', '|')}`,
  );

describe('quoted history', () => {
  it.each([
    ['English', 'On Mon, Nov 2, 2026 at 9:00 AM Kim Doe <kim@example.com> wrote:'],
    ['wrapped', 'On Mon, Nov 2, 2026 at 9:00 AM Kim Doe\n<kim@example.com> wrote:'],
    ['German', 'Am 02.11.2026 um 09:00 schrieb Kim Doe:'],
    ['French', 'Le lun. 2 nov. 2026 à 09:00, Kim Doe <kim@example.com> a écrit :'],
    ['Spanish', 'El lun, 2 nov 2026 a las 9:00, Kim Doe (<kim@example.com>) escribió:'],
    ['Italian', 'Il giorno lun 2 nov 2026 alle ore 09:00 Kim Doe ha scritto:'],
    ['Portuguese', 'Em seg., 2 de nov. de 2026 às 09:00, Kim Doe escreveu:'],
    ['Dutch', 'Op ma 2 nov. 2026 om 09:00 schreef Kim Doe <kim@example.com>:'],
    ['Swedish', 'Den mån 2 nov. 2026 kl 09:00 skrev Kim Doe <kim@example.com>:'],
    ['Polish', 'W dniu 2.11.2026 o 09:00, Kim Doe pisze:'],
    ['Japanese', '2026年11月2日(月) 9:00 Kim Doe <kim@example.com>のメール:'],
    ['name first', 'Kim Doe <kim@example.com> schrieb am Mo., 2. Nov. 2026, 09:00:'],
  ])('%s', (_, line) => {
    const quoted = `${line}\n> Does it?\n\n> Or not?`;
    expect(shown(`Yes.\n\n${quoted}`)).toEqual(['new: Yes.', `quoted: ${quoted.replaceAll('\n', '|')}`]);
  });

  it.each([
    ['Outlook', 'From: Kim Doe\nSent: Monday\nTo: Robin\nSubject: Lamp\n\nDoes it?'],
    [
      'Outlook in German',
      'Von: Kim Doe <kim@example.com>\nGesendet: Montag, 2. November 2026\nAn: Robin\nBetreff: Lampe\n\nGeht es?',
    ],
    ['Outlook in French', 'De : Kim Doe\nEnvoyé : lundi\nÀ : Robin\nObjet : Lampe\n\nAlors ?'],
    [
      'bold and under a rule',
      '________________________________\n*From:* Kim Doe\n*Date:* Monday\n*Subject:* Lamp\n\nDoes it?',
    ],
    ['a separator', '-----Original Message-----\nFrom: Kim Doe\n\nDoes it?'],
    ['a German separator', '-----Ursprüngliche Nachricht-----\nGeht es?'],
  ])('%s', (_, quoted) =>
    expect(shown(`Yes.\n\n${quoted}`)).toEqual(['new: Yes.', `quoted: ${quoted.replaceAll('\n', '|')}`]),
  );

  it.each([
    '---------- Forwarded message ---------\nFrom: Kim\n\nThe roof leaks.',
    'Begin forwarded message:\n\nThe roof leaks.',
    '-------- Weitergeleitete Nachricht --------\nDas Dach leckt.',
  ])('of a mail that is passed on: %j', (text) => expect(shown(`FYI\n\n${text}`)[1]).toMatch(/^quoted!: /));

  it('without marks at its lines goes on to the end', () =>
    expect(shown('Yes.\n\nOn 2 Nov 2026, Kim Doe wrote:\n\nDoes it?\nKim')).toEqual([
      'new: Yes.',
      'quoted: On 2 Nov 2026, Kim Doe wrote:||Does it?|Kim',
    ]));

  it('answers between quoted lines are new', () =>
    expect(shown('> Tea or coffee?\nTea, please.\n> And cake?\n\nYes.')).toEqual([
      'quoted: > Tea or coffee?',
      'new: Tea, please.',
      'quoted: > And cake?',
      'new: Yes.',
    ]));

  it.each([
    'As you wrote:\nthe lamp is broken.',
    'On Monday, as Kim wrote, it broke: the lamp.',
    'From: Berlin\nTo: Paris\nDate: 5 May',
    'Please note:\nTo: nobody',
    '>From here on it is new.',
    'one\n----------\ntwo',
  ])('is not seen in %j', (text) => expect(emailSections(text)).toEqual([{ kind: 'new', start: 0, end: text.length }]));
});

describe('long bodies', () => {
  it('are quoted to their end behind a mark', () => {
    const text = `Yes.\n\n-----Original Message-----\n${'word word\n'.repeat(40_000)}`;
    expect(emailSections(text).map(({ kind, end }) => [kind, end])).toEqual([
      ['new', 4],
      ['quoted', text.length - 1],
    ]);
  });

  it('that are quoted line by line have no end of parts', () =>
    expect(emailSections('> a\nb\n'.repeat(5000)).length).toBeLessThan(2100));
});

describe('signatures', () => {
  it.each([
    ['a delimiter', '-- \nKim Doe\nSales'],
    ['a delimiter that lost its blank', '--\nKim Doe'],
    ['a telephone', 'Sent from my iPhone'],
    ['a telephone in German', 'Von meinem iPhone gesendet'],
    ['a telephone in French', 'Envoyé de mon iPhone'],
    ['a list', '_______________________________________________\nLamps mailing list\nhttps://lists.example.com'],
    ['a block of ways to reach somebody', 'Kim Doe\nDoe & Co.\nTel: +49 30 1234567\nkim@example.com'],
  ])('%s', (_, signature) =>
    expect(shown(`The lamp is broken.\n\n${signature}`)).toEqual([
      'new: The lamp is broken.',
      `signature: ${signature.replaceAll('\n', '|')}`,
    ]),
  );

  it.each([
    'Best regards,',
    'Mit freundlichen Grüßen',
    'Cordialement,',
    'Un saludo,',
    'Cordiali saluti',
    'Atenciosamente,',
    'Met vriendelijke groet,',
  ])('a block under %s', (closing) =>
    expect(shown(`The lamp is broken.\n\n${closing}\nKim Doe\n+49 30 1234567`)).toEqual([
      `new: The lamp is broken.||${closing}`,
      'signature: Kim Doe|+49 30 1234567',
    ]),
  );

  it.each(['Thanks,\nKim', 'Call me at +49 30 1234567.', 'one\n\n--\n\n' + 'a long chapter\n'.repeat(50)])(
    'is not seen in %j',
    (text) => expect(shown(text).map((section) => section.split(':')[0])).toEqual(['new']),
  );
});

describe('disclaimers', () => {
  it.each([
    'This e-mail is confidential and intended only for the addressee. If you are not the intended recipient, please delete it.',
    'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Empfänger sind, löschen Sie sie bitte.',
    'Ce message est confidentiel. Si vous n’êtes pas le destinataire, merci de le détruire.',
    'Este mensaje es confidencial. Si usted no es el destinatario, le rogamos que lo borre.',
    'Please consider the environment before printing this email.',
  ])('%s', (disclaimer) =>
    expect(shown(`The lamp is broken.\n\n-- \nKim\n\nDISCLAIMER:\n\n${disclaimer}`)).toEqual([
      'new: The lamp is broken.',
      'signature: -- |Kim',
      `disclaimer: DISCLAIMER:||${disclaimer}`,
    ]),
  );

  it.each([
    'Please keep this confidential until Friday, it is not for everybody to know yet.',
    'Unauthorised people read the confidential records of the ward; the addressees of last week were told at once.',
  ])('are not seen in %j', (text) => expect(shown(text)).toEqual([`new: ${text}`]));
});

describe('markup', () => {
  const sections = (html: string): string[] => {
    const { text, marked } = bodyText([{ kind: 'html', text: html }]);
    return shown(text, emailSections(text, marked));
  };

  it.each([
    [
      'Gmail',
      '<div>Yes.</div><div class="gmail_quote"><div class="gmail_attr">Kim:</div><blockquote>Does it?</blockquote></div>',
      ['new: Yes.', 'quoted: Kim:||Does it?'],
    ],
    [
      'Thunderbird',
      '<div class="moz-cite-prefix">Kim:</div><blockquote type="cite"><p>Tea?</p></blockquote><p>Yes.</p>',
      ['quoted: Kim:|Tea?', 'new: Yes.'],
    ],
    [
      'Outlook',
      '<p>Yes.</p><hr><div id="divRplyFwdMsg">Kim</div><div>Does it?</div>',
      ['new: Yes.', 'quoted: Kim|Does it?'],
    ],
    [
      'Outlook on the desktop',
      '<p>Yes.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p>Kim</p></div><p>Does it?</p>',
      ['new: Yes.', 'quoted: Kim||Does it?'],
    ],
    ['a signature', '<p>Yes.</p><div class="gmail_signature">Kim</div>', ['new: Yes.', 'signature: Kim']],
    ['nothing', '<p>Yes.</p><blockquote>A saying.</blockquote>', ['new: Yes.||A saying.']],
  ])('of %s', (_, html, expected) => expect(sections(html)).toEqual(expected));

  it('leaves no marks behind, and blocks where they stand', () => {
    const { text, blocks } = bodyText([
      {
        kind: 'html',
        text: '<table><tr><td>a\ufdd0</td></tr></table><div class="gmail_quote"><table><tr><td>b</td></tr></table><p>c</p></div><p>d</p>',
      },
    ]);
    expect(text).not.toMatch(/[\ufdd0-\ufdd2]/);
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(
      text.split('\n').filter((line) => line !== ''),
    );
  });
});
