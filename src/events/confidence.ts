import type { Codebook } from '../ontology/codebook.ts';
import { shareOf } from '../ontology/deed-odds.ts';
import type { Draft } from './draft.ts';

/** What is known of a draft, by name: used to fit the weights and to apply them. */
export function confidenceFeatures(draft: Draft, codebook: Codebook): Record<string, number> {
  const { deed } = draft.trigger;
  const { partyRules, statusRules } = draft;
  const share = shareOf(codebook.deedOdds, `${deed.pos} ${deed.id}`);
  return {
    share: Math.log(share / (1 - share)),
    noun: deed.pos === 'noun' ? 1 : 0,
    mutual: deed.mutual ? 1 : 0,
    'no source': draft.source.length === 0 ? 1 : 0,
    'no target': draft.target.length === 0 ? 1 : 0,
    'several parties': draft.source.length + draft.target.length > 2 ? 1 : 0,
    nearest: partyRules.some((rule) => rule.startsWith('nearest')) ? 1 : 0,
    'subject and object': partyRules.includes('subject') && partyRules.includes('object') ? 1 : 0,
    'plain status': statusRules[0]?.startsWith('status plain') ? 1 : 0,
    'long status': statusRules.length > 1 ? 1 : 0,
    'clause length': Math.min(60, draft.reading.shallow.tokens.length) / 60,
    actors: Math.min(8, new Set(draft.reading.mentions.map((mention) => mention.actor)).size) / 8,
  };
}

/** The chance, 0 to 1, that trigger, act, both sides and status are all right; rounded to two digits. */
export function confidenceOf(draft: Draft, codebook: Codebook): number {
  let sum = codebook.confidence.bias;
  for (const [name, value] of Object.entries(confidenceFeatures(draft, codebook))) {
    sum += value * (codebook.confidence.weights.get(name) ?? 0);
  }
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
