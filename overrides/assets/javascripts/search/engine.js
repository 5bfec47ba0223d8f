// Search in one language: core file first, posting lists and article texts as a query needs them.

import { FIRST_FILES } from "./files.js";
import { opened } from "./packing.js";
import { readIndex, shardOf, FIELDS } from "./postings.js";
import { analyse } from "./query.js";
import { rank, strengthOf, TUNING } from "./rank.js";
import { bestSection, hitWords, marksOf, split } from "./snippet.js";
import { pairs, runs, stem } from "./text.js";
import { Vocabulary } from "./vocabulary.js";
import { Wordings } from "./wordings.js";

const MOST_RESULTS = 8;
const MOST_TAUGHT = 3; // reasons among readers' wordings
const REST = "rest.json";
const BM25 = { k: 1.2, b: 0.5, d: 0.5 };

// `read(path, version)` gives a parsed JSON file below the language's search folder (`version` is
// undefined for the first files); `common()` the characters of GB 2312 level 1.
export class Engine {
  constructor(read, common) {
    this.read = read;
    this.common = common;
    this.files = new Map();
    this.loaded = new Set();
    this.lists = new Map();
    this.weak = new Map(); // of words that stand in texts alone: asked only where a query has hardly a word besides
    this.hits = new Map();
  }

  // Load what every query needs. Rejects when it cannot be loaded; a later call tries again.
  async ready() {
    this.loading ??= this.begin().catch((error) => {
      this.loading = undefined;
      throw error;
    });
    await this.loading;
  }

  async begin() {
    const core = await this.core();
    this.vocabulary = new Vocabulary(core, this.common());
    if (core.lists) this.vocabulary.complete(core);
    this.wordings = new Wordings(core.taught, core.lang, core.count);
    this.lists = core.lists ?? new Map();
  }

  // The core file with the numbers that belong to it, which lie apart because each of the two compresses better
  // without the other. Where the site was renewed between the two, those of its version are asked for.
  async core() {
    const [core, numbers] = await Promise.all(FIRST_FILES.map((path) => this.file(path, (file) => file)));
    const { version } = core;
    const own = numbers.version === version ? numbers : await this.read(FIRST_FILES[1], version);
    if (own.version !== version) throw new Error("two versions of the index");
    return opened({ ...core, ...own });
  }

  // Articles for a query, best first: [{id, url, title, titleParts, category, score, coverage,
  // anchor, heading, parts, words, reasons}]. Nothing more is loaded for a query that nobody
  // waits for any longer (`wanted()` says so); it finds nothing.
  async search(query, most = MOST_RESULTS, wanted = () => true) {
    await this.ready();
    const { slots, meant, deep } = wanted() ? await this.understood(query) : {};
    if (!slots || !wanted()) return [];
    const listOf = this.listsFor(deep);
    this.score([...new Set(slots.flatMap((slot) => [...slot.terms.keys()]))], listOf);
    const { said, ...heard } = this.wordings.read(meant);
    const asked = { ...heard, ours: this.vocabulary.namesUs(query, this.vocabulary.brands) };
    const ranked = rank(slots, (term) => (listOf(term) ? this.hits.get(term) : []), { ...this.vocabulary.core, ...asked }, most);
    return Promise.all(ranked.map((article) => this.describe(article, said)));
  }

  // The slots of a query, their posting lists loaded, and what is meant: {slots, meant, deep}; `deep` when the
  // words of texts alone were asked, too.
  async understood(query) {
    const { vocabulary } = this;
    await Promise.all([this.complete(), this.prepare(query), this.load(this.typed(query))]);
    await this.load(this.typed(query)); // as the site writes its characters
    for (let deep = false; ; ) {
      vocabulary.parts.lacking(); // of an analysis before
      const listOf = this.listsFor(deep);
      const found = analyse(query, vocabulary, (word) => vocabulary.words.has(word) || listOf(word));
      const lacking = vocabulary.parts.lacking();
      await Promise.all([this.learn(lacking), this.load(found.slots.flatMap((slot) => [...slot.terms.keys()]))]);
      if (lacking.length) continue;
      if (deep || isHalfTyped(found.slots, vocabulary.core) || !isMostlyUnknown(found.slots, listOf)) return { ...found, deep };
      deep = true;
      if (vocabulary.core.lists) this.weak = (await this.file(REST)).lists;
    }
  }

  listsFor(deep) {
    return (term) => this.lists.get(term) ?? (deep ? this.weak.get(term) : undefined);
  }

  // The terms that stand in a query as it is typed.
  typed(query) {
    return runs(this.vocabulary.fold(query)).flatMap(({ text, han }) => (han ? [text[0], ...pairs(text)] : [text, stem(text)]));
  }

  // A large collection's core file is kept small: what only queries need comes with the first.
  async complete() {
    if (this.vocabulary.others) return;
    const more = await this.file("more.json");
    this.vocabulary.core.lengths = more.lengths;
    this.vocabulary.complete(more);
  }

  // The tables that a query needs by its look; what it is after all may ask for more.
  async prepare(query) {
    for (let parts; (parts = this.vocabulary.needs(query)).length; ) await this.learn(parts);
  }

  async learn(parts) {
    const { vocabulary } = this;
    const tables = await Promise.all(parts.map((part) => this.file(`${part}.json`)));
    parts.forEach((part, at) => {
      if (!vocabulary.parts.learnt.has(part)) vocabulary.learn(tables[at]);
      vocabulary.parts.learnt.add(part);
    });
  }

  // Load the posting lists of terms.
  async load(terms) {
    const { lists, shards } = this.vocabulary.core;
    if (lists) return;
    const wanted = [...new Set(terms.map((term) => shardOf(term, shards)))].filter((shard) => !this.loaded.has(shard));
    const contents = await Promise.all(wanted.map((shard) => this.file(`terms/${shard}.json`)));
    contents.forEach(({ strong, weak }, i) => {
      if (this.loaded.has(wanted[i])) return;
      for (const [term, packed] of Object.entries(strong)) this.lists.set(term, packed);
      for (const [term, packed] of Object.entries(weak)) this.weak.set(term, packed);
      this.loaded.add(wanted[i]);
    });
  }

  // Let the library score the terms that no earlier query asked for. It is given these alone:
  // a term's score depends on its own list and on the lengths of the articles.
  score(terms, listOf) {
    const fresh = terms.filter((term) => listOf(term) && !this.hits.has(term));
    if (!fresh.length) return;
    const index = readIndex(fresh.map((term) => [term, listOf(term)]), this.vocabulary.core);
    const { boost } = TUNING[this.vocabulary.core.lang];
    for (const term of fresh) {
      const found = index.search(term, { fields: FIELDS, boost, bm25: BM25 });
      const hits = found.map(({ id, score, match }) => ({ id, score, fields: match[term], strength: strengthOf(match[term]) }));
      this.hits.set(term, hits);
    }
  }

  // `said`: what readers' wordings say of the query; the strongest are reasons, too.
  async describe({ id: number, score, coverage, reasons: own }, said) {
    const article = await this.file(`articles/${number}.json`);
    const strongest = said.filter((one) => one.subject === number && one.score > 0).sort((a, b) => b.score - a.score);
    const taught = strongest.slice(0, MOST_TAUGHT).map(({ feature, score: vote }) => ({ slot: feature, term: feature, word: feature, why: "wording", fields: [], score: vote }));
    const reasons = [...own, ...taught];
    const marks = marksOf(reasons, this.vocabulary);
    const { id, url, title, category } = article;
    const best = bestSection(article, marks, this.vocabulary.core.lang);
    const titleParts = split(title, marks);
    const words = hitWords([...titleParts, ...best.parts], this.vocabulary.core.stop);
    return { id, url, title, category, score, coverage, ...best, titleParts, words, reasons };
  }

  // A file, read once; a failed reading is tried again by the next query.
  file(path, open = path.includes("/") ? (file) => file : opened) {
    if (!this.files.has(path)) {
      const reading = Promise.resolve(this.read(path, this.vocabulary?.core.version)).then(open);
      this.files.set(path, reading);
      reading.catch(() => this.files.delete(path));
    }
    return this.files.get(path);
  }
}

// A letter or three on the Chinese site are initials being typed: no text has them.
const isHalfTyped = ([{ text } = {}, ...others], { lang }) => lang === "zh" && !others.length && /^[a-z]{1,3}$/.test(text);

// Whether a query asks for more that no list has than for what one has.
function isMostlyUnknown(slots, listOf) {
  const balance = (sum, { size, terms }) => sum + ([...terms.keys()].some(listOf) ? size : -size);
  return slots.reduce(balance, 0) < 0;
}
