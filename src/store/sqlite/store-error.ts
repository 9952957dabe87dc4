import { AnnalsError } from '../../util/errors.ts';

const ADVICE: readonly { readonly match: RegExp; readonly code: string; readonly says: string }[] = [
  {
    match: /SQLITE_BUSY|SQLITE_LOCKED|database is locked/,
    code: 'STORE_BUSY',
    says: 'is locked by another process that writes; wait for it to finish, then try again',
  },
  {
    match: /SQLITE_FULL|disk is full/,
    code: 'STORE_DISK_FULL',
    says: 'cannot grow: the disk is full; nothing of this batch was stored. Free some space and run the command again',
  },
  {
    match: /SQLITE_READONLY|readonly database|SQLITE_PERM|SQLITE_AUTH/,
    code: 'STORE_READ_ONLY',
    says: 'is opened read-only or its file may not be written; open it for writing or change the permissions',
  },
  {
    match: /SQLITE_NOTADB|not a database/,
    code: 'STORE_NOT_ANNALS',
    says: 'is not an Annals store; name another file',
  },
  {
    match: /SQLITE_CORRUPT|malformed/,
    code: 'STORE_DAMAGED',
    says: 'is damaged; restore it from a backup or add the pages to a new store',
  },
  {
    match: /SQLITE_IOERR|disk I\/O error/,
    code: 'STORE_DISK_ERROR',
    says: 'could not be read or written on disk; check the disk and that it is a local one',
  },
  {
    match: /SQLITE_CANTOPEN|ConnectionFailed|unable to open/i,
    code: 'STORE_UNUSABLE',
    says: 'cannot be opened; check that its folder exists and that you may write there',
  },
];

/** Says what a database error means and what to do. An `AnnalsError` passes through. */
export function toStoreError(error: unknown, path: string): Error {
  if (error instanceof AnnalsError) return error;
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const known = ADVICE.find(({ match }) => match.test(`${code} ${message}`));
  if (known !== undefined) return new AnnalsError(known.code, `${path} ${known.says}.`, { input: path, cause: error });
  return new AnnalsError('STORE_FAILED', `${path}: the database answered "${message}" (${code}).`, {
    input: path,
    cause: error,
  });
}
