import type { Command, Help, HelpConfiguration } from 'commander';
import type { CommandSpec } from './command-spec.ts';

/** Lays help out as people read it: what it is, examples, then the options. */
export function helpLayout(table: readonly CommandSpec[]): HelpConfiguration {
  const examplesOf = new Map(table.map((spec) => [spec.name, spec.examples]));
  return {
    showGlobalOptions: true,
    commandUsage: (command) => usageOf(command),
    subcommandTerm: (command) => command.name(),
    formatHelp(command: Command, helper: Help) {
      const title = (text: string) => helper.styleTitle(text);
      const parts = [helper.styleCommandDescription(helper.commandDescription(command))];
      const examples = examplesOf.get(command.name()) ?? firstExamples;
      parts.push([title('Examples'), ...aligned(examples)].join('\n'));
      parts.push(`${title('Usage')}\n  ${helper.commandUsage(command)}`);
      const list = (heading: string, rows: readonly (readonly [string, string])[]) => {
        if (rows.length > 0) parts.push([title(heading), ...listed(rows, helper)].join('\n'));
      };
      list(
        'Commands',
        helper.visibleCommands(command).map((sub) => [sub.name(), helper.subcommandDescription(sub)] as const),
      );
      list(
        'Arguments',
        helper
          .visibleArguments(command)
          .map((arg) => [helper.argumentTerm(arg), helper.argumentDescription(arg)] as const),
      );
      list(
        'Options',
        helper.visibleOptions(command).map((option) => [helper.optionTerm(option), option.description] as const),
      );
      list(
        'Everywhere',
        helper.visibleGlobalOptions(command).map((option) => [helper.optionTerm(option), option.description] as const),
      );
      return `${parts.join('\n\n')}\n`;
    },
  };
}

const firstExamples = [
  ['annals read page.html', 'see what a page says'],
  ['annals add pages/', 'keep it in news.annals'],
  ['annals query --actor KOR', 'ask the store'],
] as const;

/** Wide enough for most terms; a longer one takes a line of its own. */
const termWidth = 26;

function listed(rows: readonly (readonly [string, string])[], helper: Help): string[] {
  const width = (helper.helpWidth ?? 80) - termWidth - 2;
  return rows.flatMap(([term, says]) => {
    const lines = helper.boxWrap(says, width).split('\n');
    const indent = ' '.repeat(termWidth + 2);
    if (term.length >= termWidth) return [`  ${term}`, ...lines.map((line) => `${indent}${line}`)];
    return lines.map((line, i) => (i === 0 ? `  ${term.padEnd(termWidth)}${line}` : `${indent}${line}`));
  });
}

function aligned(examples: readonly (readonly [string, string])[]): string[] {
  const widest = Math.max(...examples.map(([command]) => command.length));
  if (widest > 42) return examples.flatMap(([command, says]) => [`  ${command}`, `      ${says}`]);
  return examples.map(([command, says]) => `  ${command.padEnd(widest)}   ${says}`);
}

function usageOf(command: Command): string {
  const parent = command.parent === null ? '' : `${command.parent.name()} `;
  const args = command.registeredArguments.map((arg) => {
    const name = `${arg.name()}${arg.variadic ? '...' : ''}`;
    return arg.required ? ` <${name}>` : ` [${name}]`;
  });
  const rest = command.parent === null ? ' <command>' : '';
  return `${parent}${command.name()}${rest}${args.join('')} [options]`;
}

/** What `annals` alone says: ten lines. */
export const tenLines = `annals reads news pages and keeps a checkable record of world affairs.

  annals demo                      see it work on the example pages
  annals read page.html            what does this page say? (no store needed)
  annals add pages/                keep the record in news.annals
  annals query --actor KOR         ask it; annals serve opens it in a browser

Commands: read add query count show explain serve export correct remove demo doctor
Help on each: annals help read     What an error means: annals explain-error CODE
Documentation: docs/cli.md (command line), docs/fields.md (every field and column)
`;
