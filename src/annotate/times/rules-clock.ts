import { pad, toIsoDay } from './calendar.ts';
import type { Meaning } from './meaning.ts';
import { toPartialDate } from './resolve-date.ts';
import type { Caught, TimeContext, TimeRule } from './time-rule.ts';

/** Times of day. */
export const clockRules: readonly TimeRule[] = [
  {
    id: 'clock/minutes',
    example: 'The blast came at [10:57 p.m. GMT].',
    gives: '2023-09-20T22:57',
    pattern: 'clock:clock dash? half:clockPart? hours? zone:zone?',
    read: (caught, context) => {
      const [hours = '0', minutes = '0'] = caught.text('clock').split(':');
      return clock(caught, context, Number(hours), Number(minutes));
    },
  },
  {
    id: 'clock/dotted-minutes',
    example: 'The train left at [2.49 p.m.] on its way',
    gives: '2023-09-20T14:49',
    pattern: 'clock:number half:clockPart zone:zone?',
    read: (caught, context) => {
      const match = /^(\d{1,2})\.(\d{2})$/.exec(caught.get('clock')?.word ?? '');
      return match === null ? undefined : clock(caught, context, Number(match[1]), Number(match[2]));
    },
  },
  {
    id: 'clock/hours',
    example: 'Polls close at [8 p.m.].',
    gives: '2023-09-20T20:00',
    pattern: 'hours:day|word half:clockPart zone:zone?',
    read: (caught, context) => clock(caught, context, caught.number('hours'), 0),
  },
  {
    id: 'clock/o-clock',
    example: "at [six o'clock] the guns fell silent",
    gives: '2023-09-20T06:00',
    pattern: 'hours:day|word oclock zone:zone?',
    read: (caught, context) => clock(caught, context, caught.number('hours'), 0),
  },
  {
    id: 'clock/midnight',
    example: 'The curfew starts at [midnight].',
    gives: '2023-09-20T00:00',
    pattern: 'midnight zone:zone?',
    read: (caught, context) => clock(caught, context, 0, 0),
  },
  {
    id: 'clock/this-part',
    example: 'Police said [this morning] that',
    gives: '2023-09-20TMO',
    pattern: 'mod:this|that|article part:part',
    read: (caught, context) => {
      if (caught.get('mod')?.kind === 'article') return undefined;
      const fromText = caught.get('mod')?.kind === 'that' || context.narrative;
      const day = fromText ? dayOf(context) : context.day === undefined ? 'XXXX-XX-XX' : toIsoDay(context.day);
      return { type: 'time', value: `${day}T${caught.text('part')}`, deictic: !fromText };
    },
  },
  {
    id: 'clock/bare-part',
    example: 'They crossed at [night].',
    gives: 'XXXX-XX-XXTNI',
    pattern: 'part:part',
    read: (caught) => {
      const lead = caught.before?.word ?? '';
      const led = /^(?:at|by|during|before|after|until|through|since)$/.test(lead) || caught.first.word === 'overnight';
      return led ? { type: 'time', value: `XXXX-XX-XXT${caught.text('part')}` } : undefined;
    },
  },
];

function clock(caught: Caught, context: TimeContext, hours: number, minutes: number): Meaning | undefined {
  const half = caught.get('half');
  if (hours > 24 || minutes > 59 || (half !== undefined && (hours > 12 || hours === 0))) return undefined;
  const hour = half === undefined ? hours : (hours % 12) + Number(half.value);
  const zone = caught.text('zone');
  return {
    type: 'time',
    value: `${dayOf(context)}T${pad(hour)}:${pad(minutes)}`,
    deictic: true,
    ...(zone !== '' && { zone }),
  };
}

/** The day that the text last gave, else the day of publication. */
function dayOf(context: TimeContext): string {
  const last = toPartialDate(context.last);
  if (last?.day !== undefined) return context.last?.slice(0, 10) ?? '';
  return context.day === undefined || context.narrative ? 'XXXX-XX-XX' : toIsoDay(context.day);
}
