import type { Terminal } from './terminal.ts';

export interface Progress {
  /** Counts inputs that are through; `failed` of them could not be read. */
  step(through: number, failed?: number): void;
  /** Takes the bar away, so that talk can follow. */
  end(): void;
}

const redrawMs = 100;
const lineMs = 10_000;
const barWidth = 20;

/** Progress on stderr: a bar on a terminal, else one line every ten seconds; nothing with `--quiet`. */
export function showProgress(terminal: Terminal, noun: string, total?: number): Progress {
  const began = performance.now();
  let through = 0;
  let failed = 0;
  let drawnAt = began;
  let drawn = false;
  const clear = () => {
    if (drawn) process.stderr.write('\r\u001b[K');
    drawn = false;
  };
  return {
    step(more, moreFailed = 0) {
      through += more;
      failed += moreFailed;
      const now = performance.now();
      if (terminal.quiet || now - drawnAt < (terminal.stderrIsTty ? redrawMs : lineMs)) return;
      drawnAt = now;
      const line = describe(noun, { through, failed, total, seconds: (now - began) / 1000 });
      if (!terminal.stderrIsTty) return terminal.say(line);
      process.stderr.write(`\r\u001b[K${bar(through, total)}${line}`);
      drawn = true;
    },
    end: clear,
  };
}

interface State {
  readonly through: number;
  readonly failed: number;
  readonly total: number | undefined;
  readonly seconds: number;
}

export function describe(noun: string, { through, failed, total, seconds }: State): string {
  const rate = through / Math.max(seconds, 0.001);
  const parts = [
    total === undefined ? `${grouped(through)} ${noun}` : `${grouped(through)}/${grouped(total)} ${noun}`,
    `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`,
  ];
  if (total !== undefined && through > 0) parts.push(`${duration((total - through) / rate)} left`);
  if (failed > 0) parts.push(`${grouped(failed)} failed`);
  return parts.join(' · ');
}

function bar(through: number, total: number | undefined): string {
  if (total === undefined || total === 0) return '';
  const full = Math.min(barWidth, Math.round((through / total) * barWidth));
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} `;
}

/** 1204 → "1,204" */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
