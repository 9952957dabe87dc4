import { useEffect, useRef, useState } from 'preact/hooks';
import { getJson } from './api.ts';
import { type FilterField, filterQuery, statusGlosses, typeGlosses, valuesOf, withWord } from './filter.ts';
import { address, go } from './location.ts';
import { StatusSign } from './status-sign.tsx';
import { languageWords } from './words.ts';

/** How long after the last keystroke the list follows: long enough to type a word, short enough to feel live. */
const typingPauseMs = 350;

/** The one filter bar of all lists. Its whole state is the address; it keeps none of its own. */
export function FilterBar() {
  const { path, query } = address.value;
  const [open, setOpen] = useState(false);
  const others = [...filterQuery(query).keys()].filter((field) => field !== 'text').length;
  const change = (field: FilterField, value: string, how: 'push' | 'replace' = 'push') =>
    go(withWord(path, query, field, value), how);
  return (
    <search class="filter">
      <form onSubmit={(event) => event.preventDefault()}>
        <WordField field="text" label="Search the text" big change={change} />
        <button type="button" class="filter-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Fewer filters' : others === 0 ? 'More filters' : `More filters (${others} set)`}
        </button>
        <div class={open ? 'filter-row open' : 'filter-row'}>
          <WordField field="actor" label="Actor" hint="KOR or a name" change={change} />
          <WordField field="source" label="Who acts" change={change} />
          <span class="filter-arrow" aria-hidden="true">
            →
          </span>
          <WordField field="target" label="On whom" change={change} />
          <WordField field="place" label="Place" change={change} />
          <ChoiceField field="type" label="Type" choices={typeGlosses} change={change} />
          <ChoiceField field="status" label="Status" choices={statusGlosses} change={change} />
          <WordField field="from" label="From" hint="2024-03" change={change} />
          <WordField field="to" label="To" hint="2024-03-31" change={change} />
        </div>
        <ActorNames />
      </form>
      <ActiveWords />
    </search>
  );
}

type Change = (field: FilterField, value: string, how?: 'push' | 'replace') => void;

interface WordFieldProps {
  readonly field: FilterField;
  readonly label: string;
  readonly hint?: string;
  readonly big?: boolean;
  readonly change: Change;
}

/** A field that follows typing: the first change makes a stop for Back, the rest of the same visit to it do not. */
function WordField({ field, label, hint, big, change }: WordFieldProps) {
  const value = address.value.query.get(field) ?? '';
  const visit = useRef({ timer: 0, pushed: false });
  const apply = (typed: string) => {
    clearTimeout(visit.current.timer);
    change(field, typed.trim(), visit.current.pushed ? 'replace' : 'push');
    visit.current.pushed = true;
  };
  const named = ['actor', 'source', 'target'].includes(field);
  return (
    <label class={big ? 'field field-big' : `field field-${field}`}>
      <span>{label}</span>
      <input
        name={field}
        type="search"
        value={value}
        placeholder={big ? 'Words in the stories: gas, "power grid", -oil' : hint}
        autocomplete="off"
        spellcheck={false}
        {...(named && { list: 'actor-names' })}
        {...(big && { 'data-find': '' })}
        onFocus={() => {
          visit.current.pushed = false;
        }}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          clearTimeout(visit.current.timer);
          visit.current.timer = window.setTimeout(() => apply(typed), typingPauseMs);
        }}
        onChange={(event) => apply(event.currentTarget.value)}
      />
    </label>
  );
}

interface ChoiceFieldProps {
  readonly field: 'type' | 'status';
  readonly label: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly change: Change;
}

/** Several of a few: a small panel of boxes. */
function ChoiceField({ field, label, choices, change }: ChoiceFieldProps) {
  const panel = useRef<HTMLDetailsElement>(null);
  const chosen = valuesOf(address.value.query, field);
  useEffect(() => {
    const close = (event: Event) => {
      const inside = event.target instanceof Node && panel.current?.contains(event.target);
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
      if (panel.current?.open && (escaped || (event instanceof MouseEvent && !inside))) panel.current.open = false;
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <div class="field">
      <span id={`label-${field}`}>{label}</span>
      <details ref={panel} class="choice">
        <summary aria-labelledby={`label-${field} chosen-${field}`}>
          <span id={`chosen-${field}`}>
            {chosen.length === 0 ? 'any' : chosen.length === 1 ? chosen[0] : `${chosen.length} of them`}
          </span>
        </summary>
        <fieldset>
          <legend class="hidden">{label}</legend>
          {Object.entries(choices).map(([name, gloss]) => (
            <label key={name} class="box">
              <input
                type="checkbox"
                name={field}
                value={name}
                checked={chosen.includes(name)}
                onChange={(event) => {
                  const others = chosen.filter((value) => value !== name);
                  change(field, (event.currentTarget.checked ? [...others, name] : others).join(','));
                }}
              />
              <b>
                {field === 'status' && <StatusSign status={name} />} {name}
              </b>
              <small>{gloss}</small>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}

/** Names to complete from: the actors that the store knows, asked for once. */
function ActorNames() {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    getJson<{ items: readonly { name: string }[] }>('/api/v1/actors?limit=200').then(({ value }) =>
      setNames([...new Set(value?.items.map((actor) => actor.name) ?? [])]),
    );
  }, []);
  return (
    <datalist id="actor-names">
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

/** What the list is narrowed by, each with a way to take it off. */
function ActiveWords() {
  const { path, query } = address.value;
  const words = [...filterQuery(query)] as [FilterField, string][];
  if (words.length === 0) return null;
  return (
    <ul class="chips" aria-label="The list is narrowed by">
      {words.map(([field, value]) => (
        <li key={field}>
          <a href={withWord(path, query, field, '')} aria-label={`Remove ${field}: ${value}`}>
            <span class="chip-field">{field}</span> {field === 'language' ? languageWords(value) : value}{' '}
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {words.length > 1 && (
        <li>
          <a class="chip-clear" href={path}>
            Clear all
          </a>
        </li>
      )}
    </ul>
  );
}
