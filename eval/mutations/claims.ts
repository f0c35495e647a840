import { type Mutation, pick } from './mutation.ts';

/** Mutations of who is said to have said it, and words that nobody said. */

export const otherPerson: Mutation = (said, { people }, random) => {
  const speaker = pick(people, random);
  if (speaker === said.speaker) return null;
  return { kind: 'another person', quote: said.text, speaker, verdict: 'misattributed', matters: [] };
};

export const unknownName: Mutation = (said, _, random) => {
  const speaker = pick(
    ['Zebulon Okonkwo-Pratt', 'Wang Yi', 'a spokesman for the ministry', 'Ursula Hartwig'],
    random,
  );
  return { kind: 'unknown name', quote: said.text, speaker, verdict: 'misattributed', matters: [] };
};

/** What somebody said in another announcement, given to somebody of this one. */
export const fromElsewhere: Mutation = (_, { foreign, people }, random) => {
  const { text } = pick(foreign, random);
  return {
    kind: 'said elsewhere',
    quote: text,
    speaker: pick(people, random),
    verdict: 'not-found',
    matters: [],
  };
};

const subjects = ['The minister', 'Our company', 'Every citizen', 'I', 'The parliament', 'We'];
const verbs = [
  'will build',
  'have promised',
  'must abandon',
  'shall celebrate',
  'want to nationalise',
  'regret',
];
const objects = [
  'forty airports by the end of the decade',
  'the tax on candles and soap',
  'a museum of forgotten instruments',
  'the treaty about the northern lighthouse',
  'free school meals in every village',
  'the old railway under the mountain',
];

/** A sentence that anybody might have said. */
export const invented: Mutation = (_, { people }, random) => ({
  kind: 'invented',
  quote: `${pick(subjects, random)} ${pick(verbs, random)} ${pick(objects, random)}`,
  speaker: pick(people, random),
  verdict: 'not-found',
  matters: [],
});
