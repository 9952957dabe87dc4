import * as v from 'valibot';
import type { Failure, Given, Page, PairQuestion } from '../schema/page.ts';
import { isIsoTime } from './iso-time.ts';
import { failureOf, makePage } from './make-page.ts';

const optional = <T extends v.GenericSchema>(schema: T) => v.nullish(schema);
const words = v.string();
const isoTime = v.pipe(
  v.string(),
  v.check(isIsoTime, (issue) => `is not an ISO 8601 date (${quote(issue.input)}); write it like 2023-09-18`),
);
const span = v.object({ start: v.pipe(v.number(), v.integer()), end: v.pipe(v.number(), v.integer()) });
const side = optional(v.union([span, v.array(span)]));

const lineSchema = v.object({
  id: optional(v.union([v.string(), v.number()])),
  text: optional(words),
  html: optional(words),
  url: optional(words),
  published: optional(isoTime),
  retrieved: optional(isoTime),
  title: optional(words),
  authors: optional(v.union([v.array(words), words])),
  publisher: optional(words),
  language: optional(words),
  pair: optional(v.object({ source: side, target: side })),
});
type Line = v.InferOutput<typeof lineSchema>;

/** A decoded JSONL line and where it stood. */
export interface JsonLine {
  readonly json: string;
  readonly name: string;
  readonly path?: string | undefined;
  /** 1-based. */
  readonly line: number;
}

/** Makes a page of one JSONL line `{id?, text | html, …}`; a bad line is a failure that names what to change. */
export function readJsonLine(source: JsonLine): Page | Failure {
  const at = { name: `${source.name}:${source.line}`, path: source.path, line: source.line };
  let value: unknown;
  try {
    value = JSON.parse(source.json);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failureOf(at, 'LINE_NOT_JSON', `is not JSON (${why}); write one JSON object on each line`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return failureOf(at, 'LINE_INVALID', 'is JSON, but no object; write one JSON object on each line');
  }
  const id = idOf(value);
  const parsed = v.safeParse(lineSchema, value);
  if (!parsed.success) return failureOf({ ...at, id }, 'LINE_INVALID', issueText(parsed.issues[0]));
  const line = parsed.output;
  const { text, html } = line;
  if (typeof text === 'string' && typeof html === 'string') {
    return failureOf({ ...at, id }, 'LINE_INVALID', 'has both "text" and "html"; give one of them');
  }
  const content = text ?? html;
  if (content === null || content === undefined) {
    return failureOf({ ...at, id }, 'LINE_INVALID', 'has neither "text" nor "html"; give the page in one of them');
  }
  const page = makePage({
    ...at,
    bytes: new TextEncoder().encode(content),
    decoded: true,
    format: typeof html === 'string' ? 'html' : 'text',
    id,
    url: filled(line.url),
    retrieved: filled(line.retrieved),
    given: givenOf(line),
    pair: pairOf(line.pair),
  });
  const fault = 'failure' in page ? undefined : pairFault(page);
  return fault === undefined ? page : failureOf({ ...at, id }, 'PAIR_SPAN_INVALID', fault);
}

function givenOf(line: Line): Given {
  const published = filled(line.published);
  const title = filled(line.title);
  const publisher = filled(line.publisher);
  const language = filled(line.language);
  const authors = (typeof line.authors === 'string' ? [line.authors] : (line.authors ?? [])).filter((a) => a.trim());
  return {
    ...(published && { published }),
    ...(title && { title }),
    ...(authors.length > 0 && { authors }),
    ...(publisher && { publisher }),
    ...(language && { language }),
  };
}

function pairOf(pair: Line['pair']): PairQuestion | undefined {
  if (!pair) return undefined;
  const list = (side: typeof pair.source) => (side ? (Array.isArray(side) ? side : [side]) : []);
  return { source: list(pair.source), target: list(pair.target) };
}

/** What is wrong with the spans of a pair question, if anything is. */
function pairFault({ text, pair }: Page): string | undefined {
  for (const side of ['source', 'target'] as const) {
    for (const { start, end } of pair?.[side] ?? []) {
      if (start < 0 || end > text.length || start >= end) {
        return `"pair.${side}" ${start}–${end} does not lie in the text (0–${text.length}); offsets are UTF-16 code units`;
      }
      if (cutsPair(text, start) || cutsPair(text, end)) {
        return `"pair.${side}" ${start}–${end} cuts a character in two; offsets are UTF-16 code units`;
      }
    }
  }
  return undefined;
}

const cutsPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');

function idOf(value: object): string | undefined {
  const id = 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? filled(id) : typeof id === 'number' ? String(id) : undefined;
}

const filled = (value: string | null | undefined): string | undefined => (value?.trim() ? value : undefined);

function issueText(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const what = issue.type === 'check' ? issue.message : `should be ${issue.expected}, not ${issue.received}`;
  return path === null ? what : `"${path}" ${what}`;
}

const quote = (value: unknown): string => JSON.stringify(value).slice(0, 60);
