/**
 * A sign for each status, drawn so that no two look alike without colour: full, half, empty, dashed circle, call,
 * question, crossed out. Always beside the word.
 */
const signs: Readonly<Record<string, string>> = {
  happened: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  ongoing: 'M8 2a6 6 0 0 0 0 12z',
  planned: 'M8 4.500V8l2.500 2',
  conditional: 'M5 8h6M8.500 5.500L11 8l-2.500 2.500',
  'called-for': 'M8 4.500v4.200M8 10.700v.8',
  speculated: 'M6.200 6.500a1.900 1.900 0 1 1 2.700 1.700c-.6.300-.9.600-.9 1.200M8 11v.6',
  denied: 'M4.200 11.800l7.600-7.600',
};

export function StatusSign({ status }: { readonly status: string }) {
  const filled = status === 'happened' || status === 'ongoing';
  return (
    <svg class={`sign sign-${status}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-dasharray={status === 'conditional' || status === 'speculated' ? '2.2 1.6' : undefined}
      />
      <path
        d={signs[status] ?? ''}
        fill={filled ? 'currentColor' : 'none'}
        stroke={filled ? 'none' : 'currentColor'}
        stroke-width="1.5"
        stroke-linecap="round"
      />
    </svg>
  );
}
