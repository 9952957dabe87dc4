import type { Page } from '../../schema/page.ts';
import type { IdentifyLanguage } from '../load-language.ts';
import type { PageBlock, StoryPlan } from '../to-slice.ts';
import { findForeign } from './find-foreign.ts';
import { type Profile, profileOf } from './profile.ts';
import { teaserBlocks } from './teaser-blocks.ts';
import { textRoles } from './text-roles.ts';
import { unitsOf } from './units.ts';

/** From this many finished paragraphs on, what stands behind an article is an article itself. */
const MIN_ARTICLE_UNITS = 4;

/** Plans the stories of a plain text: an article, and what was glued behind it. */
export function splitText(page: Page, identifyLanguage: IdentifyLanguage): StoryPlan[] {
  const units = unitsOf(page.text).map(profileOf);
  const { tail, inside } = findForeign(units);
  const article = units.slice(0, tail);
  const own = article.filter((_, i) => !inside.has(i));
  const roles = textRoles(own);
  const roleOf = new Map(own.map((unit, i) => [unit, roles[i] ?? 'paragraph'] as const));
  const blocks: PageBlock[] = article.map((unit) => ({
    start: unit.start,
    end: unit.end,
    role: roleOf.get(unit) ?? 'other',
  }));
  const behind = groupTail(units.slice(tail));
  // Notes of the newsroom directly behind the article are still its own.
  for (const unit of behind.notes) blocks.push({ start: unit.start, end: unit.end, role: unit.rule?.role ?? 'notice' });
  const language = page.given.language ?? identifyLanguage(proseOf(page.text, blocks));
  const plans: StoryPlan[] = [{ kind: 'article', language, blocks, ...namesOf(page, blocks) }];
  for (const group of behind.groups) {
    const isArticle = group.filter((unit) => unit.finished && unit.words >= 12).length >= MIN_ARTICLE_UNITS;
    const groupRoles = textRoles(group);
    const own = group.flatMap((unit, i) => teaserBlocks(unit, groupRoles[i] ?? 'paragraph'));
    const spoken = page.given.language ?? identifyLanguage(proseOf(page.text, own));
    plans.push({ kind: isArticle ? 'article' : 'teaser', language: spoken, blocks: own });
  }
  return plans;
}

interface Tail {
  readonly notes: readonly Profile[];
  readonly groups: readonly (readonly Profile[])[];
}

/** A heading and the lines up to the next heading are one story; else each line is one. Furniture joins what is before. */
function groupTail(units: readonly Profile[]): Tail {
  const notes: Profile[] = [];
  const groups: Profile[][] = [];
  units.forEach((unit, i) => {
    const group = groups.at(-1);
    const before = units[i - 1];
    if (unit.rule) (group ?? notes).push(unit);
    else if (group && before && isHeading(before) && !isHeading(unit)) group.push(unit);
    else groups.push([unit]);
  });
  return { notes, groups };
}

const isHeading = (unit: Profile): boolean => !unit.rule && !unit.finished && unit.words <= 15;

function proseOf(text: string, blocks: readonly PageBlock[]): string {
  const prose = blocks.filter((block) => block.role === 'paragraph' || block.role === 'headline');
  return prose.map((block) => text.slice(block.start, block.end)).join('\n');
}

function namesOf(page: Page, blocks: readonly PageBlock[]): Partial<StoryPlan> {
  const words = (role: PageBlock['role']) => {
    const block = blocks.find((one) => one.role === role);
    return block && page.text.slice(block.start, block.end);
  };
  const title = page.given.title ?? words('headline');
  const kicker = words('kicker');
  const deck = words('deck');
  return {
    ...(title !== undefined && { title }),
    ...(kicker !== undefined && { kicker }),
    ...(deck !== undefined && { deck }),
    ...(page.given.authors && { authors: page.given.authors }),
    ...(page.given.publisher !== undefined && { publisher: page.given.publisher }),
  };
}
