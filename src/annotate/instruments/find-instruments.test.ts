import { describe, expect, it } from 'vitest';
import { marked } from '../../../test/helpers/marked.ts';
import type { Instrument } from '../../schema/instrument.ts';
import type { StorySlice } from '../../schema/story.ts';
import { loadTagger } from '../../text/load-tagger.ts';
import { parseText } from '../../text/parse-text.ts';
import { findInstruments } from './find-instruments.ts';

const tagger = loadTagger();

function instrumentsIn(text: string): Instrument[] {
  const story = { id: 's#1', text, blocks: [{ start: 0, end: text.length, role: 'paragraph' }] };
  return findInstruments(parseText(story as unknown as StorySlice, tagger));
}

describe('findInstruments', () => {
  it.each([
    [
      'Under [UN Security Council Resolution 2758] the seat passed',
      { kind: 'resolution', number: '2758', body: 'United Nations Security Council' },
    ],
    ['They cited [resolution 1701] again', { kind: 'resolution', number: '1701' }],
    ['left the [Paris Agreement] on Monday', { kind: 'agreement', name: 'Paris Agreement' }],
    ['since the [Treaty of Rome] was signed', { kind: 'treaty', name: 'Treaty of Rome' }],
    ['parties to the [1951 Refugee Convention] must', { kind: 'treaty', year: 1951 }],
    ['charged under the [Espionage Act of 1917] with', { kind: 'law', year: 1917 }],
    ['the [Illegal Migration Bill] returned to', { kind: 'bill' }],
    ['the [UN Convention on the Law of the Sea] bars', { kind: 'treaty' }],
    ['signed [Executive Order 13769] at once', { kind: 'law', number: '13769' }],
    ['the [JCPOA] of the powers', { kind: 'agreement' }],
    ['the [Balfour Declaration] promised', { kind: 'declaration' }],
  ])('reads %s', (source, expected) => {
    const { text, spans } = marked(source);
    const found = instrumentsIn(text);
    expect(found.map(({ start, end }) => ({ start, end }))).toEqual(spans);
    expect(found[0]).toMatchObject(expected);
  });

  it.each([
    'Act now.',
    'They reached an agreement.',
    'The Convention opened on Monday.',
    'Law and order',
    'The Bill failed.',
  ])('finds none in "%s"', (text) => {
    expect(instrumentsIn(text)).toEqual([]);
  });
});
