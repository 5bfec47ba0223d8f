// What the site can say in one language, from the index's core file (made by
// hooks/helpcenter/search/core.py): words, phrases that share a meaning, sounds, stop words.

import { groupsOf, pairsOf, writtenPairs } from "./characters.js";
import { Parts, foreignPart, notPinyin } from "./parts.js";
import { readingTable, spellings } from "./sounds.js";
import { Sounds, putUnder } from "./soundtables.js";
import { fold, runs, stem } from "./text.js";
import { writtenForms } from "./typo.js";

const HAN = /^\p{Script=Han}+$/u;

// A term of the index for a meaning shared by several phrases.
export const meaningTerm = (number) => `§${number}`;

// `core`: the parsed core file; `common`: the characters of GB 2312 level 1 in their order.
export class Vocabulary {
  constructor(core, common, sounds) {
    this.core = core;
    this.common = common;
    this.variants = new Map(pairsOf(core.pairs));
    this.tables = {};
    this.parts = new Parts(core, common);
    if (sounds) this.learn(sounds);
    this.words = new Set(core.words);
    this.stops = new Set(this.phrases(core.stop).flat());
    this.brands = core.brand.map((name) => this.fold(name));
    this.meanings = new Map();
    core.meanings.forEach((phrases, number) => this.add(phrases, [meaningTerm(number)]));
    for (const [phrase, terms] of core.oneWay) this.add([phrase], terms);
    const known = [...this.words, ...this.meanings.keys(), ...this.stops];
    this.hanWords = new Set(known.filter((word) => HAN.test(word)));
    this.longest = Math.max(1, ...[...this.hanWords].map((word) => word.length));
    this.latinWords = new Set(wordsOf(known.filter((word) => !HAN.test(word))));
    this.ownLatin = [...this.latinWords];
  }

  // Learn what no word is needed for but every query: {others, everyones, us, courtesy}. `others`:
  // names of what is not ours → the terms beside which a question is ours all the same, none for
  // some, and those of them that the others do, too. `everyones`: terms of what every company has; `us`: ways
  // to speak to us; `courtesy`: what stands before and behind a question.
  complete({ others, everyones, us, courtesy }) {
    this.others = new Map(others.flatMap(([names, any, shared]) => {
      const beside = { any, behind: any.filter((term) => !shared.includes(term)) };
      return this.phrases(names).map((name) => [name, beside]);
    }));
    this.everyones = everyones;
    this.us = us;
    this.courtesy = courtesy;
  }

  // Learn what only some queries need, named in parts.js: {pairs, variants}, {likes}, {syllables,
  // readings, english}, {foreign}, {guesses}; `foreign` are phrases in the other language with the terms
  // that they stand for, `guesses` all words of such phrases.
  learn(tables) {
    Object.assign(this.tables, tables);
    const { pairs = "", variants = "", foreign = [], guesses = [] } = tables;
    for (const [char, simple] of [...pairsOf(pairs), ...writtenPairs(variants, this.common)]) this.variants.set(char, simple);
    if ("syllables" in tables) this.soundTables = undefined;
    if ("likes" in tables) this.likeTable = undefined;
    for (const [phrase, terms] of foreign) this.meanings.set(phrase, terms);
    for (const word of [...wordsOf(foreign.map(([phrase]) => phrase)), ...guesses]) this.latinWords.add(word);
  }

  // The parts still to learn before a query can be understood.
  needs(query) {
    const found = runs(this.fold(query));
    const english = (words) => notPinyin(words, this.sounds.syllables, this.tables.english);
    return this.parts.needed(found, found.filter((run) => this.isStrange(run)), english);
  }

  // Whether a run holds something besides the site's words as they are written: letters that may
  // be pinyin, characters that no word covers.
  isStrange({ text, han }) {
    if (han) return !this.covers(text);
    return this.core.lang === "zh" && /[a-z]/.test(text) && !this.latinWords.has(stem(text));
  }

  // The words in Latin letters that may be meant by a slip or typed halfway.
  guessable() {
    this.parts.want("guesses");
    return [...new Set([...this.ownLatin, ...(this.tables.guesses ?? [])])];
  }

  // Those of them that say something, as they are written.
  writtenForms() {
    const words = this.guessable();
    if (this.forms?.count !== words.length) this.forms = { count: words.length, said: writtenForms(words.filter((word) => !this.stops.has(word))) };
    return this.forms.said;
  }

  // Words that were guessed; what they stand for must be known.
  guessed(words) {
    const foreign = words.filter((word) => !this.ownLatin.includes(word));
    for (const word of foreign) this.parts.want(foreignPart(word, this.core.foreigns));
    return words;
  }

  covers(run) {
    return this.coveredPlaces(run).size === run.length;
  }

  // Which characters a word of the site covers: a slip lies where none does.
  coveredPlaces(run) {
    const covered = new Set();
    for (let start = 0; start < run.length; start++) {
      for (let end = start + 2; end <= Math.min(run.length, start + this.longest); end++) {
        if (this.hanWords.has(run.slice(start, end))) for (let at = start; at < end; at++) covered.add(at);
      }
    }
    return covered;
  }

  // Terms that a phrase stands for besides its own words.
  add(phrases, terms) {
    for (const phrase of phrases) {
      const key = this.key(phrase);
      this.meanings.set(key, [...new Set([...(this.meanings.get(key) ?? []), ...terms])]);
    }
  }

  // Whether a text says our name, or speaks to us.
  namesUs(text, names = [...this.brands, ...this.us]) {
    const folded = fold(text, this.variants);
    return names.some((name) => folded.includes(name));
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

  // Whether letters are one syllable of Chinese.
  isSyllable(letters) {
    return this.core.lang === "zh" && /^[a-z]+$/.test(letters) && this.sounds.syllables.has(letters);
  }

  // The site's words by how they sound.
  get sounds() {
    this.parts.want("spoken");
    return (this.soundTables ??= this.readSounds(this.tables));
  }

  readSounds({ syllables = "", readings = "" }) {
    const words = [...this.hanWords, ...[...this.others.keys()].filter((name) => HAN.test(name))];
    return new Sounds(new Set(words), readingTable(syllables, this.common, readings));
  }

  // Characters that look like `char`: with the same parts but one.
  likes(char) {
    this.parts.want("likes");
    if (!this.likeTable) {
      this.likeTable = new Map();
      for (const group of groupsOf(this.tables.likes ?? "", this.common)) for (const one of group) putUnder(this.likeTable, one, group);
    }
    return [...new Set((this.likeTable.get(char) ?? []).join(""))];
  }

  // Ways to say a word in letters without spaces.
  spellings(word) {
    return spellings(word, this.sounds.table);
  }
}

const wordsOf = (phrases) => phrases.flatMap((phrase) => phrase.split(" "));
