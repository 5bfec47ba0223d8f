// Text as the index and the query both see it: folded, cut into runs of Chinese
// characters and of Latin letters or digits, English words cut to a stem.

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const RUN = /\p{Script=Han}+|[a-z0-9]+/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;
const APOSTROPHE = /(?<=[a-z])['’‘´`](?=[a-z])/g;

// Lower case, full-width letters narrowed, and traditional or variant characters
// written as the site writes them (`variants`: Map from character to character).
// "ti'xian" and "don't" become one word.
export function fold(text, variants) {
  const plain = text.normalize("NFKC").toLowerCase().replace(INVISIBLE, "");
  const joined = plain.replace(APOSTROPHE, "");
  if (!variants.size || !BEYOND_ASCII.test(joined)) return joined;
  const chars = Array.from(joined);
  return chars.some((char) => variants.has(char)) ? chars.map((char) => variants.get(char) ?? char).join("") : joined;
}

// The runs of a folded text: [{text, han, start, end}].
export function runs(text) {
  let end = 0;
  return (text.match(RUN) ?? []).map((run) => {
    const start = text.indexOf(run, end); // what stands between runs is of no run
    end = start + run.length;
    return { text: run, han: run > "\u2e7f", start, end };
  });
}

// The first rule whose ending fits a long enough word is applied, then the second table:
// [ending, what replaces it, letters that must remain].
const PLURALS = [["sses", "ss", 2], ["ies", "y", 2], ["ss", "ss", 1], ["us", "us", 1], ["s", "", 3]];
const FORMS = [["eed", "eed", 1], ["ying", "y", 2], ["ied", "y", 2], ["ing", "", 3], ["ed", "", 3]];

// Stem of an English word: plural and verb endings off, "e" of longer words too, so that
// "charges", "charged" and "charging" meet. Latin letters only; other words stay.
export function stem(word) {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const single = cut(word, PLURALS);
  const form = cut(single, FORMS);
  if (form === single) return single.length > 4 ? single.replace(/e$/, "") : single;
  if (/([bdgmnprt])\1$/.test(form)) return form.slice(0, -1);
  if (/^[^aeiou][aeiou][^aeiouwxy]$/.test(form)) return `${form}e`;
  return form.length > 4 ? form.replace(/e$/, "") : form;
}

function cut(word, rules) {
  for (const [ending, put, least] of rules) {
    const start = word.length - ending.length;
    if (start >= least && word.endsWith(ending)) return word.slice(0, start) + put;
  }
  return word;
}

// Every word of `known` inside a run of Chinese characters, overlapping ones too; `longest(char)`
// is the length of the longest that begins with a character.
export function wordsIn(run, known, longest) {
  const found = [];
  for (let start = 0; start < run.length; start++) {
    const most = Math.min(run.length, start + longest(run[start]));
    for (let end = start + 1; end <= most; end++) {
      const word = run.slice(start, end);
      if (known.has(word)) found.push(word);
    }
  }
  return found;
}

// Pairs of neighbouring characters in a run.
export function pairs(run) {
  return Array.from({ length: Math.max(0, run.length - 1) }, (_, i) => run.slice(i, i + 2));
}
