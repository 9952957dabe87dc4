import { describe, expect, it } from 'vitest';
import type { Filter } from '../schema/filter.ts';
import { AnnalsError } from '../util/errors.ts';
import { type FilterInput, parseCountFields, parseFilter } from './parse-filter.ts';

describe('parseFilter', () => {
  it.each<[FilterInput, Filter]>([
    [{}, {}],
    [{ actor: '', type: [], text: '  ', limit: undefined }, {}],
    [
      { actor: ' KOR:GOV ', place: 'UKR' },
      { actor: 'KOR:GOV', place: 'UKR' },
    ],
    [{ type: 'aid, Assault' }, { type: ['AID', 'ASSAULT'] }],
    [{ type: ['AID', 'ARMS-SALE,COERCE'] }, { type: ['AID', 'ARMS-SALE', 'COERCE'] }],
    [{ status: 'happened,called-for' }, { status: ['happened', 'called-for'] }],
    [
      { from: '2023', to: '2023' },
      { from: '2023-01-01', to: '2023-12-31' },
    ],
    [
      { from: '2024-02', to: '2024-02' },
      { from: '2024-02-01', to: '2024-02-29' },
    ],
    [{ from: '2023-09-18' }, { from: '2023-09-18' }],
    [
      { limit: '1000', sort: '-confidence', cursor: 'abc' },
      { limit: 1000, sort: '-confidence', cursor: 'abc' },
    ],
    [
      { text: 'a "b c" -d', language: 'zh-Hant', story: 'https://example.org/a#1' },
      { text: 'a "b c" -d', language: 'zh-Hant', story: 'https://example.org/a#1' },
    ],
  ])('reads %j', (input, filter) => {
    expect(parseFilter(input)).toEqual(filter);
  });

  it.each<[FilterInput, string, string]>([
    [{ actr: 'KOR' }, 'FILTER_UNKNOWN_WORD', 'There is no query word "actr"; did you mean "actor"?'],
    [{ zzzzzz: '1' }, 'FILTER_UNKNOWN_WORD', 'There is no query word "zzzzzz"; one of actor, source'],
    [{ __proto__x: '1' }, 'FILTER_UNKNOWN_WORD', '"__proto__x"'],
    [{ type: 'ASAULT' }, 'FILTER_BAD_VALUE', 'type: "ASAULT" is not an event type; did you mean "ASSAULT"?'],
    [{ type: 'AID,XQZW' }, 'FILTER_BAD_VALUE', '"XQZW" is not an event type; one of AGREE,'],
    [{ status: 'hapened' }, 'FILTER_BAD_VALUE', 'did you mean "happened"?'],
    [{ sort: 'dates' }, 'FILTER_BAD_VALUE', 'did you mean "date"?'],
    [{ from: '18/9/23' }, 'FILTER_BAD_VALUE', 'from: "18/9/23" is not a day; write 2023-09-18, 2023-09 or 2023.'],
    [{ from: '2023-02-30' }, 'FILTER_BAD_VALUE', 'not a day'],
    [{ to: '2023-13' }, 'FILTER_BAD_VALUE', 'to: "2023-13" is not a day'],
    [{ to: '2023-00' }, 'FILTER_BAD_VALUE', 'not a day'],
    [{ from: '2024', to: '2023' }, 'FILTER_BAD_VALUE', 'after "to"'],
    [{ limit: '0' }, 'FILTER_BAD_VALUE', 'limit: "0" is not a number from 1 to 1000'],
    [{ limit: '1e3' }, 'FILTER_BAD_VALUE', 'limit'],
    [{ language: 'en_GB;' }, 'FILTER_BAD_VALUE', 'language'],
    [{ actor: ['KOR', 'PRK'] }, 'FILTER_BAD_VALUE', 'actor: is given more than once'],
  ])('refuses %j and names what is wrong', (input, code, message) => {
    let caught: unknown;
    try {
      parseFilter(input);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(AnnalsError);
    expect(caught).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('reads the fields of a count', () => {
    expect(parseCountFields('month, source,target,source')).toEqual(['month', 'source', 'target']);
    expect(() => parseCountFields('mnth')).toThrow('by: "mnth" is not one of them; did you mean "month"?');
    expect(() => parseCountFields('')).toThrow('by: names no field');
  });
});
