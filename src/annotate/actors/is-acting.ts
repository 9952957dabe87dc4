import type { NameSpan } from './detect-names.ts';
import { isCapitalized, type SentenceView } from './story-view.ts';

const inside = /^(?:in|inside|across|throughout|within|near|around|outside|into)$/;
const towards = /^(?:to|from|at|via|through|toward|towards|off|over|of)$/;
const between = /^(?:between|with|by|against|on|for|under)$/;
const joins = /^(?:and|or|while|that|but|as|when|because|if|after|before|although|though|than|;|:|"|“|”|—|–)$/;
const directions =
  /^(?:north|south|east|west|north(?:west|east)|south(?:west|east))(?:ern)?$|^(?:central|neighbouring|neighboring|nearby|post-war|occupied|modern|rural)$/;

/** Deeds done to a town, not to the government that sits in it. */
const townVerbs =
  /^(?:leave|reach|enter|capture|shell|bomb|hit|attack|tour|strike|flee|surround|encircle|quit|take|seize|besiege|rock|call|name|host)$/;

/** Words before "to", "from", "of" and a capital that make it the government: a warning to Beijing, a visit to Kyiv. */
const dealings =
  /^(?:pledges?|warnings?|warn(?:ed|s)?|threats?|protest(?:ed|s)?|requests?|calls?|answers?|applause|aid|armou?r|jets?|loans?|gifts?|support|ammunition|weapons?|arms|sanctions?|pressure|demands?|appeal(?:ed|s)?|concern|intelligence|apologi[sz]e|apolog(?:y|ies)|secrets?|turn(?:ed)?|visits?|flew|fly|flying|trip|travel(?:led|s)?|ambassadors?|envoys?|messages?|letters?|offers?|promises?|shipments?|help|assistance|sell|sold|sends?|sent|supply|supplied|deliver(?:ed|y)?|criticism|condemnation|accused?|demanded|approval|permission|invitation|assurances?|guarantees?|hand(?:ed)?|ties|relations|recognition|money|tanks?|missiles?|leopards|plans?)$/;

/** Whether a state's name, or a seat of government, is spoken of as one who acts here. */
export function isActing(view: SentenceView, name: NameSpan): boolean {
  let before = name.from - 1;
  if (view.lower[before] === 'the') before--;
  if (directions.test(view.lower[before] ?? '')) before--;
  if (view.lower[before] === 'the') before--;
  if (inside.test(view.lower[before] ?? '')) return false;
  if (!name.metonym || name.palace) return true;
  return isCapitalActing(view, name, before);
}

function isCapitalActing(view: SentenceView, name: NameSpan, before: number): boolean {
  const word = view.lower[before] ?? '';
  if (between.test(word)) return true;
  if (towards.test(word)) return view.lower.slice(Math.max(0, before - 5), before).some((each) => dealings.test(each));
  if (view.tags[before] === 'VERB' && before === name.from - 1)
    return !townVerbs.test(view.tokens[before]?.lemma ?? '');
  let after = name.to;
  while (view.tags[after] === 'ADV') after++;
  const next = view.tags[after];
  if (next === 'VERB' || next === 'AUX' || /^(?:'s|’s)$/.test(view.lower[name.to] ?? '')) return true;
  const isOpening = before < 0 || joins.test(word);
  return isOpening && !isDateline(view, name.to);
}

/** "KABUL (Agency)", "Kabul, Afghanistan —", "Seoul —". */
function isDateline(view: SentenceView, to: number): boolean {
  const next = view.lower[to] ?? '';
  if (next === '(' || next === '—' || next === '–' || next === '-' || next === '--') return true;
  return next === ',' && isCapitalized(view.words[to + 1]);
}
