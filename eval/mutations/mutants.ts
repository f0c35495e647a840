import { randomFrom } from '../learn/random.ts';
import * as claims from './claims.ts';
import * as meaning from './meaning.ts';
import type { Material, Mutant, Mutation } from './mutation.ts';
import * as wording from './wording.ts';
import * as writing from './writing.ts';

/** Those after which a quote says something else, and which must never pass as verbatim. */
export const dangerous: readonly Mutation[] = [
  meaning.dropNegation,
  meaning.addNegation,
  meaning.swapNumber,
  meaning.swapName,
];

export const mutations: readonly Mutation[] = [
  ...dangerous,
  meaning.swapDate,
  meaning.swapAntonym,
  wording.insertWord,
  wording.replaceWord,
  wording.deleteWords,
  wording.swapHalves,
  wording.swapNeighbours,
  wording.joinTwo,
  wording.wrapInOthers,
  writing.asSaid,
  writing.otherCapitals,
  writing.otherQuotationMarks,
  writing.otherDashes,
  writing.otherSpaces,
  writing.otherEnd,
  writing.inQuotationMarks,
  writing.fullwidth,
  writing.decomposed,
  writing.invisible,
  writing.excerpt,
  writing.declaredGap,
  writing.nobodyNamed,
  claims.otherPerson,
  claims.unknownName,
  claims.fromElsewhere,
  claims.invented,
];

/**
 * Different mutants of every statement: each mutation is tried `rounds` times on each. Those whose words happen to
 * be said elsewhere in the source are left out, since the way they were made then tells nothing.
 */
export function mutantsOf(
  material: Material,
  chosen: readonly Mutation[],
  rounds: number,
  seed: number,
): readonly Mutant[] {
  const random = randomFrom(seed);
  const found = new Map<string, Mutant>();
  for (let round = 0; round < rounds; round++) {
    for (const said of material.statements) {
      for (const mutation of chosen) {
        const mutant = mutation(said, material, random);
        if (mutant === null || mutant.quote.length < 8) continue;
        const changed = mutant.verdict === 'altered' && mutant.kind !== 'negation dropped';
        if (changed && meaning.saidElsewhere(mutant, material)) continue;
        found.set(`${mutant.kind}\n${mutant.quote}\n${mutant.speaker}`, mutant);
      }
    }
  }
  return [...found.values()];
}
