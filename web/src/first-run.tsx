import { useEffect, useState } from 'preact/hooks';
import { getJson } from './api.ts';
import { CopyButton } from './twins.tsx';

const ways: readonly { readonly title: string; readonly says: string; readonly command: string }[] = [
  {
    title: 'Look at the demo',
    says: 'A page with several stories that comes with Annals.',
    command: 'annals demo --store news.annals',
  },
  {
    title: 'Read your files',
    says: 'Text, HTML or JSON lines; files and whole folders.',
    command: 'annals add page.html news/',
  },
  {
    title: 'Paste a text',
    says: 'Paste, then end with Ctrl-D on a line of its own.',
    command: 'annals add -',
  },
];

/** How often an empty page looks whether something has come. */
const lookEveryMs = 2_000;

/** The view of an empty store: three ways to begin. It gives way by itself as soon as there is a story. */
export function FirstRun() {
  const [waiting, setWaiting] = useState(true);
  useEffect(() => {
    document.title = 'Begin · Annals';
    const timer = setInterval(async () => {
      const { value } = await getJson<{ stories: number }>('/api/v1/statistics');
      if (!value?.stories) return;
      setWaiting(false);
      window.location.reload();
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="first-run">
      <p class="first-run-sign" aria-hidden="true">
        ¶
      </p>
      <h1>Nothing is recorded yet</h1>
      <p class="first-run-lead">
        Annals reads news pages and keeps who did what to whom, who says so, when and where, each with the exact words.
        Three ways to begin, in a terminal. If this server was started with <code>--store</code>, give that file.
      </p>
      <ol class="ways">
        {ways.map(({ title, says, command }) => (
          <li key={command}>
            <h2>{title}</h2>
            <p>{says}</p>
            <p class="command">
              <code>{command}</code> <CopyButton text={command} />
            </p>
          </li>
        ))}
      </ol>
      <p class="quiet" aria-live="polite">
        {waiting ? 'This page looks every two seconds and shows the first story when it comes.' : 'Here it is.'}
      </p>
    </div>
  );
}
