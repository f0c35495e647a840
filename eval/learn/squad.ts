import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Announcement } from '../../src/announcement/announcement.ts';
import type { Span } from '../../src/announcement/source.ts';
import { verify } from '../../src/announcement/verify.ts';
import { draftOfArticle } from '../../src/extraction/draft.ts';
import { misspell } from './misspell.ts';
import { randomFrom, sample } from './random.ts';

const file = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              is_impossible: z.boolean().default(false),
              answers: z.array(z.object({ text: z.string(), answer_start: z.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

type Article = z.infer<typeof file>['data'][number];

/** A question about a text: where its answers stand, or why there are none. */
interface TextQuestion {
  readonly id: string;
  readonly question: string;
  readonly kind: 'answerable' | 'adversarial' | 'foreign';
  readonly misspelt: boolean;
  readonly answers: readonly Span[];
}

export interface QuestionedText {
  readonly article: string;
  readonly announcement: Announcement;
  readonly questions: readonly TextQuestion[];
}

const paragraphsEach = 6;

/** The articles of a file in SQuAD's format, 1.1 or 2.0. */
function articlesIn(path: string): readonly Article[] {
  return file.parse(JSON.parse(readFileSync(path, 'utf8'))).data;
}

/** Texts of six paragraphs, or of at least `fewest` at the end of an article, with the questions about them. */
function textsOf({ title, paragraphs }: Article, fewest: number): readonly QuestionedText[] {
  const texts: QuestionedText[] = [];
  for (let first = 0; first + fewest <= paragraphs.length; first += paragraphsEach) {
    let text = '';
    const questions: TextQuestion[] = [];
    for (const { context, qas } of paragraphs.slice(first, first + paragraphsEach)) {
      if (text !== '') text += '\n\n';
      const base = text.length;
      text += context;
      for (const { id, question, is_impossible, answers } of qas) {
        questions.push({
          id,
          question: question.trim(),
          kind: is_impossible ? 'adversarial' : 'answerable',
          misspelt: false,
          answers: answers.map((a) => [base + a.answer_start, base + a.answer_start + a.text.length]),
        });
      }
    }
    const verified = verify(draftOfArticle(text, `${title}-${first}`, title));
    if (verified.kind === 'verified') texts.push({ article: title, announcement: verified.value, questions });
  }
  return texts;
}

/** Shorter rests of an article are no text of their own. */
const fewestParagraphs = 4;

/**
 * The texts of a file, each with every `each`-th of its questions and as many of others, worded as `wording` has them by
 * their ids; null leaves them as they are.
 */
export function askedTexts(
  path: string,
  each: number,
  wording: ReadonlyMap<string, string> | null,
): readonly QuestionedText[] {
  const articles = articlesIn(path);
  const random = randomFrom(1);
  return articles.flatMap((article) =>
    textsOf(article, fewestParagraphs).map((text) => {
      const own = text.questions.filter(({ kind }, at) => kind === 'answerable' && at % each === 0);
      const all = [...own, ...strangersTo(text.article, articles, own.length, random)];
      const worded = all.map((one) => ({ ...one, question: wording?.get(one.id) ?? one.question }));
      return { ...text, questions: worded };
    }),
  );
}

/** The questions of a file by their ids. */
export function wordingIn(path: string): ReadonlyMap<string, string> {
  const asked = articlesIn(path).flatMap(({ paragraphs }) => paragraphs.flatMap(({ qas }) => qas));
  return new Map(asked.map(({ id, question }) => [id, question]));
}

/** So many questions of other articles, of all of them alike. */
function strangersTo(
  title: string,
  articles: readonly Article[],
  count: number,
  random: () => number,
): TextQuestion[] {
  const others = articles.filter((one) => one.title !== title);
  return Array.from({ length: count }, () => {
    const [other] = sample(others, 1, random);
    const asked = other?.paragraphs.flatMap(({ qas }) => qas.filter((one) => !one.is_impossible)) ?? [];
    const [{ id, question } = { id: '', question: '' }] = sample(asked, 1, random);
    return { id, question, kind: 'foreign', misspelt: false, answers: [] };
  });
}

/**
 * Texts of six paragraphs from a file in SQuAD 2.0's format, each with about `count` answerable questions, half as
 * many that only look answerable, half as many about other articles, all of them also misspelt.
 */
export function questionedTexts(path: string, count: number, seed: number): readonly QuestionedText[] {
  const articles = articlesIn(path);
  const random = randomFrom(seed);
  const half = Math.ceil(count / 2);
  return articles
    .flatMap((article) => textsOf(article, paragraphsEach))
    .map(({ article, announcement, questions }) => {
      const strangers = strangersTo(article, articles, half, random);
      const of = (kind: TextQuestion['kind']) => questions.filter((one) => one.kind === kind);
      const picked = [
        ...sample(of('answerable'), count, random),
        ...sample(of('adversarial'), half, random),
        ...strangers,
      ];
      const both = picked.flatMap((one) => [
        one,
        { ...one, question: misspell(one.question, random), misspelt: true },
      ]);
      return { article, announcement, questions: both };
    });
}
