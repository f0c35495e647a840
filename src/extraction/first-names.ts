import { createRequire } from 'node:module';
import type { Gender } from './titles.ts';

export const fold = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.’']/g, '');

const require = createRequire(import.meta.url);

let genders: { getGender(name: string, language?: string): 'male' | 'female' | 'unknown' } | null = null;

/** What a first name tells, where it is common; read when first needed, as it takes 60 ms. */
export function genderOfFirstName(name: string): Gender | null {
  genders ??= require('gender-detection-from-name') as NonNullable<typeof genders>;
  const gender = genders.getGender(fold(name), 'en');
  return gender === 'unknown' ? null : gender;
}

/** Family names of Chinese, Korean and Vietnamese people, which come first and tell nothing of gender. */
export const FAMILY_FIRST =
  /^(?:xi|li|wang|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo|zheng|liang|xie|song|tang|han|feng|deng|cao|peng|zeng|xiao|tian|dong|pan|yuan|cai|jiang|yu|du|ye|cheng|wei|su|lu|ding|ren|shen|yao|tsao|tsai|chiang|mao|kim|lee|park|choi|jung|kang|cho|yoon|jang|lim|shin|kwon|hwang|ahn|moon|nguyen|tran|pham|le|vo|dang|bui)$/;

/** A word that begins people's names. */
export function isFirstName(lower: string): boolean {
  return FAMILY_FIRST.test(lower) || genderOfFirstName(lower) !== null;
}
