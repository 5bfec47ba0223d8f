// The files of an index as small as gzip makes them: lists of phrases as one text, and no term
// named twice. `closed` is the build's side, `opened` the page's.

const BETWEEN = "|";
const join = (phrases) => phrases.join(BETWEEN);
const cut = (text) => (text ? text.split(BETWEEN) : []);

// {stop, broad, meanings, others, foreign, terms, words, lists}, each as the page takes it, and
// whatever else `file` holds. `terms` are those besides the phrases of `meanings`, whose posting
// lists come first; the first `words` of them may be mistyped.
export function opened(file) {
  const made = { ...file };
  for (const key of ["stop", "broad"]) if (key in file) made[key] = cut(file[key]);
  if ("meanings" in file) made.meanings = file.meanings.split("\n").map(cut);
  if ("others" in file) made.others = file.others.map(([names, beside]) => [cut(names), beside]);
  if ("foreign" in file) made.foreign = file.foreign.flatMap(([phrases, terms]) => cut(phrases).map((phrase) => [phrase, terms]));
  if ("lists" in file) Object.assign(made, openLists(file, [...new Set(made.meanings.flat())]));
  else if ("words" in file) made.words = cut(file.words);
  return made;
}

function openLists({ terms, words, lists }, phrases) {
  const all = [...phrases, ...cut(terms)];
  const packed = new Map(lists.split(" ").map((list, at) => [all[at], list]).filter(([, list]) => list));
  const known = [...phrases.filter((phrase) => packed.has(phrase)), ...all.slice(phrases.length, phrases.length + words)];
  return { lists: packed, words: known.sort() };
}

// The phrases of the writers' tables.
export function closed({ stop, broad, meanings, others, foreign }) {
  return {
    stop: join(stop),
    broad: join(broad),
    meanings: meanings.map(join).join("\n"),
    others: others.map(([names, beside]) => [join(names), beside]),
    foreign: byTerms(foreign),
  };
}

function byTerms(foreign) {
  const groups = new Map();
  for (const [phrase, terms] of foreign) {
    const key = terms.join(BETWEEN);
    groups.set(key, [...(groups.get(key) ?? []), phrase]);
  }
  return Array.from(groups, ([key, phrases]) => [join(phrases), cut(key)]);
}

// Terms with their packed lists (a Map), those of `words` first.
export function closedLists(lists, words, meanings) {
  const phrases = [...new Set(meanings.flat())];
  const isPhrase = new Set(phrases);
  const own = words.filter((word) => !isPhrase.has(word));
  const isWord = new Set([...own, ...phrases]);
  const terms = [...own, ...[...lists.keys()].filter((term) => !isWord.has(term)).sort()];
  return { words: own.length, terms: join(terms), lists: [...phrases, ...terms].map((term) => lists.get(term) ?? "").join(" ") };
}

export const closedWords = join;
