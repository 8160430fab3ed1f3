import type { BlockInput } from '../blocks.js';
import { cellText, commentOf, recast } from '../flow/recast.js';
import { numberText } from '../ooxml/number-text.js';
import { captured, collected, type Destination, PASSED, type RtfFindings, timed } from './rtf-destination.js';

type Begin = (found: RtfFindings) => Destination;

/** A text of its own, which is handed on when its group ends. */
const aside =
  (done: (blocks: readonly BlockInput[], found: RtfFindings) => void): Begin =>
  (found) => {
    const story = found.newStory();
    return { story, finish: () => done(story.finish(), found) };
  };

const header = aside((blocks, found) => found.headers.push(...recast(blocks, 'header')));
const footer = aside((blocks, found) => found.footers.push(...recast(blocks, 'footer')));
const beside = aside((blocks, found) => found.story.addBeside(blocks));

const metadata =
  (key: string): Begin =>
  (found) =>
    captured((text) => {
      // The generator ends with a semicolon.
      const value = text.replace(/;$/, '');
      if (value !== '') found.metadata[key] = value;
    });

const time =
  (key: string): Begin =>
  (found) =>
    timed((value) => {
      found.metadata[key] = value;
    });

const name =
  (key: keyof RtfFindings['said']): Begin =>
  (found) =>
    captured((text) => {
      found.said[key] = text;
    });

const marker: Begin = (found) => captured((text) => found.story.setMarker(text));

const passed: Begin = () => PASSED;

const styles: Begin = (found) => ({
  control: (word, parameter) => found.styles.control(word, parameter),
  text: (text) => found.styles.text(text),
});

const PICTURE_FORMATS = new Set([
  'pngblip',
  'jpegblip',
  'emfblip',
  'wmetafile',
  'dibitmap',
  'wbitmap',
  'macpict',
  'pmmetafile',
]);

const picture: Begin = (found) =>
  collected((bytes, words) => {
    const format = words.find((word) => PICTURE_FORMATS.has(word)) ?? '';
    if (bytes.byteLength > 0) found.files.push({ kind: 'picture', format, bytes });
  });

const object: Begin = (found) => {
  const format = found.said.program;
  return collected((bytes) => {
    if (bytes.byteLength > 0) found.files.push({ kind: 'object', format, bytes });
  });
};

/** Properties of shapes whose value is text that is shown: of letters as pictures, and what is said in place of a picture. */
const SHOWN_PROPERTIES = new Set(['gtextUNICODE', 'wzDescription']);

const shapeValue: Begin = (found) => {
  const { property } = found.said;
  return captured((text) => {
    if (SHOWN_PROPERTIES.has(property) && text !== '') found.story.addBeside([{ kind: 'paragraph', text }]);
  });
};

const customValue: Begin = (found) => metadata(`custom.${found.said.property}`)(found);

/** A note is counted where it stands; one that is an endnote says so inside. Its mark stands in the text and before it. */
const note: Begin = (found) => {
  const story = found.newStory();
  let kind: 'footnote' | 'endnote' = 'footnote';
  return {
    story,
    control: (word) => {
      if (word === 'ftnalt') kind = 'endnote';
    },
    finish: () => {
      const number = ++found.noteCounts[kind];
      const mark = `[${numberText(number, kind === 'endnote' ? 'lowerRoman' : 'decimal')}]`;
      const text = cellText(story.finish()).trim();
      found.story.write(mark);
      found.notes.push({ kind: 'note', text: text === '' ? '' : `${mark} ${text}` });
    },
  };
};

const comment: Begin = (found) => {
  const { author } = found.said;
  found.said.author = '';
  return aside((blocks) => found.notes.push(...commentOf(blocks, author)))(found);
};

/** What a group's first control word makes of it. */
export const DESTINATIONS: Readonly<Record<string, Begin | undefined>> = Object.assign(
  Object.create(null) as Record<string, Begin>,
  {
    stylesheet: styles,
    header,
    headerl: header,
    headerr: header,
    headerf: header,
    footer,
    footerl: footer,
    footerr: footer,
    footerf: footer,
    footnote: note,
    annotation: comment,
    atnauthor: name('author'),
    listtext: marker,
    pntext: marker,
    shp: passed,
    shpgrp: passed,
    shpinst: passed,
    do: passed,
    sp: passed,
    picprop: passed,
    shptxt: beside,
    dptxbxtext: beside,
    sn: name('property'),
    sv: shapeValue,
    pict: picture,
    objclass: name('program'),
    objdata: object,
    info: passed,
    title: metadata('title'),
    subject: metadata('subject'),
    author: metadata('author'),
    operator: metadata('lastAuthor'),
    manager: metadata('manager'),
    company: metadata('company'),
    category: metadata('category'),
    keywords: metadata('keywords'),
    doccomm: metadata('comments'),
    generator: metadata('creator'),
    creatim: time('creationDate'),
    revtim: time('modDate'),
    userprops: passed,
    propname: name('property'),
    staticval: customValue,
  } satisfies Record<string, Begin>,
);

const SKIPPED_WORDS = new Set(
  (
    'colortbl filetbl revtbl listtable listoverridetable template private fldinst fldtype bkmkstart bkmkend xe tc tcn rxe ' +
    'txe pn pntxta pntxtb nonshppict shprslt nonesttables nesttableprops ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
    'mmathPict mchr mbegChr mendChr msepChr mpos mvertJc mtype panose falt comment hlinkbase'
  ).split(' '),
);

/** True of words whose group holds nothing that is shown; the properties of formulas end in `Pr`. */
export const isSkipped = (word: string): boolean => SKIPPED_WORDS.has(word) || /^m[a-zA-Z]+Pr$/.test(word);

const SHOWN_WORDS = new Set(['shppict', 'ud', 'moMath', 'moMathPara', 'htmlrtf', 'fldrslt', 'result']);

/** Words that stand behind `\*` because they are younger than the first readers. */
export const isShownAlthoughIgnorable = (word: string): boolean => SHOWN_WORDS.has(word);
