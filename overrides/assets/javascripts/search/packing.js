// The files of an index as small as gzip makes them: lists of phrases as one text, and no term
// named twice. This is the page's side; closing.js is the build's.

import { unpack } from "./postings.js";

export const BETWEEN = "|";
export const MORE = 16; // added to a mark when the next is of the same article
const cut = (text) => (text ? text.split(BETWEEN) : []);

// {stop, meanings, others, foreign, guesses, english, terms, words, lists}, each as the page takes it, and
// whatever else `file` holds. `terms` are those besides the phrases of `meanings`, whose posting
// lists come first; the first `words` of them may be mistyped. `steps` are the articles of each
// term, `marks` the fields and counts of all in one row: each compresses best among its like.
export function opened(file) {
  const made = { ...file };
  for (const key of ["stop", "guesses", "english"]) if (key in file) made[key] = cut(file[key]);
  if ("meanings" in file) made.meanings = file.meanings.split("\n").map(cut);
  if ("others" in file) made.others = file.others.map(([names, ...terms]) => [cut(names), ...terms]);
  if ("foreign" in file) made.foreign = file.foreign.flatMap(([phrases, terms]) => cut(phrases).map((phrase) => [phrase, terms]));
  if ("steps" in file) Object.assign(made, openLists(file, [...new Set((made.meanings ?? []).flat())]));
  else if ("words" in file) made.words = cut(file.words);
  return made;
}

function openLists({ terms, words, steps, marks, count }, phrases) {
  const all = [...phrases, ...cut(terms)];
  const row = unpack(marks);
  const place = { first: 0, at: 0 };
  const lists = new Map();
  steps.split(" ").forEach((text, n) => text && lists.set(all[n], openList(unpack(text), row, place, count)));
  const known = [...phrases.filter((phrase) => lists.has(phrase)), ...all.slice(phrases.length, phrases.length + words)];
  return { lists, words: known.sort() };
}

// A posting list as the numbers that `postings.js` reads. The first article counts from the first of the list
// before, around the end of the collection.
function openList(steps, row, place, count) {
  const list = [];
  let id = 0;
  steps.forEach((step, n) => {
    const next = n ? id + step + 1 : (place.first + step) % count;
    if (!n) place.first = next;
    for (let mark = MORE; mark >= MORE; id = next) list.push(next - id, (mark = row[place.at++]) % MORE);
  });
  return list;
}
