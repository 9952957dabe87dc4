import { readFileSync } from 'node:fs';
import type { BlockRole } from '../../schema/story.ts';
import { type DomElement, isElement } from '../../util/dom.ts';

/** Words in class names and ids that tell what a box is for. */
export interface FurnitureRule {
  readonly id: string;
  readonly role: BlockRole;
  readonly names: readonly string[];
  readonly reason: string;
  /** A class or id that it fits. */
  readonly example: string;
}

export const FURNITURE_RULES = JSON.parse(
  readFileSync(new URL('../../../data/stories/furniture-names.json', import.meta.url), 'utf8'),
) as readonly FurnitureRule[];

const ROLE_OF_NAME: ReadonlyMap<string, BlockRole> = new Map(
  FURNITURE_RULES.flatMap(({ names, role }) => names.map((name) => [name, role] as const)),
);

const ROLE_OF_ELEMENT: Readonly<Record<string, BlockRole>> = {
  figcaption: 'caption',
  figure: 'caption',
  caption: 'caption',
  form: 'other',
  button: 'other',
  label: 'other',
  nav: 'other',
  footer: 'other',
  address: 'byline',
};

/** The role of a box by its element and the words of its class and id; absent for none that is known. */
export function furnitureRole(element: DomElement): BlockRole | undefined {
  return (
    ROLE_OF_ELEMENT[element.localName] ??
    roleOfNames(element.getAttribute('class')) ??
    roleOfNames(element.getAttribute('id'))
  );
}

/** Long class lists are generated; their end says nothing. */
const MAX_NAME_CHARS = 200;

export function roleOfNames(names: string | null): BlockRole | undefined {
  if (!names) return undefined;
  const words = names
    .slice(0, MAX_NAME_CHARS)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .reverse();
  // The last word says what it is, those before it of what: a photo-credit is a credit.
  for (const word of words) {
    const role = ROLE_OF_NAME.get(word);
    if (role) return role;
  }
  return undefined;
}

/**
 * Answers the furniture role of a line by the boxes around it, up to a box that holds most of the article: what all
 * share tells nothing.
 */
export function furnitureFinder(
  isShared: (element: DomElement) => boolean,
): (element: DomElement | undefined) => BlockRole | undefined {
  const known = new Map<DomElement, BlockRole | undefined>();
  return (element) => {
    const path: DomElement[] = [];
    let role: BlockRole | undefined;
    for (let at = element; at && !isShared(at); at = parentElement(at)) {
      if (known.has(at)) {
        role = known.get(at);
        break;
      }
      path.push(at);
    }
    for (const box of path.reverse()) {
      role ??= furnitureRole(box);
      known.set(box, role);
    }
    return role;
  };
}

export const parentElement = (element: DomElement): DomElement | undefined =>
  element.parentNode && isElement(element.parentNode) ? element.parentNode : undefined;
