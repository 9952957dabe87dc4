import { escapeControls, type Output, toJsonLine } from './output.ts';

/** Writes records one by one, as lines, as one JSON array, or as whatever `card` makes of them. */
export interface RecordWriter<T> {
  write(record: T): Promise<void>;
  end(): Promise<void>;
}

export function recordWriter<T>(
  format: 'jsonl' | 'json' | 'cards',
  output: Output,
  card: (record: T) => string | undefined,
): RecordWriter<T> {
  if (format === 'jsonl') return { write: (record) => output.write(toJsonLine(record)), async end() {} };
  if (format === 'json') return arrayWriter(output);
  return {
    async write(record) {
      const text = card(record);
      if (text !== undefined) await output.write(text);
    },
    async end() {},
  };
}

function arrayWriter<T>(output: Output): RecordWriter<T> {
  let isFirst = true;
  return {
    async write(record) {
      await output.write(`${isFirst ? '[\n' : ',\n'}${escapeControls(JSON.stringify(record, undefined, 2))}`);
      isFirst = false;
    },
    end: () => output.write(isFirst ? '[]\n' : '\n]\n'),
  };
}
