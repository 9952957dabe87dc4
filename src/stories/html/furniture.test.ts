import { describe, expect, it } from 'vitest';
import { FURNITURE_RULES, roleOfNames } from './furniture.ts';

describe('furniture rules', () => {
  it.each(FURNITURE_RULES.map((rule) => [rule.id, rule.example, rule.role] as const))(
    '%s knows its example',
    (_, example, role) => {
      expect(roleOfNames(example)).toBe(role);
    },
  );

  it.each(['article-body', 'story__text paragraph', 'authority', 'relatedness-free', null])(
    'says nothing of %j',
    (names) => {
      expect(roleOfNames(names)).toBeUndefined();
    },
  );
});
