import { stampReader } from '../reader-stamp.ts';

/** The version; in full with the hashes of model, codebook and tables, which decide the output. */
export async function readVersion(inFull: boolean): Promise<string> {
  const { version, model, codebook, data } = stampReader();
  if (!inFull) return `${version}\n`;
  return `annals ${version}\nmodel ${model}\ncodebook ${codebook}\ndata ${data}\nnode ${process.versions.node}\n`;
}
