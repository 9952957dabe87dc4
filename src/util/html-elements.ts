/** Elements whose text is no text of a page. */
export const UNSEEN_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'script style template noscript title iframe object embed svg canvas audio video select datalist textarea ' +
    'dialog link meta base'
  ).split(' '),
);

/** Elements that begin and end a line. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol option p ' +
    'plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);
