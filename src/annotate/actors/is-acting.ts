import type { NameSpan } from './detect-names.ts';
import type { ActorTables } from './load-actor-tables.ts';
import { isCapitalized, type SentenceView } from './story-view.ts';

const inside = /^(?:in|inside|across|throughout|within|near|around|outside|into)$/;
const towards = /^(?:to|from|at|via|through|toward|towards|off|over|of)$/;
const between = /^(?:between|with|by|against|on|for|under)$/;
const joins = /^(?:and|or|while|that|but|as|when|because|if|after|before|although|though|than|;|:|"|“|”|—|–)$/;
const directions =
  /^(?:north|south|east|west|north(?:west|east)|south(?:west|east))(?:ern)?$|^(?:central|neighbouring|neighboring|nearby|post-war|occupied|modern|rural)$/;

/** Whether a state's name, or a seat of government, is spoken of as one who acts here. */
export function isActing(view: SentenceView, name: NameSpan, tables: ActorTables): boolean {
  let before = name.from - 1;
  if (view.lower[before] === 'the') before--;
  if (directions.test(view.lower[before] ?? '')) before--;
  if (view.lower[before] === 'the') before--;
  if (inside.test(view.lower[before] ?? '')) return false;
  if (!name.metonym || name.palace) return true;
  return isCapitalActing(view, name, before, tables);
}

function isCapitalActing(view: SentenceView, name: NameSpan, before: number, { contexts }: ActorTables): boolean {
  const word = view.lower[before] ?? '';
  if (between.test(word)) return true;
  if (towards.test(word))
    return view.lower.slice(Math.max(0, before - 5), before).some((each) => contexts.dealings.has(each));
  if (view.tags[before] === 'VERB' && before === name.from - 1)
    return !contexts.townVerbs.has(view.tokens[before]?.lemma ?? '');
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
