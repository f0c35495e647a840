const space = (markup: string): string => ' '.repeat(markup.length);

/**
 * A Markdown text with its markup turned into spaces of the same length, so that offsets found here are offsets
 * of the file. Words, and quotation marks among them, stay where they are.
 */
export function withoutMarkup(markdown: string): string {
  return (
    markdown
      // Front matter and fenced code are no part of an article.
      .replace(/^---\n[\s\S]{0,5000}?\n---(?=\n)/, blank)
      .replace(/^(```|~~~)[^\n]*\n[\s\S]*?(?:\n\1[^\n]*|$(?![\s\S]))/gm, blank)
      .replace(/^ {0,3}(?:#{1,6} |>[ >]*|[-*+] (?!\s*[-*+])|\d{1,3}[.)] )/gm, space)
      .replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, space)
      .replace(
        /\[([^\]\n]{0,1000})\]\([^)\n]{0,2000}\)/g,
        (link: string, words: string) => ` ${words}${space(link.slice(words.length + 1))}`,
      )
      .replace(
        /(?<![\p{L}\p{N}])(\*{1,3}|_{1,3}|`+)(?=\S)|(?<=\S)(\*{1,3}|_{1,3}|`+)(?![\p{L}\p{N}])/gu,
        space,
      )
      .replace(/<\/?[a-z][^>\n]{0,500}>/gi, space)
  );
}

/** Blank lines stay lines, so that paragraphs count as before. */
function blank(block: string): string {
  return block.replace(/[^\n]/g, ' ');
}
