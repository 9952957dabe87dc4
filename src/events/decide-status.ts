import type { Codebook } from '../ontology/codebook.ts';
import type { StatusRule } from '../ontology/status-words.ts';
import type { EventStatus } from '../schema/event.ts';
import { isFiniteVerb, previousChunk, type Shallow } from '../text/shallow/clause.ts';
import { governorOf, governorVerb } from '../text/shallow/subject.ts';
import type { Trigger } from './find-triggers.ts';
import type { Reading } from './reading.ts';

/** What the text says of a deed, with the words' rules that decided it, the outermost last. */
export interface StatusFinding {
  readonly status: EventStatus;
  readonly rules: readonly string[];
  /** Chunk index of the word that governs the deed ("refused to", "calls for"), if one does. */
  readonly governor?: number;
}

/** Decides the status of a trigger from its verb group, the words that govern it and the clause it stands in. */
export function decideStatus(reading: Reading, trigger: Trigger, codebook: Codebook): StatusFinding {
  const walk = new StatusWalk(reading, codebook);
  return trigger.deed.pos === 'verb' ? walk.ofVerb(trigger.chunk, 0) : walk.ofNoun(trigger.chunk, trigger.from);
}

class StatusWalk {
  readonly #shallow: Shallow;
  readonly #words: Codebook['statusWords'];
  readonly #light: ReadonlySet<string>;

  constructor(reading: Reading, codebook: Codebook) {
    this.#shallow = reading.shallow;
    this.#words = codebook.statusWords;
    this.#light = codebook.deeds.support;
  }

  ofVerb(chunk: number, depth: number): StatusFinding {
    const { chunks } = this.#shallow;
    const features = chunks[chunk]?.verb;
    if (features === undefined || depth > 5) return { status: 'happened', rules: [] };
    if (features.negation !== undefined || this.#negatedSubject(chunk)) return this.#one('denied', 'status negation');
    const clause = this.#clauseRule(chunk);
    // "until rebels took the town": it came true
    const cameTrue =
      clause?.id.endsWith(' until') && features.past && features.modal === undefined && !features.perfect;
    if (clause && !cameTrue) return this.#one(clause.status, clause.id);
    const told = features.form === 'finite' ? this.#complementOf(chunk) : undefined;
    if (told && (features.modal === undefined || told.status !== 'planned')) return told;
    if (features.modal !== undefined) {
      const rule = this.#words.modal.get(features.modal);
      if (rule) {
        const status = rule.status === 'planned' && this.#hasCondition(chunk) ? 'conditional' : rule.status;
        return this.#one(status, status === rule.status ? rule.id : 'status clause elsewhere');
      }
    }
    const joined = this.#joinedVerb(chunk);
    if (joined >= 0) return this.ofVerb(joined, depth + 1);
    if (features.form === 'infinitive' || features.form === 'gerund') return this.#governed(chunk, depth);
    const adverb = this.#adverbRule(chunk);
    if (adverb) return this.#one(adverb.status, adverb.id);
    if (features.progressive && !features.past) return this.#one('ongoing', 'status progressive');
    return this.#one('happened', 'status plain');
  }

  ofNoun(chunk: number, from: number): StatusFinding {
    const { chunks, tokens } = this.#shallow;
    const group = chunks[chunk];
    if (group === undefined) return { status: 'happened', rules: [] };
    for (let i = group.from; i < from; i += 1) {
      const token = tokens[i];
      const form = token ? this.#shallow.text.slice(token.start, token.end).toLowerCase() : '';
      const rule = this.#words.noun.get(form) ?? this.#words.noun.get(token?.lemma ?? '');
      if (rule) return this.#one(rule.status, rule.id);
    }
    const before = chunks[chunk - 1];
    if (before?.verb?.form === 'gerund') {
      // "deepening cooperation"
      const token = tokens[before.head];
      const rule = token && this.#words.noun.get(this.#shallow.text.slice(token.start, token.end).toLowerCase());
      if (rule?.status === 'ongoing') return this.#one(rule.status, rule.id);
    }
    // "the threat of war", "a call for talks", "without talks"
    const preposition = chunks[chunk - 1]?.kind === 'prep' ? chunk - 1 : -1;
    if (preposition >= 0) {
      const rule = this.#words.noun.get(tokens[chunks[preposition]?.head ?? 0]?.lemma ?? '');
      if (rule) return this.#one(rule.status, rule.id);
      const over = chunks[preposition - 1];
      if (over?.kind === 'noun') {
        const ruled = this.#words.noun.get(tokens[over.head]?.lemma ?? '');
        if (ruled) return { ...this.#one(ruled.status, ruled.id), governor: preposition - 1 };
      }
    }
    const verb = governorVerb(this.#shallow, chunk);
    if (verb >= 0) {
      const lemma = tokens[chunks[verb]?.head ?? 0]?.lemma ?? '';
      const rule = this.#words.noun.get(lemma);
      const near = chunk - verb <= 3;
      const own = this.ofVerb(verb, 1);
      if (rule && near) {
        const status = own.status === 'denied' ? 'denied' : rule.status;
        return { status, rules: [rule.id, ...own.rules], governor: verb };
      }
      // only a verb that says little else shares its truth with its object: "will hold talks", not "will regret the attack"
      if (own.status !== 'happened' && near && this.#light.has(lemma)) return own;
    } else {
      // "the talks will take place", "talks were cancelled"
      const after = this.#verbAfter(chunk);
      if (after >= 0) {
        const features = chunks[after]?.verb;
        const rule = this.#words.noun.get(tokens[chunks[after]?.head ?? 0]?.lemma ?? '');
        if (rule && features?.passive) return { status: rule.status, rules: [rule.id], governor: after };
        const own = this.ofVerb(after, 1);
        if (own.status !== 'happened') return own;
      }
    }
    return this.#one('happened', 'status plain noun');
  }

  #one(status: EventStatus, rule: string): StatusFinding {
    return { status, rules: [rule] };
  }

  /** "No country attacked": the subject itself denies. */
  #negatedSubject(chunk: number): boolean {
    const { chunks, tokens } = this.#shallow;
    const before = chunks[previousChunk(this.#shallow, chunk)];
    if (before?.kind !== 'noun') return false;
    const first = tokens[before.from]?.lemma ?? '';
    return first === 'no' || first === 'nobody' || first === 'none' || first === 'neither';
  }

  /** A clause word before the verb, in its own clause. */
  #clauseRule(chunk: number): StatusRule | undefined {
    const { chunks, tokens } = this.#shallow;
    for (let i = chunk - 1; i >= 0 && i > chunk - 12; i -= 1) {
      const one = chunks[i];
      if (one?.kind === 'stop' || one?.kind === 'comma' || one?.kind === 'relative') return undefined;
      if (one?.kind === 'verb' && one.verb?.form === 'finite') return undefined;
      if (one?.kind === 'clause' || one?.kind === 'prep') {
        const rule = this.#words.clause.get(tokens[one.head]?.lemma ?? '');
        if (rule) return rule;
        if (one.kind === 'clause') return undefined;
      }
    }
    return undefined;
  }

  /** Whether an "if" or "unless" stands elsewhere in the sentence. */
  #hasCondition(chunk: number): boolean {
    const { chunks, tokens } = this.#shallow;
    for (let i = Math.max(0, chunk - 25); i < Math.min(chunks.length, chunk + 25); i += 1) {
      if (chunks[i]?.kind !== 'clause') continue;
      const lemma = tokens[chunks[i]?.head ?? 0]?.lemma;
      if (lemma === 'if' || lemma === 'unless' || lemma === 'until') return true;
    }
    return false;
  }

  /** "will meet Putin and sign a deal": a joined bare verb has the status of the one before. */
  #joinedVerb(chunk: number): number {
    const { chunks, tokens } = this.#shallow;
    const features = chunks[chunk]?.verb;
    const before = previousChunk(this.#shallow, chunk);
    if (chunks[before]?.kind !== 'conj' || features === undefined) return -1;
    const group = chunks[chunk];
    const head = tokens[group?.head ?? 0];
    const bare = head !== undefined && this.#shallow.text.slice(head.start, head.end).toLowerCase() === head.lemma;
    const single = group !== undefined && group.to - group.from === 1;
    if (!single || (!bare && features.form !== 'gerund')) return -1;
    for (let i = before - 1; i >= 0 && i > before - 15; i -= 1) {
      const other = chunks[i]?.verb;
      if (other === undefined) continue;
      if (features.form === 'gerund') return other.form === 'gerund' ? i : -1;
      return other.modal !== undefined || other.form === 'infinitive' || other.form === features.form ? i : -1;
    }
    return -1;
  }

  /** An infinitive or gerund under a control verb, noun or adjective. */
  #governed(chunk: number, depth: number): StatusFinding {
    const { chunks, tokens } = this.#shallow;
    const features = chunks[chunk]?.verb;
    if (features?.form === 'gerund' && chunks[chunk - 1]?.kind === 'comma') {
      const main = this.#mainBefore(chunk);
      return main >= 0 ? this.ofVerb(main, depth + 1) : this.#one('happened', 'status plain');
    }
    const left = chunks[chunk - 1];
    // "ready to", "a plan to", "the failure to"
    const word = left?.kind === 'noun' || left?.kind === 'other' ? tokens[left.head] : undefined;
    // "the refusal of France to": the noun before its phrase
    const owner = left?.kind === 'noun' && chunks[chunk - 2]?.kind === 'prep' ? chunks[chunk - 3] : undefined;
    const over = owner?.kind === 'noun' ? tokens[owner.head] : undefined;
    const byWord =
      (word && this.#words.control.get(word.lemma)) ?? (over && this.#words.control.get(over.lemma)) ?? undefined;
    if (byWord && features?.form === 'infinitive') {
      const over = this.#verbOver(chunk - 1);
      const denied = over >= 0 && chunks[over]?.verb?.negation !== undefined;
      return { status: denied ? 'denied' : byWord.status, rules: [byWord.id], governor: chunk - 1 };
    }
    const governor = governorOf(this.#shallow, chunk);
    if (governor < 0) {
      return features?.form === 'infinitive'
        ? this.#one('planned', 'status headline to')
        : this.#one('happened', 'status plain');
    }
    const lemma = tokens[chunks[governor]?.head ?? 0]?.lemma ?? '';
    const rule = this.#words.control.get(lemma);
    const outer = this.ofVerb(governor, depth + 1);
    if (rule) {
      const viaPreposition = features?.form === 'gerund' && chunks[chunk - 1]?.kind === 'prep';
      if (viaPreposition && rule.status === 'planned' && outer.status === 'happened') return { ...outer, governor };
      const status =
        outer.status === 'denied' && rule.status !== 'denied' && rule.status !== 'called-for' ? 'denied' : rule.status;
      return { status, rules: [rule.id, ...outer.rules], governor };
    }
    if (chunks[governor]?.verb?.copula && features?.form === 'infinitive') {
      // "is to visit", "is due to"
      return { ...this.#one('planned', 'status is to'), governor };
    }
    if (features?.form === 'infinitive' && outer.status === 'happened' && this.#isPurpose(governor, chunk)) {
      return { ...this.#one('planned', 'status purpose'), governor };
    }
    return { ...outer, governor };
  }

  /** "met in Rome to discuss": an infinitive after more than the verb itself is a purpose, unless the verb goes on in it. */
  #isPurpose(governor: number, chunk: number): boolean {
    return chunk - governor > 1;
  }

  #mainBefore(chunk: number): number {
    const { chunks } = this.#shallow;
    for (let i = chunk - 2; i >= 0 && i > chunk - 30; i -= 1) if (isFiniteVerb(chunks[i])) return i;
    return -1;
  }

  #verbOver(chunk: number): number {
    const { chunks } = this.#shallow;
    for (let i = chunk - 1; i >= 0 && i > chunk - 6; i -= 1) if (chunks[i]?.kind === 'verb') return i;
    return -1;
  }

  #verbAfter(chunk: number): number {
    const { chunks } = this.#shallow;
    for (let i = chunk + 1; i < chunks.length && i < chunk + 10; i += 1) {
      if (chunks[i]?.kind === 'verb' && chunks[i]?.verb?.form === 'finite') return i;
      const kind = chunks[i]?.kind;
      if (kind === 'stop' || kind === 'relative' || kind === 'clause' || kind === 'comma' || kind === 'conj') return -1;
    }
    return -1;
  }

  #adverbRule(chunk: number): StatusRule | undefined {
    const { chunks, tokens } = this.#shallow;
    const group = chunks[chunk];
    if (group === undefined) return undefined;
    const from = chunks[chunk - 1]?.kind === 'other' ? (chunks[chunk - 1]?.from ?? group.from) : group.from;
    for (let i = from; i < group.to; i += 1) {
      const rule = this.#words.adverb.get(tokens[i]?.lemma ?? '');
      if (rule) return rule;
    }
    return undefined;
  }

  /** "demanded that Iran release", "fears that war may come": a clause under a verb or noun that decides. */
  #complementOf(chunk: number): StatusFinding | undefined {
    const { chunks, tokens } = this.#shallow;
    let sawSubject = false;
    for (let i = chunk - 1; i >= 0 && i > chunk - 14; i -= 1) {
      const one = chunks[i];
      if (one === undefined || one.kind === 'stop' || one.kind === 'comma' || one.kind === 'relative') return undefined;
      if (one.kind === 'noun') sawSubject = true;
      if (one.kind === 'verb' && one.verb?.form !== 'participle') {
        if (!sawSubject) return undefined;
        return this.#under(i);
      }
      if (one.kind === 'clause') {
        if (tokens[one.head]?.lemma !== 'that') return undefined;
        for (let j = i - 1; j >= 0 && j > i - 6; j -= 1) {
          if (
            chunks[j]?.kind === 'verb' ||
            (chunks[j]?.kind === 'noun' && this.#words.that.has(tokens[chunks[j]?.head ?? 0]?.lemma ?? ''))
          ) {
            return this.#under(j);
          }
        }
        return undefined;
      }
    }
    return undefined;
  }

  #under(governor: number): StatusFinding | undefined {
    const { chunks, tokens } = this.#shallow;
    const lemma = tokens[chunks[governor]?.head ?? 0]?.lemma ?? '';
    const rule = this.#words.that.get(lemma);
    return rule && { status: rule.status, rules: [rule.id], governor };
  }
}
