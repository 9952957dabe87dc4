import { expect, test } from 'vitest';
import { countFieldsOf, dayOf, filterOf } from './filter.ts';

test.each([
  ['2023-09-18', '2023-09-18', '2023-09-18'],
  ['2023-09', '2023-09-01', '2023-09-30'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023', '2023-01-01', '2023-12-31'],
])('%s is the days from %s to %s', (given, first, last) => {
  expect(dayOf('--from', given, 'first')).toBe(first);
  expect(dayOf('--to', given, 'last')).toBe(last);
});

test.each(['18/9/23', '2023-13', '2023-02-30', 'yesterday', '', '2023-00', '2023-9'])('%s is no day', (given) => {
  expect(() => dayOf('--from', given, 'first')).toThrow(/--from: .* is no day, month or year/);
});

test('types and statuses are known ones, in any case, and a wrong one is answered by a suggestion', () => {
  expect(filterOf({ type: ['assault', 'HARBOUR-VISIT'] })).toEqual({ type: ['ASSAULT', 'HARBOUR-VISIT'] });
  expect(() => filterOf({ type: ['ASAULT'] })).toThrow(/Did you mean ASSAULT\?/);
  expect(filterOf({ status: ['Called-For'] })).toEqual({ status: ['called-for'] });
  expect(() => filterOf({ status: ['hapened'] })).toThrow(/Did you mean happened\?/);
  expect(countFieldsOf(['Month'])).toEqual(['month']);
  expect(() => countFieldsOf(['moth'])).toThrow(/Did you mean month\?/);
});

test('all lifts what is meant when no status is named', () => {
  expect(filterOf({}, ['happened', 'ongoing'])).toEqual({ status: ['happened', 'ongoing'] });
  expect(filterOf({ status: ['denied'] }, ['happened'])).toEqual({ status: ['denied'] });
  expect(filterOf({ status: ['all'] }, ['happened'])).toEqual({});
});

test('an interval that ends before it begins is refused', () => {
  expect(() => filterOf({ from: '2024', to: '2023' })).toThrow(/nothing can lie between/);
});
