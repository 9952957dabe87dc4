import { describe, expect, it } from 'vitest';
import { ANNIVERSARIES } from './content-dates.ts';
import { dateOfUrl } from './date-of-url.ts';
import { DATE_FORMS, parseDate } from './parse-date.ts';

describe('parseDate', () => {
  it.each(DATE_FORMS.map((form) => [form.id, form.example] as const))('%s reads its example', (_, example) => {
    expect(parseDate(example, false)?.day).toBe('2023-09-18');
  });

  it.each([
    ['2023-09-18T10:15:00+0800', '2023-09-18T10:15:00+08:00'],
    ['2023-09-18T10:15:00.000Z', '2023-09-18T10:15:00Z'],
    ['2023-09-18 10:15', '2023-09-18T10:15'],
    ['Published 18th of September 2023', '2023-09-18'],
    ['18 de septiembre de 2023', '2023-09-18'],
    ['18 сентября 2023', '2023-09-18'],
    ['Mon, 18 Sep 2023 10:15:00 GMT', '2023-09-18T10:15:00Z'],
  ])('reads %s', (words, value) => {
    expect(parseDate(words, false)?.value).toBe(value);
  });

  it('takes 3/4 as the language has it, and 18/9 as the calendar has it', () => {
    expect(parseDate('3/4/2023', true)?.day).toBe('2023-03-04');
    expect(parseDate('3/4/2023', false)?.day).toBe('2023-04-03');
    expect(parseDate('18/9/2023', true)?.day).toBe('2023-09-18');
  });

  it.each(['2023-02-30', '99/99/2023', 'version 10.4.2', 'room 1234', '31 Foo 2023', '1066-10-14'])(
    'finds none in %s',
    (words) => {
      expect(parseDate(words, false)).toBeUndefined();
    },
  );
});

describe('dateOfUrl', () => {
  it.each([
    ['https://example.org/News/2023/09/18/2003806400', '2023-09-18', '2023-09-18'],
    ['https://example.org/world/20230918-summit', '2023-09-18', '2023-09-18'],
    ['https://example.org/world/2023/sep/18/summit', '2023-09-18', '2023-09-18'],
    ['https://example.org/summit-2023-09-18.html', '2023-09-18', '2023-09-18'],
    ['https://example.org/2024/02/summit/', '2024-02-01', '2024-02-29'],
  ])('reads %s', (url, earliest, latest) => {
    expect(dateOfUrl(url)).toMatchObject({ earliest, latest });
  });

  it.each([
    'https://example.org/article/2003806400',
    'https://2023-09-18.example.org/',
    'https://example.org/2023/13/40/',
  ])('finds none in %s', (url) => {
    expect(dateOfUrl(url)).toBeUndefined();
  });
});

describe('anniversaries', () => {
  it.each(ANNIVERSARIES.map((one) => [one.id, one] as const))('%s knows its example', (_, { test, example }) => {
    expect(test.exec(example)?.[0]).toContain('anniversary of');
  });
});
