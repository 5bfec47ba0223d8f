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

  // A phrase as the tables name it: its runs, English ones as stems.
  key(phrase) {
    return runs(this.fold(phrase)).map((run) => (run.han ? run.text : stem(run.text))).join(" ");
  }

  phrases(list) {
    return list.map((phrase) => this.key(phrase));
  }

  // Tables of sounds, made on first need: {exact, rough, initials} from letters to words.
  get sounds() {
    this.table ??= readingTable(this.core.syllables, this.common, this.core.readings);
    this.soundTables ??= soundTables(this.hanWords, this.table);
    return this.soundTables;
  }

  // Ways to say a word in letters without spaces.
  spellings(word) {
    this.sounds;
    return readings(word, this.table).map((row) => row.join(""));
  }
}

function soundTables(words, table) {
  const tables = { exact: new Map(), rough: new Map(), initials: new Map(), syllables: new Set() };
  for (const char of table.values()) char.forEach((syllable) => tables.syllables.add(syllable));
  for (const word of words) {
    for (const row of readings(word, table)) {
      const letters = row.join("");
      put(tables.exact, letters, word);
      put(tables.rough, rough(letters), word);
      if (word.length > 1) initials(row).forEach((key) => put(tables.initials, key, word));
    }
  }
  tables.sorted = [...tables.exact.keys()].sort();
  return tables;
}

function put(table, key, word) {
  const words = table.get(key);
  if (!words) table.set(key, [word]);
  else if (!words.includes(word)) words.push(word);
}
