// The site's words by how they sound, each table made on first need.

import { initials, readings, rough, spellings } from "./sounds.js";
import { isOneSlip } from "./typo.js";

export const LEAST_SLIPPED = 5; // letters

// Letters of a word (`exact`, `rough`) and first letters (`initials`) → words; `sorted`: the exact
// letters in order; `syllables`: all there are. `table`: character → readings.
export class Sounds {
  constructor(words, table) {
    this.words = words;
    this.table = table;
    this.made = {};
  }

  get exact() {
    return (this.made.exact ??= collect(this.words, (word) => spellings(word, this.table)));
  }

  get rough() {
    if (!this.made.rough) {
      this.made.rough = new Map();
      for (const [letters, words] of this.exact) for (const word of words) putUnder(this.made.rough, rough(letters), word);
    }
    return this.made.rough;
  }

  get initials() {
    const firsts = (row) => (row.length > 1 ? initials(row) : []);
    return (this.made.initials ??= collect(this.words, (word) => readings(word, this.table).flatMap(firsts)));
  }

  get sorted() {
    return (this.made.sorted ??= [...this.exact.keys()].sort());
  }

  get syllables() {
    return (this.made.syllables ??= new Set([...this.table.values()].flat()));
  }

  // Spellings of words one slip of a key away from `typed`: a slip leaves the first two letters as they
  // are, or the last two.
  slipped(typed) {
    this.made.ends ??= this.byEnds();
    const near = endsOf(typed).flatMap((end) => this.made.ends.get(end) ?? []);
    return [...new Set(near)].filter((key) => isOneSlip(typed, key));
  }

  byEnds() {
    const ends = new Map();
    for (const key of this.exact.keys()) if (key.length >= LEAST_SLIPPED) for (const end of endsOf(key)) putUnder(ends, end, key);
    return ends;
  }
}

const endsOf = (letters) => [`^${letters.slice(0, 2)}`, `${letters.slice(-2)}$`];

// A table from the keys of each word to the words.
function collect(words, keys) {
  const table = new Map();
  for (const word of words) for (const key of keys(word)) putUnder(table, key, word);
  return table;
}

// Put a word under a key, once.
export function putUnder(table, key, word) {
  const words = table.get(key);
  if (!words) table.set(key, [word]);
  else if (!words.includes(word)) words.push(word);
}
