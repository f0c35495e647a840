import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Announcement } from '../../src/announcement/announcement.ts';
import { draftOfText } from '../../src/announcement/plain-text.ts';
import type { Span } from '../../src/announcement/source.ts';
import { verify } from '../../src/announcement/verify.ts';
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

/** A question about a text: where its answers stand, or why there are none. */
interface TextQuestion {
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

/**
 * Texts of six paragraphs from a file in SQuAD 2.0's format, each with about `count` answerable questions, half as
 * many that only look answerable, half as many about other articles, all of them also misspelt.
 */
export function questionedTexts(path: string, count: number, seed: number): readonly QuestionedText[] {
  const articles = file.parse(JSON.parse(readFileSync(path, 'utf8'))).data;
  const random = randomFrom(seed);
  const foreign = articles.map(({ title, paragraphs }) => ({
    title,
    questions: paragraphs.flatMap(({ qas }) => qas.filter((q) => !q.is_impossible).map((q) => q.question)),
  }));
  return articles.flatMap(({ title, paragraphs }) => {
    const texts: QuestionedText[] = [];
    for (let first = 0; first + paragraphsEach <= paragraphs.length; first += paragraphsEach) {
      const chosen = paragraphs.slice(first, first + paragraphsEach);
      let text = '';
      const questions: TextQuestion[] = [];
      for (const { context, qas } of chosen) {
        if (text !== '') text += '\n\n';
        const base = text.length;
        text += context;
        for (const { question, is_impossible, answers } of qas) {
          questions.push({
            question: question.trim(),
            kind: is_impossible ? 'adversarial' : 'answerable',
            misspelt: false,
            answers: answers.map((a) => [base + a.answer_start, base + a.answer_start + a.text.length]),
          });
        }
      }
      const verified = verify(draftOfText(text, `${title}-${first}`, title));
      if (verified.kind === 'faulty') continue;
      const others = foreign.filter((one) => one.title !== title);
      const strangers = Array.from({ length: Math.ceil(count / 2) }, (): TextQuestion => {
        const [other] = sample(others, 1, random);
        const [question = ''] = sample(other?.questions ?? [], 1, random);
        return { question, kind: 'foreign', misspelt: false, answers: [] };
      });
      const of = (kind: TextQuestion['kind']) => questions.filter((one) => one.kind === kind);
      const picked = [
        ...sample(of('answerable'), count, random),
        ...sample(of('adversarial'), Math.ceil(count / 2), random),
        ...strangers,
      ];
      const both = picked.flatMap((one) => [
        one,
        { ...one, question: misspell(one.question, random), misspelt: true },
      ]);
      texts.push({ article: title, announcement: verified.value, questions: both });
    }
    return texts;
  });
}
