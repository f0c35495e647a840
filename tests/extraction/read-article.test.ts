import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extraction/extract.ts';
import { extractFrom, readArticle } from '../../src/extraction/read-article.ts';

const read = (text: string, name: string) => readArticle(Buffer.from(text), name);

const page = `<!doctype html><html><head><title>Ferry to sail again</title><script>document.body.innerHTML = 'gone'</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry to sail again</h1>
${Array.from({ length: 6 }, (_, i) => `<p>The ferry lay in the harbour for ${i + 2} weeks, and nobody in the town could say when it would leave, or with whom, or for what price.</p>`).join('\n')}
<p>&ldquo;The ferry will sail on <em>Sunday</em>,&rdquo; Ana Duarte said.</p></article>
<footer>Imprint</footer></body></html>`;

describe('reading an article', () => {
  test('a page is its main text, one paragraph a line, and its scripts are never run', () => {
    const { format, text } = read(page, 'page.html');
    expect(format).toBe('html');
    expect(text).toMatch(/^Ferry to sail again\n\n/);
    expect(text).toContain('“The ferry will sail on Sunday,” Ana Duarte said.');
    expect(text).not.toMatch(/Imprint|Sport|gone|innerHTML/);
  });

  test('a page without an article is told, not guessed', () => {
    const { text, warnings } = read('<html><body></body></html>', 'empty.html');
    expect(text).toBe('');
    expect(warnings).toEqual(['No article was found in the page.']);
  });

  test('a page nested too deep is read all the same', () => {
    const deep = `<html><body>${'<div>'.repeat(20_000)}<p>${'The ferry sails. '.repeat(40)}</p>${'</div>'.repeat(20_000)}</body></html>`;
    expect(() => read(deep, 'deep.html')).not.toThrow();
  });

  test('Markdown is stored as it is, and read without its markup', () => {
    const markdown =
      '# News\n\n> “The ferry will sail on **Sunday**,” said [Ana Duarte](https://example.org/a_b), the *captain*.\n';
    const article = read(markdown, 'news.md');
    const { text } = article;
    expect(text).toBe(markdown);
    const [, said] = extractFrom(article).candidates;
    expect(said).toMatchObject({ kind: 'direct', speaker: { name: 'Ana Duarte' } });
    expect(said?.spans.map(([start, end]) => text.slice(start, end))).toEqual([
      'The ferry will sail on **Sunday**',
    ]);
  });

  test('bytes that are no UTF-8 are told', () => {
    const { warnings } = readArticle(Buffer.from([0x61, 0xff, 0x62]), 'a.txt');
    expect(warnings).toHaveLength(1);
  });

  test('a byte order mark is a character of the text like any other', () => {
    const { text } = read('\ufeff“Yes,” Ana Duarte said.', 'a.txt');
    const [said] = extract(text).candidates;
    expect(said?.spans.map(([start, end]) => text.slice(start, end))).toEqual(['Yes']);
  });
});
