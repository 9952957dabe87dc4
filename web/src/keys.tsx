import type { RefObject } from 'preact';

const keys: readonly (readonly [string, string])[] = [
  ['/', 'Go to the search or filter'],
  ['j', 'Next event of the story'],
  ['k', 'Event before'],
  ['1 – 7', 'Show or hide a layer of the text'],
  ['o', 'Open the original page at the words of the event'],
  ['Esc', 'Leave the event in focus'],
  ['?', 'This list'],
];

export function KeysDialog({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

/** Whether a key belongs to a field or a shortcut of the browser, and so is none of ours. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target;
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), select, textarea');
}
