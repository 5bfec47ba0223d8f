// Shapes of sentences: words in an order, with little between them. "扣|收 两|二 次|回" is in
// 扣了我两次 and in 一单收二回, so that nobody has to list every way to say it.

import { stem } from "./text.js";

const GAP = { zh: "[^，。；？！\\s]{0,4}?", en: "(?: \\S+){0,3}?" };

// `shapes`: [[shape, phrase]]; `key` names a phrase as the tables do; `terms(key)` gives the
// terms of the index that it stands for. Returns [{pattern, terms, phrase}].
export function compile(shapes, lang, terms) {
  return shapes.map(([shape, phrase]) => ({ pattern: new RegExp(source(shape, lang), "u"), phrase, terms: terms(phrase) }));
}

function source(shape, lang) {
  const words = shape.split(" ").map((word) => `(${lang === "zh" ? word : word.split("|").map(stem).join("|")})`);
  return lang === "zh" ? words.join(GAP.zh) : `(?<= )${words.join(`${GAP.en} `)}(?= )`;
}

// Where the shapes stand in a folded text: [{start, end, size, terms, phrase}]; `size` counts
// the words of the shape, not what stands between them.
export function shapesIn(text, compiled, lang) {
  const plain = lang === "zh" ? text : stemmed(text);
  return compiled.flatMap(({ pattern, terms, phrase }) => {
    const match = pattern.exec(plain);
    if (!match) return [];
    const words = match.slice(1).filter(Boolean);
    const size = lang === "zh" ? words.join("").length : 2 * words.length;
    return [{ text: match[0], start: match.index, end: match.index + match[0].length, size, terms, phrase }];
  });
}

export function stemmed(text) {
  return ` ${(text.match(/[a-z0-9]+/g) ?? []).map(stem).join(" ")} `;
}
