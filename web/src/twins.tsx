import { useState } from 'preact/hooks';

/** The same view for programs: its JSON, and the command that gives it. */
export function Twins({ json, command }: { readonly json: string; readonly command: string }) {
  return (
    <p class="twins">
      <a href={json} title="The same as JSON">
        JSON
      </a>
      <CopyButton text={command} label="Copy as CLI" />
      <CopyButton text={`curl '${new URL(json, window.location.href).href.replaceAll("'", '%27')}'`} label="curl" />
    </p>
  );
}

export function CopyButton({ text, label = 'Copy' }: { readonly text: string; readonly label?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <button type="button" class="plain copy" title={text} onClick={copy}>
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </button>
  );
}

/** The clipboard needs https or loopback; where it is missing, the old way through a selection. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
