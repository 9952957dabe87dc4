import { effect } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Span } from '../../../src/schema/span.ts';
import type { Block, BlockRole, Story } from '../../../src/schema/story.ts';
import { roleWords } from '../words.ts';
import { marksAt, marksWithin } from './layers.ts';
import { type ClassedSpan, MarkedText } from './marked-text.tsx';
import { canPaint, clearPaint, paintLayers, paintLit } from './painter.ts';
import type { ReaderState } from './reader-state.ts';
import { TextIndex } from './text-index.ts';

interface StoryTextProps {
  readonly state: ReaderState;
  readonly hidden: ReadonlySet<string>;
  /** Called when the words of a deed are clicked. */
  readonly onPick: (eventId: string) => void;
}

/** The story as stored, block by block, with its layers painted over it. */
export function StoryText({ state, hidden, onPick }: StoryTextProps) {
  const { story } = state;
  const root = useRef<HTMLDivElement>(null);
  const index = useRef<TextIndex>(undefined);
  const fallback = useFallbackSpans(state, hidden);
  const blocks = useMemo(() => allBlocks(story), [story]);

  useEffect(() => {
    if (!root.current) return;
    index.current = new TextIndex(root.current);
    state.reveal.current = (span, how) => index.current && reveal(index.current, span, how);
  }, [state, fallback]);

  const near = useNear(root, story);
  useEffect(() => {
    if (canPaint && index.current) paintLayers(index.current, marksWithin(state.marks, near), hidden);
  }, [state, hidden, near]);

  useEffect(() => {
    if (!canPaint) return;
    const stop = effect(() => {
      if (index.current) paintLit(index.current, state.litParts.value);
    });
    return () => {
      stop();
      clearPaint();
    };
  }, [state]);

  const pointer = usePointer(state, index);
  const firstHeadline = blocks.find((block) => block.role === 'headline');
  return (
    // The keyboard reaches the same through the cards: they are the accessible twin of these marks.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={root}
      id="story-text"
      class={`story-text ${story.page.mediaType.includes('html') ? 'from-html' : 'from-text'}${blocks.length > 200 ? ' long' : ''}`}
      lang={story.language}
      dir="auto"
      onMouseMove={pointer.move}
      onMouseLeave={pointer.leave}
      onClick={(event) => {
        const picked = pointer.eventAt(event.clientX, event.clientY);
        if (picked !== undefined && window.getSelection()?.isCollapsed !== false) onPick(picked);
      }}
    >
      {blocks.map((block) => (
        <BlockElement key={block.start} block={block} first={block === firstHeadline}>
          {canPaint ? (
            <Runs text={story.text} block={block} />
          ) : (
            <MarkedText text={story.text.slice(block.start, block.end)} start={block.start} spans={fallback} />
          )}
        </BlockElement>
      ))}
    </div>
  );
}

/** Blocks longer than this are cut into runs, so that only the near ones are painted in a page without line breaks. */
const longestRun = 8_000;

/** A block's characters: one text node, or for a very long block one for each run. */
function Runs({ text, block }: { readonly text: string; readonly block: Span }) {
  if (block.end - block.start <= longestRun) return <>{text.slice(block.start, block.end)}</>;
  const runs: Span[] = [];
  for (let start = block.start; start < block.end; ) {
    let end = Math.min(block.end, start + longestRun);
    const last = text.charCodeAt(end - 1);
    if (end < block.end && last >= 0xd800 && last <= 0xdbff) end -= 1;
    runs.push({ start, end });
    start = end;
  }
  return (
    <>
      {runs.map(({ start, end }) => (
        <span key={start} data-run={start}>
          {text.slice(start, end)}
        </span>
      ))}
    </>
  );
}

/** Texts longer than this are painted near the window only: the browser pays for each painted range at every change. */
const paintedWhole = 60_000;

/** The stretch of the text that is in or near the window; the whole text where it is short enough. */
function useNear(root: { readonly current: HTMLElement | null }, story: Story): Span {
  const whole = useMemo(() => ({ start: 0, end: story.text.length }), [story]);
  const [near, setNear] = useState<Span>(whole.end <= paintedWhole ? whole : { start: 0, end: longestRun });
  useEffect(() => {
    if (!root.current || whole.end <= paintedWhole) return;
    const seen = new Map<Element, Span>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const start = Number((target as HTMLElement).dataset.run ?? (target as HTMLElement).dataset.start);
          if (isIntersecting) seen.set(target, { start, end: start + (target.textContent?.length ?? 0) });
          else seen.delete(target);
        }
        const spans = [...seen.values()];
        if (spans.length === 0) return;
        setNear({ start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) });
      },
      { rootMargin: '100% 0px' },
    );
    for (const element of root.current.querySelectorAll('[data-run], [data-start]:not(:has([data-run]))')) {
      observer.observe(element);
    }
    return () => observer.disconnect();
  }, [root, whole]);
  return near;
}

/** The blocks, and what lies between them if it is more than white space: every character is shown. */
function allBlocks(story: Story): readonly Block[] {
  const found: Block[] = [];
  let at = 0;
  const gap = (end: number) => {
    if (story.text.slice(at, end).trim() !== '') found.push({ start: at, end, role: 'other' });
  };
  for (const block of story.blocks) {
    gap(block.start);
    found.push(block);
    at = block.end;
  }
  gap(story.text.length);
  return found;
}

interface BlockElementProps {
  readonly block: Block;
  readonly first: boolean;
  readonly children: preact.ComponentChildren;
}

const quiet: ReadonlySet<BlockRole> = new Set(['credit', 'caption', 'notice', 'other']);

function BlockElement({ block, first, children }: BlockElementProps) {
  const { role, start } = block;
  const Tag =
    role === 'headline' ? (first ? 'h1' : 'h2') : role === 'subhead' ? 'h2' : role === 'quote' ? 'blockquote' : 'p';
  return (
    <Tag
      class={`block block-${role}${quiet.has(role) ? ' block-quiet' : ''}`}
      data-start={start}
      data-role={roleWords[role]}
    >
      {children}
    </Tag>
  );
}

/** What is under the pointer lights its card and says what it was read as. */
function usePointer(state: ReaderState, index: { current: TextIndex | undefined }) {
  const frame = useRef(0);
  const at = (x: number, y: number) => {
    const offset = index.current?.offsetAt(x, y);
    return offset === undefined ? [] : marksAt(state.marks, offset);
  };
  const eventAt = (x: number, y: number) => at(x, y).findLast((mark) => mark.layer === 'triggers')?.of;
  return {
    eventAt,
    move(event: MouseEvent) {
      const { clientX, clientY } = event;
      const target = event.currentTarget as HTMLElement;
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        const marks = at(clientX, clientY);
        const deed = marks.findLast((mark) => mark.layer === 'triggers')?.of;
        state.inspected.value = marks;
        state.hovered.value = deed;
        target.classList.toggle('over-deed', deed !== undefined);
      });
    },
    leave() {
      cancelAnimationFrame(frame.current);
      state.inspected.value = [];
      state.hovered.value = undefined;
    },
  };
}

/** Scrolls words to the middle of the window, and selects them where a keyboard led there. */
function reveal(index: TextIndex, span: Span, { select }: { readonly select: boolean }): void {
  const found = index.range(span);
  if (!found) return;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  const box = range.getBoundingClientRect();
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const margin = window.innerHeight / 5;
  if (box.top < margin || box.bottom > window.innerHeight - margin) {
    window.scrollBy({ top: box.top - window.innerHeight / 2.5, behavior: still ? 'instant' : 'smooth' });
  }
  if (select)
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

const noSpans: readonly ClassedSpan[] = [];

/** Only where the browser cannot paint: the marks as elements, drawn anew when other words are lit. */
function useFallbackSpans(state: ReaderState, hidden: ReadonlySet<string>): readonly ClassedSpan[] {
  const [lit, setLit] = useState(state.litParts.value);
  useEffect(() => (canPaint ? undefined : effect(() => setLit(state.litParts.value))), [state]);
  return useMemo(() => {
    if (canPaint) return noSpans;
    const layers = state.marks
      .filter((mark) => !hidden.has(mark.layer))
      .map((m) => ({ ...m, name: `annals-${m.layer}` }));
    const parts = (['context', 'parts', 'deed'] as const).flatMap((part) =>
      lit[part].map((span) => ({ ...span, name: `annals-lit-${part}` })),
    );
    return [...layers, ...parts];
  }, [state, hidden, lit]);
}
