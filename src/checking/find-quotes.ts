import type { Claim } from './finding.ts';
import { firstSaying, type Names, namedAfter, namedBefore, nameEnding } from './named-in.ts';
import { type Token, tokenize } from './tokens.ts';

/** More quotes than these are not looked for in one message. */
const mostQuotes = 5;
const mostCharacters = 12_000;

/**
 * What a message alleges to have been said: its block quotes, what stands in quotation marks, or without any marks
 * what follows "Xi:" or "Xi said"; else the whole message. Nothing where there are no words.
 */
export function findQuotes(message: string, names: Names): readonly Claim[] {
  const text = withoutMarkup(message.slice(0, mostCharacters));
  const marked = inBlocks(text, names);
  const found = marked.length > 0 ? marked : inMarks(text, names);
  const quotes = found.length > 0 ? found : [unmarked(text, names)];
  const different = new Map(quotes.map((one) => [`${one.quote}\n${one.speaker}`, one]));
  return worthChecking([...different.values()]).slice(0, mostQuotes);
}

/** Single words in marks beside a longer quote are mostly irony. */
function worthChecking(quotes: readonly Claim[]): readonly Claim[] {
  const counted = quotes
    .map((one) => ({ one, words: tokenize(one.quote).length }))
    .filter(({ words }) => words > 0);
  const long = counted.some(({ words }) => words >= 3);
  return counted.filter(({ words }) => !long || words >= 2).map(({ one }) => one);
}

/** Mentions, links, emoji and the marks of bold, spoilers and code, replaced by as many spaces. */
function withoutMarkup(message: string): string {
  return message
    .replace(/<(?:@[!&]?|#|a?:\w+:|t:|id:|\/[^:>]+:)[\w:-]*>|https?:\/\/\S+|```\w*(?=\n)/gu, blank)
    .replace(/\*+|_{2,}|~~|\|\||`+(?!\p{L})|(?<!\p{L})`+/gu, blank);
}

function blank(marks: string): string {
  return marks.replace(/[^\n]/gu, ' ');
}

const blockLine = /^ {0,3}>(?:>>)? ?(.*)$/u;

/** Lines that begin with ">", each run of them one quote. */
function inBlocks(text: string, names: Names): readonly Claim[] {
  const lines = text.split('\n');
  const found: Claim[] = [];
  for (let from = 0; from < lines.length; from++) {
    if (!blockLine.test(lines[from] ?? '')) continue;
    const open = /^ {0,3}>>>/u.test(lines[from] ?? '');
    let to = from;
    while (to < lines.length && (open || blockLine.test(lines[to] ?? ''))) to++;
    const block = lines
      .slice(from, to)
      .map((line) => blockLine.exec(line)?.[1] ?? line)
      .join('\n');
    const around = (block: Claim): Claim => ({
      ...block,
      speaker:
        block.speaker ??
        namedBefore(lines.slice(Math.max(0, from - 2), from).join('\n'), names) ??
        namedAfter(lines.slice(to, to + 2).join('\n'), names),
    });
    const inner = inMarks(block, names);
    found.push(...(inner.length > 0 ? inner : [unmarked(block, names)]).map(around));
    from = to;
  }
  return found;
}

// Each pair of marks; inside single ones an apostrophe may stand before a letter.
const inQuotationMarks =
  /“([^“”]*(?:“[^“”]*”[^“”]*)*)(?:”|$)|"([^"]+)"|«([^«»]+)»|„([^„“”]+)[“”]|「([^「」]+)」|『([^『』]+)』|‹([^‹›]+)›|(?<![\p{L}\p{N}])‘((?:[^‘’]|’(?=\p{L}))+)’(?!\p{L})|(?<![\p{L}\p{N}])'((?:[^'\n]|'(?=\p{L}))+)'(?![\p{L}\p{N}])/gu;

function inMarks(text: string, names: Names): readonly Claim[] {
  const matches = [...text.matchAll(inQuotationMarks)].map((match) => ({
    quote: (match.slice(1).find((inside) => inside !== undefined) ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const real = matches.filter(({ quote }) => tokenize(quote).length > 0);
  let last: string | null = null;
  return real.map(({ quote, start, end }, i) => {
    const between = text.slice(real[i - 1]?.end ?? 0, start);
    const after = text.slice(end, real[i + 1]?.start ?? text.length);
    const speaker: string | null =
      namedBefore(between, names) ?? namedAfter(after, names) ?? (i > 0 && isBridge(between) ? last : null);
    last = speaker;
    return { quote, speaker };
  });
}

/** Whether the text between two quotes only takes the first one's speaker on to the second. */
function isBridge(between: string): boolean {
  return tokenize(between).length <= 6 && !between.includes('\n');
}

/** Without any marks: "Xi: we will lend", "did Xi say that …?", "Xi said …", "… — Xi"; else the whole text. */
function unmarked(text: string, names: Names): Claim {
  const whole = text.trim();
  const tokens = tokenize(whole);
  const colon = /^[^:：\n]{1,80}[:：]\s*(?=\S)/u.exec(whole)?.[0];
  if (colon !== undefined) {
    const speaker = namedBefore(colon, names);
    if (speaker !== null) return { quote: whole.slice(colon.length).trim(), speaker };
  }
  const said = firstSaying(tokens, names);
  const lead =
    said === null || said.end + 2 >= tokens.length || said.start > 12
      ? null
      : nameEnding(whole, tokens, said.start, names);
  if (said !== null && lead !== null) {
    const from = afterThat(tokens, said.end);
    const rest = whole.slice(tokens[from]?.start ?? whole.length).trim();
    // "Did Xi say that …?" asks about the words; the question mark is the asker's.
    return { quote: isQuestion(tokens) ? rest.replace(/\?+$/u, '') : rest, speaker: lead };
  }
  const tail = /^(.{12,}?)[\s,.]*(?:\s[—–―~-]+\s*|\n[—–―~-]\s*|[,”"]\s+)(\S[^\n]{0,100})$/su.exec(whole);
  if (tail !== null) {
    const [, quote = '', ending = ''] = tail;
    const speaker = namedAfter(
      /^[—–―~-]/u.test(whole.slice(quote.length).trim()) ? `— ${ending}` : `, ${ending}`,
      names,
    );
    if (speaker !== null) return { quote: quote.trim(), speaker };
  }
  return { quote: whole, speaker: null };
}

function afterThat(tokens: readonly Token[], from: number): number {
  return /^(?:that|que|：)$/u.test(tokens[from]?.form ?? '') ? from + 1 : from;
}

function isQuestion([first]: readonly Token[]): boolean {
  return /^(?:did|does|do|has|have|is|was|who|when|where|so|lol|wait|really|que|qué|cuándo)$/u.test(
    first?.form ?? '',
  );
}
