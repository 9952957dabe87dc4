import { useEffect, useRef } from 'preact/hooks';
import { EventsView } from './events-view.tsx';
import { isTyping, KeysDialog } from './keys.tsx';
import { address, followLinks } from './location.ts';
import { ReaderView } from './reader/reader-view.tsx';
import { StoriesView } from './stories-view.tsx';

/** The frame of every view: name, ways to the lists, the view itself, keys. */
export function App() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === '?') dialog.current?.showModal();
      if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('[data-find]')?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', followLinks);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', followLinks);
    };
  }, []);
  const { path } = address.value;
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="masthead">
        <a class="wordmark" href="/">
          <span aria-hidden="true">¶</span> Annals
        </a>
        <nav aria-label="Views">
          <a href="/" aria-current={path === '/' ? 'page' : undefined}>
            Stories
          </a>
          <a href="/events" aria-current={path === '/events' ? 'page' : undefined}>
            Events
          </a>
        </nav>
        <button type="button" class="plain" onClick={() => dialog.current?.showModal()}>
          Keys <kbd>?</kbd>
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        <View path={path} />
      </main>
      <KeysDialog dialog={dialog} />
    </>
  );
}

function View({ path }: { readonly path: string }) {
  if (path === '/events') return <EventsView />;
  const story = path.match(/^\/stories\/([^/]+)$/)?.[1];
  if (story !== undefined) return <ReaderView key={story} id={decodeURIComponent(story)} />;
  return <StoriesView />;
}
