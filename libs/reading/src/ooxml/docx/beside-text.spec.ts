import { describe, expect, it } from 'vitest';
import { compoundOf } from '../../compound/compound-file.builder.js';
import { blocksOf, DOCX, docxOf, inputOf, p, r, relation } from '../ooxml.builder.js';
import { readDocx } from './read-docx.js';

const read = (bytes: Uint8Array) => readDocx(inputOf(bytes, DOCX));
const blocks = async (body: string, parts: Record<string, string | Uint8Array> = {}, related: readonly string[] = []) =>
  blocksOf(await read(docxOf(body, parts, related)));

describe('what stands beside the text', () => {
  const box = (text: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  it('a text box is read once', async () =>
    expect(await blocks(p(r('text') + box('in the box')))).toEqual(['paragraph:text', 'paragraph:in the box']));
  it.each([
    [
      'old text boxes',
      '<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>old</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>',
      'old',
    ],
    ['word art', '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>', 'DRAFT'],
    [
      'descriptions of pictures',
      '<w:r><w:drawing><wp:docPr descr="A duck"/><pic:cNvPr descr="A duck"/></w:drawing></w:r>',
      'A duck',
    ],
    [
      'shapes of DrawingML',
      '<w:r><w:drawing><a:sp><a:txBody><a:p><a:r><a:t>shape</a:t></a:r></a:p></a:txBody></a:sp></w:drawing></w:r>',
      'shape',
    ],
  ])('%s', async (_, run, expected) => expect(await blocks(p(run))).toEqual([`paragraph:${expected}`]));
  it('names of picture files are no descriptions', async () =>
    expect(await blocks(p('<w:r><w:drawing><wp:docPr descr="C:\\pictures\\a.png"/></w:drawing></w:r>'))).toEqual([]));

  it('notes follow in the order of their marks, comments with their authors', async () => {
    const note = (kind: string, id: string, text: string) => `<w:${kind} w:id="${id}">${p(text)}</w:${kind}>`;
    const reference = (kind: string, id: string) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    expect(
      await blocks(
        p(
          r('a') +
            reference('footnote', '5') +
            r(' b') +
            reference('endnote', '2') +
            r(' c') +
            reference('footnote', '4'),
        ),
        {
          'word/footnotes.xml': `<w:footnotes>${note('footnote', '4', 'four')}${note('footnote', '5', 'five')}${note('footnote', '6', 'unused')}</w:footnotes>`,
          'word/endnotes.xml': `<w:endnotes>${note('endnote', '2', 'end')}</w:endnotes>`,
          'word/comments.xml': `<w:comments><w:comment w:id="0" w:author="Ann">${p('why?')}</w:comment></w:comments>`,
        },
        [
          relation('f', 'footnotes', 'footnotes.xml'),
          relation('e', 'endnotes', 'endnotes.xml'),
          relation('c', 'comments', 'comments.xml'),
        ],
      ),
    ).toEqual(['paragraph:a[1] b[i] c[2]', 'note:[1] five', 'note:[2] four', 'note:[i] end', 'note:Ann: why?']);
  });

  it('headers and footers stand once; those of pages that are not set apart are hidden', async () => {
    const section = (more: string) =>
      `<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:headerReference w:type="first" r:id="h1"/><w:footerReference w:type="default" r:id="f"/>${more}</w:sectPr>`;
    const part = (text: string) => `<w:hdr>${p(text)}</w:hdr>`;
    const parts = { 'word/h.xml': part('head'), 'word/h1.xml': part('first'), 'word/f.xml': part('foot') };
    const related = [
      relation('h', 'header', 'h.xml'),
      relation('h1', 'header', 'h1.xml'),
      relation('f', 'footer', 'f.xml'),
    ];
    const reading = await read(docxOf(p('one', section('')) + p('two') + section(''), parts, related));
    expect(blocksOf(reading)).toEqual(['header:head', 'paragraph:one', 'paragraph:two', 'footer:foot']);
    expect(reading.hidden).toEqual([{ page: 1, text: 'first', reason: 'markup' }]);
    expect(await blocks(p('one') + section('<w:titlePg/>'), parts, related)).toContain('header:first');
  });

  it('charts and diagrams say what they show', async () => {
    const chart =
      '<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser>' +
      '<c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>2024</c:v></c:pt></c:strCache></c:strRef></c:tx>' +
      '<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>North</c:v></c:pt><c:pt idx="1"><c:v>South</c:v></c:pt></c:strCache></c:strRef></c:cat>' +
      '<c:val><c:numRef><c:numCache><c:formatCode>0%</c:formatCode><c:pt idx="0"><c:v>0.25</c:v></c:pt><c:pt idx="1"><c:v>0.5</c:v></c:pt></c:numCache></c:numRef></c:val>' +
      '</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>';
    const point = (id: string, text: string, type = 'node') =>
      `<dgm:pt modelId="${id}" type="${type}"><dgm:t><a:p><a:r><a:t>${text}</a:t></a:r></a:p></dgm:t></dgm:pt>`;
    const diagram =
      `<dgm:dataModel><dgm:ptLst>${point('0', '', 'doc')}${point('2', 'second')}${point('1', 'first')}${point('3', 'below')}</dgm:ptLst><dgm:cxnLst>` +
      '<dgm:cxn srcId="0" destId="2" srcOrd="1"/><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="3" srcOrd="0"/><dgm:cxn srcId="3" destId="1" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>';
    expect(
      await blocks(
        p(
          '<w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r><w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r>',
        ),
        { 'word/c.xml': chart, 'word/d.xml': diagram },
        [relation('c', 'chart', 'c.xml'), relation('d', 'diagramData', 'd.xml')],
      ),
    ).toEqual([
      'paragraph:Sales',
      'table:2024\nNorth   25%\nSouth   50%',
      'list-item1:first',
      'list-item2:below',
      'list-item1:second',
    ]);
  });

  it('chunks of HTML are read in place, chunks of other kinds are children', async () => {
    const reading = await read(
      docxOf(
        '<w:altChunk r:id="a"/><w:altChunk r:id="b"/>',
        { 'word/a.html': '<html><body><h2>Hi</h2><p>there</p></body></html>', 'word/b.rtf': '{\\rtf1 x}' },
        [relation('a', 'aFChunk', 'a.html'), relation('b', 'aFChunk', 'b.rtf')],
      ),
    );
    expect(blocksOf(reading)).toEqual(['heading2:Hi', 'paragraph:there']);
    expect(reading.children.map(({ name, mediaType }) => [name, mediaType])).toEqual([['b.rtf', 'application/rtf']]);
  });
});

describe('files inside of a Word document', () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(40);
    bytes.write('89504e470d0a1a0a0000000d49484452', 'hex');
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };
  it('become children once; previews and what cannot be a document do not', async () => {
    const related = [
      'a.png image',
      'b.png image',
      'tiny.png image',
      'preview.emf image',
      'icon.emf image',
      'drawing.emf image',
      'o.bin oleObject',
      'e.bin oleObject',
      'clip.mp4 video',
    ]
      .map((one) => one.split(' '))
      .map(([target = '', type = ''], index) => relation(`r${index}`, type, `media/${target}`));
    const reading = await read(
      docxOf(
        p('text'),
        {
          '[Content_Types].xml': `<Types><Default Extension="mp4" ContentType="video/mp4"/><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`,
          'word/media/a.png': png(300, 300),
          'word/media/b.png': png(300, 300),
          'word/media/tiny.png': png(8, 8),
          'word/media/preview.emf': 'x',
          'word/media/icon.emf': 'x',
          'word/media/drawing.emf': 'x',
          'word/media/clip.mp4': 'x',
          'word/media/o.bin': compoundOf({ Package: docxOf(p('inner')) }),
          'word/media/e.bin': compoundOf({ 'Equation Native': 'x' }),
        },
        related,
      ),
    );
    expect(reading.children.map(({ name, role }) => [name, role])).toEqual([
      ['a.png', 'embedded'],
      ['o.docx', 'embedded'],
    ]);
    expect(reading.receipt.childrenSkipped.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      'tiny.png tiny_picture',
      'drawing.emf unsupported_media_type',
      'e.bin unsupported_media_type',
      'clip.mp4 unsupported_media_type',
    ]);
  });
  it('macros are named', async () =>
    expect(
      (await read(docxOf(p('x'), { 'word/v.bin': 'x' }, [relation('v', 'vbaProject', 'v.bin')]))).receipt.warnings,
    ).toEqual(['macros_not_read']));
});
