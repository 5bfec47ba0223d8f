// What `packing.js` opens, as the build makes it: run once per build, never by a page.

import { pairsOf } from "./characters.js";
import { ARTICLES, BETWEEN, FIRST, FIRST_MARK, MORE, NEXT, NEXT_MARK, afterMark } from "./packing.js";
import { foreignPart, likePinyin } from "./parts.js";
import { pack } from "./postings.js";
import { Writer } from "./writing.js";

const MOST_SURE = 3; // letters: in so short a word no slip is guessed, and few are typed halfway
const join = (phrases) => phrases.join(BETWEEN);
const cut = (text) => (text ? text.split(BETWEEN) : []);

// The phrases of the writers' tables.
export function closed({ stop, meanings, others }) {
  return {
    stop: join(stop),
    meanings: meanings.map(join).join("\n"),
    others: others.map(([names, ...terms]) => [join(names), ...terms]),
  };
}

// Phrases in the other language, in the parts that hold them. `idle`: words of theirs that say nothing.
export function closedForeign(foreign, count, syllables, idle) {
  const parts = Array.from({ length: count }, (_, n) => foreign.filter(([phrase]) => foreignPart(phrase, count) === `foreign-${n}`));
  const words = [...new Set(foreign.flatMap(([phrase]) => phrase.split(" ")))];
  return { foreign: parts.map(byTerms), guesses: join(words.filter((word) => word.length > MOST_SURE && !idle.has(word))), english: join(likePinyin(words, syllables)) };
}

// `variants`: a text of pairs; those that the common characters cannot tell stay pairs.
export function closedVariants(variants, common) {
  const all = pairsOf(variants).map(([char, simple]) => [char, simple, common.indexOf(simple)]);
  const told = all.filter(([, , at]) => at >= 0).sort((a, b) => a[2] - b[2]);
  const row = told.map(([char, , at], n) => (n && told[n - 1][2] === at ? "" : pack([at - (told[n - 1]?.[2] ?? 0)])) + char);
  return { variants: row.join(""), pairs: all.filter(([, , at]) => at < 0).map(([char, simple]) => char + simple).join("") };
}

// `likes`: groups of common characters.
export function closedLikes(likes, common) {
  const groups = likes.split(" ").filter(Boolean).map((group) => Array.from(group, (char) => common.indexOf(char)).sort((a, b) => a - b));
  groups.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return groups.map((group, n) => pack(group.map((at, m) => (m ? at - group[m - 1] - 1 : at - (groups[n - 1]?.[0] ?? 0))))).join(" ");
}

function byTerms(foreign) {
  const groups = new Map();
  for (const [phrase, terms] of foreign) {
    const key = terms.join(BETWEEN);
    groups.set(key, [...(groups.get(key) ?? []), phrase]);
  }
  return Array.from(groups, ([key, phrases]) => [join(phrases), cut(key)]);
}

// Terms with their posting lists (a Map of [[article, field, count]]), those of `words` first,
// neighbours in the order of their first article. `count`: how many articles there are.
export function closedLists(lists, words, meanings, count) {
  const phrases = [...new Set(meanings.flat())];
  const isPhrase = new Set(phrases);
  const isWord = new Set(words);
  const keys = Array.from(lists, ([term, list]) => ({ term, first: list[0][0], size: new Set(list.map(([id]) => id)).size }));
  keys.sort((a, b) => a.first - b.first || a.size - b.size || (a.term < b.term ? -1 : 1));
  const own = keys.map(({ term }) => term).filter((term) => !isPhrase.has(term));
  const terms = [...own.filter((term) => isWord.has(term)), ...own.filter((term) => !isWord.has(term))];
  const rows = [...phrases, ...terms].map((term) => lists.get(term) ?? []);
  return { words: own.filter((term) => isWord.has(term)).length, terms: join(terms), postings: closedRows(rows, count) };
}

function closedRows(rows, count) {
  const writer = new Writer();
  let first = 0;
  for (const list of rows) {
    const ids = [...new Set(list.map(([id]) => id))];
    writer.write(ARTICLES, ids.length);
    ids.forEach((id, n) => {
      if (n) writer.write(NEXT, id - ids[n - 1] - 1);
      else writer.write(FIRST, (id - first + count) % count);
      writeMarks(writer, list.filter((one) => one[0] === id), n ? NEXT_MARK : FIRST_MARK);
    });
    first = ids[0] ?? first;
  }
  return writer.closed();
}

// Fields and counts of a term in one article.
function writeMarks(writer, list, kind) {
  list.forEach(([, field, times], n) => {
    const mark = field + 4 * (times - 1);
    writer.write(n ? afterMark(list[n - 1][1] + 4 * (list[n - 1][2] - 1)) : kind, mark + (n + 1 < list.length ? MORE : 0));
  });
}

// Lengths of `fields` fields an article.
export function closedLengths(lengths, fields) {
  const writer = new Writer();
  lengths.forEach((length, n) => writer.write(n % fields, length));
  return writer.closed();
}

export const closedWords = join;
