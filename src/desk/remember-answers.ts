import { hash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Desk } from './desk.ts';
import { type RememberedAnswer, recalled, remembered } from './remembered-answer.ts';

/** How many answers are remembered, over all desks, and for how long in milliseconds. */
const most = 1_000;
const longest = 10 * 60_000;

/**
 * Desks that need not search again when many ask the same. An answer is remembered under a fingerprint of the question,
 * salted anew in each process, and without a word of the question. A desk never changes, and what it has remembered counts
 * for no other one, so nothing is remembered for too long.
 */
export function createAnswerMemory(): (desk: Desk) => Desk {
  const known = new LRUCache<string, RememberedAnswer>({ max: most, ttl: longest, ttlAutopurge: true });
  const salt = randomBytes(16).toString('base64');
  let desks = 0;
  return (desk) => {
    const number = desks++;
    return {
      ...desk,
      ask(question) {
        const asked = JSON.stringify([number, question.announcement, question.speaker, question.question]);
        const key = hash('sha256', salt + asked, 'base64');
        const before = known.get(key);
        if (before !== undefined) return recalled(before, question, desk);
        const answer = desk.ask(question);
        const made = remembered(answer, question);
        if (made !== null) known.set(key, made);
        return answer;
      },
    };
  };
}
