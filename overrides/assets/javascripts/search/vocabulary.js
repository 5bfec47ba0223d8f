// What the site can say in one language, from the index's core file (made by
// hooks/helpcenter/search/core.py): words, phrases that share a meaning, sounds, stop words.

import { fold, runs, stem } from "./text.js";
import { initials, readingTable, readings, rough } from "./sounds.js";

const HAN = /^\p{Script=Han}+$/u;

// A term of the index for a meaning shared by several phrases.
export const meaningTerm = (number) => `§${number}`;

// `core`: the parsed core file; `common`: the characters of GB 2312 level 1 in their order.
export class Vocabulary {
  constructor(core, common) {
    this.core = core;
    this.common = common;
    this.variants = new Map((core.variants.match(/../gu) ?? []).map((pair) => Array.from(pair)));
    this.words = new Set(core.terms ? core.terms.slice(0, core.words) : core.words.split(" "));
    this.stops = new Set(this.phrases(core.stop).flat());
    this.broad = new Set(this.phrases(core.broad).flat());
    this.brands = core.brand.map((name) => this.fold(name));
    this.meanings = new Map();
    core.meanings.forEach((phrases, number) => this.add(phrases, [meaningTerm(number)]));
    for (const [phrase, terms] of core.oneWay) this.add([phrase], terms);
    const known = [...this.words, ...this.meanings.keys(), ...this.stops];
    this.hanWords = new Set(known.filter((word) => HAN.test(word)));
    this.longest = Math.max(1, ...[...this.hanWords].map((word) => word.length));
    this.latinWords = new Set(known.filter((word) => !HAN.test(word)).flatMap((w) => w.split(" ")));
  }

  // Terms that a phrase stands for besides its own words.
  add(phrases, terms) {
    for (const phrase of phrases) {
      const key = this.key(phrase);
      this.meanings.set(key, [...new Set([...(this.meanings.get(key) ?? []), ...terms])]);
    }
  }

  // A text folded, the site's own name left out: every article is about it.
  fold(text) {
    let folded = fold(text, this.variants);
    for (const name of this.brands ?? []) folded = folded.replaceAll(name, " ");
    return folded;
  }

  // A phrase as the tables name it: its runs, English ones as stems. The build has done this
  // for a finished core file, which has a version.
  key(phrase) {
    if (this.core.version) return phrase;
    return runs(this.fold(phrase)).map((run) => (run.han ? run.text : stem(run.text))).join(" ");
  }

  phrases(list) {
    return list.map((phrase) => this.key(phrase));
  }

  // Tables of sounds, each made on first need: letters of a word (`exact`, `rough`), first
  // letters (`initials`) → words; `sorted`: the exact letters in order; `syllables`: all there are.
  get sounds() {
    this.table ??= readingTable(this.core.syllables, this.common, this.core.readings);
    return (this.soundTables ??= new Sounds(this.hanWords, this.table));
  }

  // Ways to say a word in letters without spaces.
  spellings(word) {
    return readings(word, this.sounds.table).map((row) => row.join(""));
  }
}

class Sounds {
  constructor(words, table) {
    this.table = table;
    this.rows = Array.from(words, (word) => [word, readings(word, table)]);
    this.made = {};
  }

  get exact() {
    return (this.made.exact ??= this.collect((row) => [row.join("")]));
  }

  get rough() {
    return (this.made.rough ??= this.collect((row) => [rough(row.join(""))]));
  }

  get initials() {
    return (this.made.initials ??= this.collect((row) => (row.length > 1 ? initials(row) : [])));
  }

  get sorted() {
    return (this.made.sorted ??= [...this.exact.keys()].sort());
  }

  get syllables() {
    return (this.made.syllables ??= new Set([...this.table.values()].flat()));
  }

  // A table from the keys of each way to say a word to the words.
  collect(keys) {
    const table = new Map();
    for (const [word, rows] of this.rows) for (const row of rows) for (const key of keys(row)) put(table, key, word);
    return table;
  }
}

function put(table, key, word) {
  const words = table.get(key);
  if (!words) table.set(key, [word]);
  else if (!words.includes(word)) words.push(word);
}
