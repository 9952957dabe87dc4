import { expect, test } from 'vitest';
import { filterOf } from './filter.ts';

test('options are read as words of a query', () => {
  expect(filterOf({ type: ['aid', 'HARBOUR-VISIT'], actor: 'KOR:GOV', from: '2024-02', to: '2024-02' })).toEqual({
    type: ['AID', 'HARBOUR-VISIT'],
    actor: 'KOR:GOV',
    from: '2024-02-01',
    to: '2024-02-29',
  });
});

test('a wrong value is answered by a suggestion', () => {
  expect(() => filterOf({ type: ['ASAULT'] })).toThrow(/did you mean "ASSAULT"\?/);
  expect(() => filterOf({ status: ['hapened'] })).toThrow(/did you mean "happened"\?/);
  expect(() => filterOf({ from: '18/9/23' })).toThrow(/is not a day/);
});

test('all lifts what is meant when no status is named', () => {
  expect(filterOf({}, ['happened', 'ongoing'])).toEqual({ status: ['happened', 'ongoing'] });
  expect(filterOf({ status: ['denied'] }, ['happened'])).toEqual({ status: ['denied'] });
  expect(filterOf({ status: ['all'] }, ['happened'])).toEqual({});
  expect(filterOf({})).toEqual({});
});
