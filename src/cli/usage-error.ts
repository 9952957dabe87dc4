import { AnnalsError } from '../util/errors.ts';

/** A command line that asks for something there is not; ends with exit code 2. */
export class UsageError extends AnnalsError {
  constructor(message: string) {
    super('USAGE', message);
    this.name = 'UsageError';
  }
}
