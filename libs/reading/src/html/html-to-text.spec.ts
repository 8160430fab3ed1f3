import { describe, expect, it } from 'vitest';
import { htmlToText } from './html-to-text.js';

describe('htmlToText', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['Line<br>break', 'Line\nbreak'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['a  \n b <b>c</b>d', 'a b cd'],
    ['<ul><li>one<li>two</ul>', '- one\n- two'],
    ['<table><tr><td>Total</td><td>10</td></tr><tr><td>VAT</td><td>2</td></tr></table>', 'Total   10\nVAT   2'],
    ['<table><tr><td><p>Total</p></td><td><div>10</div></td></tr></table>', 'Total   10'],
    ['<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    ['&lt;b&gt; &amp; &euro; &eacute; &#8364; &#x20AC; &#128; &unknown;', '<b> & € é € € € &unknown;'],
    ['a<script>var x = "<p>no</p>";</script><style>p { color: red }</style>b', 'ab'],
    ['a<!-- hidden > still hidden -->b', 'ab'],
    ['seen<span style="display: none">unseen<span>deep</span></span>again', 'seenagain'],
    ['seen<div hidden>unseen</div>', 'seen'],
    ['<a title="hidden fee">seen</a>', 'seen'],
    ['seen<font style="font-size:0px">unseen</font>', 'seen'],
    ['<head><title>T</title><meta name=x></head><body>shown', 'shown'],
    ['<head><title>T</title><p>a browser shows this</head>', 'a browser shows this'],
    ['<a href="x>y">link</a>', 'link'],
    ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
    ['open <b never closed', 'open'],
    ['', ''],
  ])('%j reads %j', (html, text) => expect(htmlToText(html).text).toBe(text));

  it('takes the title', () => expect(htmlToText('<title> A &amp;\n B </title>x').title).toBe('A & B'));
  it('takes deep nesting without a deep stack', () => expect(htmlToText('<div>'.repeat(50_000) + 'x').text).toBe('x'));
});
