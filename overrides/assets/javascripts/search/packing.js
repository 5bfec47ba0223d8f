// The files of an index as small as gzip makes them: lists of phrases as one text, and no term
// named twice. This is the page's side; closing.js is the build's.

import { Numbers } from "./numbers.js";

export const BETWEEN = "|";
export const MORE = 16; // added to a mark when the next is of the same article
// Kinds of numbers: how many articles, the first one, the step to the next, a mark of the first one, of another.
export const ARTICLES = 0;
export const FIRST = 1;
export const NEXT = 2;
export const FIRST_MARK = 3;
export const NEXT_MARK = 4;
const cut = (text) => (text ? text.split(BETWEEN) : []);

// {stop, meanings, others, foreign, guesses, english, terms, words, lists}, each as the page takes it, and
// whatever else `file` holds. `terms` are those besides the phrases of `meanings`, whose posting
// lists come first; the first `words` of them may be mistyped. `postings` are the articles of each
// term with the fields and counts in each.
export function opened(file) {
  const made = { ...file };
  for (const key of ["stop", "guesses", "english"]) if (key in file) made[key] = cut(file[key]);
  if ("meanings" in file) made.meanings = file.meanings.split("\n").map(cut);
  if ("others" in file) made.others = file.others.map(([names, ...terms]) => [cut(names), ...terms]);
  if ("foreign" in file) made.foreign = file.foreign.flatMap(([phrases, terms]) => cut(phrases).map((phrase) => [phrase, terms]));
  if ("postings" in file) Object.assign(made, openLists(file, [...new Set((made.meanings ?? []).flat())]));
  else if ("words" in file) made.words = cut(file.words);
  return made;
}

function openLists({ terms, words, postings, count }, phrases) {
  const all = [...phrases, ...cut(terms)];
  const numbers = new Numbers(postings);
  const place = { first: 0 };
  const lists = new Map(all.map((term) => [term, openList(numbers, place, count)]).filter(([, list]) => list.length));
  const known = [...phrases.filter((phrase) => lists.has(phrase)), ...all.slice(phrases.length, phrases.length + words)];
  return { lists, words: known.sort() };
}

// A posting list as the numbers that `postings.js` reads. The first article counts from the first of the list
// before, around the end of the collection.
function openList(numbers, place, count) {
  const list = [];
  let id = 0;
  for (let left = numbers.number(ARTICLES), n = 0; n < left; n++) {
    const next = n ? id + numbers.number(NEXT) + 1 : (place.first + numbers.number(FIRST)) % count;
    if (!n) place.first = next;
    for (let mark = MORE, kind = n ? NEXT_MARK : FIRST_MARK; mark >= MORE; kind = afterMark(mark), id = next) {
      mark = numbers.number(kind);
      list.push(next - id, mark % MORE);
    }
  }
  return list;
}

// The kind of a mark that follows one of the same article.
export const afterMark = (mark) => NEXT_MARK + 1 + (mark % MORE);
