import { readable } from '../filter.ts';
import { address, go } from '../location.ts';
import { countWords } from '../words.ts';
import { type LayerName, layerNames, layerWords } from './layers.ts';
import type { ReaderState } from './reader-state.ts';

/** The layers that the address hides: `?hide=quotes,times`. */
export function hiddenLayers(query: URLSearchParams): ReadonlySet<string> {
  return new Set((query.get('hide') ?? '').split(',').filter(Boolean));
}

/** Shows or hides a layer; the address remembers it. */
export function toggleLayer(layer: LayerName): void {
  const { query } = address.value;
  const hidden = new Set(hiddenLayers(query));
  if (!hidden.delete(layer)) hidden.add(layer);
  setWord('hide', [...hidden].join(','));
}

/** Sets one word of the reader's own in the address, in place. */
export function setWord(name: 'hide' | 'find' | 'show', value: string): void {
  const { path, query, hash } = address.value;
  const next = new URLSearchParams(query);
  if (value === '') next.delete(name);
  else next.set(name, value);
  const search = readable(next);
  go(`${path}${search === '' ? '' : `?${search}`}${hash === '' ? '' : `#${hash}`}`, 'replace');
}

/** Switches for the layers, each drawn as the layer is, and a line that says what is under the pointer. */
export function LayerBar({ state, hidden }: { readonly state: ReaderState; readonly hidden: ReadonlySet<string> }) {
  const { marks } = state;
  return (
    <div class="layer-bar">
      <ul class="layers" aria-label="Layers of the text">
        {layerNames.map((layer, n) => {
          const count = marks.filter((mark) => mark.layer === layer).length;
          if (count === 0) return null;
          return (
            <li key={layer}>
              <button
                type="button"
                aria-pressed={!hidden.has(layer)}
                title={`Show or hide: key ${n + 1}`}
                onClick={() => toggleLayer(layer)}
              >
                <span class="key">{n + 1}</span> <span class={`swatch annals-${layer}`}>{layerWords[layer]}</span>{' '}
                <small>{count}</small>
              </button>
            </li>
          );
        })}
      </ul>
      <a class="jump" href="#panel">
        {countWords(state.story.events.length, 'event')} <span aria-hidden="true">↓</span>
      </a>
      <Inspector state={state} />
    </div>
  );
}

function Inspector({ state }: { readonly state: ReaderState }) {
  const marks = state.inspected.value;
  return (
    <p class="inspector" aria-hidden="true">
      {marks.length === 0
        ? 'Point at marked words to see what they were read as.'
        : marks.map((mark) => (
            <span key={`${mark.layer}${mark.start}${mark.of ?? ''}`}>
              <b class={`swatch annals-${mark.layer}`}>{layerWords[mark.layer].replace(/s$/, '')}</b> {mark.says}
            </span>
          ))}
    </p>
  );
}
