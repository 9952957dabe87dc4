import { describe, expect, it } from 'vitest';
import { LINE_RULES, lineRuleOf } from './line-rules.ts';

describe('line rules', () => {
  it.each(LINE_RULES.map((rule) => [rule.id, rule.example, rule.role] as const))(
    '%s knows its example',
    (id, example, role) => {
      const rule = LINE_RULES.find((one) => one.id === id);
      expect(rule?.test.test(example)).toBe(true);
      expect(lineRuleOf(example)?.role).toBe(role);
    },
  );

  it.each([
    'The photo shows Reuters reporters in front of the parliament.',
    'By Monday the talks had failed, and both sides went home.',
    'The ministry said that its privacy policy would change next year.',
    'More than 300 people were detained on Sunday.',
    'Ana Brook, the president, is a former editor and was elected in May.',
    'He said the agreement would be published on 18 September 2023.',
    'Ana Brook is a reporter for the Gazette who was arrested in May.',
    'Donors pledged support for independent journalism in the region.',
    'Ministers read more than 300 pages of testimony.',
    'He covers the costs for the Ministry of Trade, she said.',
    'Related companies must report to the council, the law says.',
  ])('leaves prose alone: %s', (line) => {
    expect(lineRuleOf(line)).toBeUndefined();
  });
});
