import { EVENT_STATUSES } from '../store/filter-words.ts';
import type { OptionSpec } from './command-spec.ts';

/** What `annals query` can ask for. */
export const queryKinds = ['events', 'stories', 'actors', 'quotes', 'clusters'] as const;

/** Options that every command takes. */
export const commonOptions: readonly OptionSpec[] = [
  { flags: '-q, --quiet', says: 'no talk on stderr, only warnings and faults' },
  { flags: '-v, --verbose', says: 'more talk on stderr' },
  { flags: '--no-color', says: 'no colour (NO_COLOR and TERM=dumb do the same; FORCE_COLOR=1 asks for it)' },
  { flags: '--no-input', says: 'never ask a question' },
  { flags: '--debug', says: 'show where in the code a fault arose' },
  { flags: '-V, --version', says: 'print the version; with --verbose also what decides the output' },
];

export const storeOption: OptionSpec = {
  flags: '-s, --store <file>',
  says: 'the store (default: $ANNALS_STORE, else news.annals)',
};

export const outputOption: OptionSpec = { flags: '-o, --output <file>', says: 'write to FILE (- is stdout)' };

export const jsonOption: OptionSpec = { flags: '--json', says: 'the same as --format jsonl' };

/** For commands whose answer has no other format. */
export const asJsonOption: OptionSpec = { flags: '--json', says: 'the answer as one line of JSON' };

export function formatOption(values: readonly string[], says: string): OptionSpec {
  return { flags: '-f, --format <format>', says, values };
}

/** What pages are and what is known of them. */
export const inputOptions: readonly OptionSpec[] = [
  { flags: '--jsonl', says: 'the input is JSON lines: {id?, text | html, url?, published?, …, pair?}' },
  { flags: '--as <kind>', says: 'take the input for this, whatever its name says', values: ['text', 'html', 'jsonl'] },
  { flags: '--url <url>', says: 'the address the page was fetched from (its date is a clue)' },
  { flags: '--published <date>', says: 'the day of publication, if you know it: 2023-09-18' },
];

export const errorsOption: OptionSpec = {
  flags: '--errors <file>',
  says: 'write what failed to FILE, one JSON line each',
};

/** The filter words, the same in every command that reads the store. */
export const filterOptions: readonly OptionSpec[] = [
  {
    flags: '--actor <who>',
    says: 'on either side: a country (KOR) or sector code (GOV), KOR:GOV for both, or words of a name (Yoon, Yoon*)',
  },
  { flags: '--source <who>', says: 'who acts' },
  { flags: '--target <who>', says: 'who is acted upon' },
  { flags: '--type <types>', says: 'PLOVER types: ASSAULT,COERCE (or a type of your own: HARBOUR-VISIT)', list: true },
  { flags: '--status <statuses>', says: `${EVENT_STATUSES.join(', ')} or all`, list: true },
  { flags: '--from <date>', says: 'from this day, month or year on: 2023-09-18, 2023-09, 2023' },
  { flags: '--to <date>', says: 'up to and with this day, month or year' },
  { flags: '--place <where>', says: 'a country code or words of a place name' },
  { flags: '--text <words>', says: 'words of the story: "a phrase", -not, begin*, one OR other' },
  { flags: '--language <code>', says: 'language of the story: en, fr, zh' },
  { flags: '--story <id>', says: 'one story or page' },
];
