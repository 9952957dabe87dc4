import type { BlockRole } from '../../schema/story.ts';
import type { Profile } from './profile.ts';

/** A headline is short; longer first lines are prose that lost its stop. */
const MAX_HEADLINE_WORDS = 25;
const MAX_SUBHEAD_WORDS = 12;
/** A paragraph, as against a heading: it ends its sentence or is long. */
const MIN_PROSE_WORDS = 12;

const BULLET = /^(?:[-–—*•·▪◦‣]\s+|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)\S/u;

/** Roles of the units of one story, in order. A bare single line is always a paragraph. */
export function textRoles(units: readonly Profile[]): BlockRole[] {
  const roles: BlockRole[] = units.map((unit) => unit.rule?.role ?? (BULLET.test(unit.text) ? 'list' : 'paragraph'));
  markHead(units, roles);
  units.forEach((unit, i) => {
    if (roles[i] === 'paragraph' && i > 0 && isSubhead(unit, units[i - 1], units[i + 1])) roles[i] = 'subhead';
  });
  // Rules may err on odd texts: a story without any prose is all prose.
  const yields = (role: BlockRole) => role === 'paragraph' || role === 'list' || role === 'headline';
  return roles.some(yields) ? roles : roles.map(() => 'paragraph');
}

/** Kicker, headline and deck stand before the first paragraph, each at most once. */
function markHead(units: readonly Profile[], roles: BlockRole[]): void {
  let at = 0;
  const isHeading = (i: number): boolean => {
    const unit = units[i];
    return (
      unit !== undefined &&
      roles[i] === 'paragraph' &&
      !unit.finished &&
      unit.words <= MAX_HEADLINE_WORDS &&
      hasProse(units, roles, i + 1)
    );
  };
  while (at < units.length && roles[at] !== 'paragraph') at++;
  const first = units[at];
  if (first && isHeading(at) && first.words <= 4 && first.text === first.text.toUpperCase() && isHeading(at + 1)) {
    roles[at] = 'kicker';
    at++;
  }
  if (!isHeading(at)) return;
  roles[at] = 'headline';
  if (isHeading(at + 1) && (units[at + 1]?.words ?? 0) >= 5) roles[at + 1] = 'deck';
}

function hasProse(units: readonly Profile[], roles: readonly BlockRole[], from: number): boolean {
  return units.slice(from, from + 6).some((unit, i) => roles[from + i] === 'paragraph' && isProse(unit));
}

const isProse = (unit: Profile | undefined): boolean =>
  unit !== undefined && unit.words >= MIN_PROSE_WORDS && (unit.finished || unit.words > MAX_HEADLINE_WORDS);

function isSubhead(unit: Profile, before: Profile | undefined, after: Profile | undefined): boolean {
  if (
    unit.words > MAX_SUBHEAD_WORDS ||
    /[.!…:;,"”’]$/u.test(unit.text) ||
    !/^[\p{Lu}\p{N}“"‘'¿¡\p{Lo}]/u.test(unit.text)
  )
    return false;
  return isProse(after) && before !== undefined;
}
