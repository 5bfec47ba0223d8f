// The small tables that only some queries need, each a file beside the core file: "variants"
// (characters written otherwise), "likes" (characters that look alike), "spoken" (how characters
// sound, and which foreign words look like pinyin), "foreign-N" (phrases in the other language, by how they begin), "guesses" (all words of
// those phrases in Latin letters).

import { isSpelled } from "./letters.js";
import { stem } from "./text.js";

const MOST_IN_ONE = 5; // words of a phrase, which may be written in one

// The part that holds a phrase or a word in the other language. Chinese has no beginnings of
// words, so that one part holds all.
export function foreignPart(text, count) {
  return `foreign-${text.codePointAt(0) % count}`;
}

export class Parts {
  // `core` tells how many foreign parts there are; `common`: the characters of GB 2312 level 1.
  constructor({ lang, foreigns }, common) {
    this.zh = lang === "zh";
    this.foreigns = foreigns;
    this.common = common;
    this.learnt = new Set(this.zh ? [] : ["spoken", "likes", "guesses"]);
    this.wanted = new Set();
  }

  // The parts still to learn for the runs of a query, of which `strange` are not words of the
  // site. Characters that are not common may only be written otherwise: then nothing is strange.
  // Letters are pinyin or English: `english(words)`, asked when "spoken" is learnt, tells.
  needed(found, strange, english) {
    const han = strange.filter((run) => run.han);
    const isRare = ({ text }) => Array.from(text).some((char) => !this.common.includes(char));
    if (han.some(isRare) && !this.learnt.has("variants")) return ["variants"];
    if (!strange.length) return [];
    const sounds = this.left(["spoken", ...(han.length ? ["likes"] : [])]);
    if (sounds.length) return sounds;
    const others = this.zh ? english(found.map(({ text }) => text).filter((text) => /[a-z]/.test(text))) : han.map(({ text }) => text);
    return this.left(others.map((text) => foreignPart(text, this.foreigns)));
  }

  // An analysis came upon a part; `lacking` tells which ones it has to do without.
  want(part) {
    this.wanted.add(part);
  }

  lacking() {
    const parts = this.left([...this.wanted]);
    this.wanted.clear();
    return parts;
  }

  left(parts) {
    return [...new Set(parts)].filter((part) => !this.learnt.has(part));
  }
}

// Those of `words` in Latin letters that, alone or with the next, are no row of syllables, or one
// of the `known` words which look like one.
export function notPinyin(words, syllables, known) {
  const from = (start) => Array.from({ length: MOST_IN_ONE }, (_, more) => words.slice(start, start + more + 1).join(""));
  return words.filter((_, start) => !from(start).every((text) => isSpelled(text, syllables) && !known.includes(stem(text))));
}

// Those of `words`, all stems, that stand for a word which looks like pinyin.
export function likePinyin(words, syllables) {
  const forms = (word) => [word, ...["e", "ing", `${word.at(-1)}ing`].map((end) => word + end), ...["ing", "ying"].map((end) => word.slice(0, -1) + end)];
  return words.filter((word) => forms(word).some((form) => stem(form) === word && isSpelled(form, syllables)));
}
