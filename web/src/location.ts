import { signal } from '@preact/signals';

/** Where the page is: the whole state of a view lives in its address. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
  /** Without the `#`. */
  readonly hash: string;
}

function readAddress(): Address {
  const { pathname, search, hash } = window.location;
  return { path: pathname, query: new URLSearchParams(search), hash: decodeURIComponent(hash.slice(1)) };
}

export const address = signal<Address>(readAddress());

window.addEventListener('popstate', () => {
  address.value = readAddress();
});

/** Goes to an address of this page. `replace` changes it in place, so that Back does not stop at every keystroke. */
export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  if (to === window.location.pathname + window.location.search + window.location.hash) return;
  const samePath = new URL(to, window.location.href).pathname === window.location.pathname;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', to);
  address.value = readAddress();
  if (how === 'replace' || samePath) return;
  window.scrollTo(0, 0);
  // As after a real page load, reading and tabbing begin at the content.
  document.getElementById('main')?.focus({ preventScroll: true });
}

/** Changes only the part after `#`, without a stop for Back: which event is in focus. */
export function markHash(hash: string): void {
  const { pathname, search } = window.location;
  history.replaceState(null, '', `${pathname}${search}${hash === '' ? '' : `#${hash}`}`);
}

/** Follows links of this page without loading it anew; leaves new tabs, downloads and other sites to the browser. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.('a');
  if (link?.target !== '' || link.origin !== window.location.origin) return;
  if (link.pathname.startsWith('/api/') || link.pathname === '/openapi.json') return;
  if (link.pathname === window.location.pathname && link.hash !== '') return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

export function storyPath(id: string): string {
  return `/stories/${encodeURIComponent(id)}`;
}
