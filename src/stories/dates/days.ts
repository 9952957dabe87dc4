/** One day in milliseconds. */
const DAY_MS = 86_400_000;

/** The ISO day some days later, or earlier. */
export const addDays = (day: string, days: number): string =>
  days === 0 ? day : new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Days from one ISO day to another; negative when the second is the earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
