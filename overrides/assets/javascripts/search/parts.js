// The small tables that only some queries need, each a file beside the core file: "variants"
// (characters written otherwise), "likes" (characters that look alike), "spoken" (how characters
// sound), "foreign-N" (phrases in the other language, by how they begin), "guesses" (all words of
// those phrases in Latin letters).

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
  needed(found, strange) {
    const han = strange.filter((run) => run.han);
    const isRare = ({ text }) => Array.from(text).some((char) => !this.common.includes(char));
    if (han.some(isRare) && !this.learnt.has("variants")) return ["variants"];
    if (!strange.length) return [];
    const others = this.zh ? found.filter(({ text }) => /[a-z]/.test(text)) : han;
    const foreign = others.map(({ text }) => foreignPart(text, this.foreigns));
    return this.left(["spoken", ...(han.length ? ["likes"] : []), ...foreign]);
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
