// The build side of the index, run once per build by hooks/helpcenter/search/index.py, never
// by a page: terms of every article, posting lists, lengths of fields.

import { FIELDS, pack, shardOf } from "./postings.js";
import { closed, closedForeign, closedLengths, closedLikes, closedLists, closedVariants, closedWords } from "./closing.js";
import { teach } from "./teaching.js";
import { pairs, runs, stem } from "./text.js";
import { Vocabulary } from "./vocabulary.js";
import { treeOf, wordsIn } from "./wordtree.js";

const MOST_COUNTED = 4; // more occurrences of a term in one field count no more
const STEPS = 1.25; // field lengths are kept to a quarter: it ranks the same and packs small
const COMMON = 0.4; // share of the articles from which a body word says nothing
const LONGEST_PHRASE = 5; // words in Latin letters
const LEAST_ARTICLES = 10;
const MOST_TAUGHT = 200; // articles up to which readers' wordings are learnt
const BODY = FIELDS.length - 1;
const NONE = new Set();

// `core`: the core file without words; `fields`: a row of texts per article in the order of
// FIELDS; `strong`, `body`: Chinese words of the first fields and of the last; `questions`: [[article, line]],
// readers' wordings, those of no article with the number after the last.
// Returns {words, lengths, oneWay, foreign, guesses, stop, meanings, taught, shards: [{strong, weak}], {term: packed
// postings} of each}, and without shards {terms, postings, rest}.
export function indexTerms(core, common, fields, strong, body, questions) {
  const oneWay = core.oneWay.map(([source, targets]) => [source, targets]);
  const { pairs, likes, syllables, readings } = core.sounds;
  const vocabulary = new Vocabulary({ ...core, words: strong, oneWay: [] }, common, { pairs, syllables, readings });
  vocabulary.complete(core);
  const foreign = targets(core.sounds.foreign, vocabulary).filter(([phrase]) => !vocabulary.meanings.has(phrase) && !vocabulary.stops.has(phrase));
  const says = (word) => !Array.from(word).some((char) => vocabulary.stops.has(char));
  const known = treeOf([...vocabulary.hanWords, ...body.filter(says)]);
  const firsts = new Map();
  for (const phrase of vocabulary.meanings.keys()) {
    const words = phrase.split(" ");
    firsts.set(words[0], Math.max(firsts.get(words[0]) ?? 0, words.length));
  }
  const longest = (first) => firsts.get(first) ?? 0;
  const stems = new Map();
  const stemOf = (word) => stems.get(word) ?? stems.set(word, stem(word)).get(word);
  const lists = new Map();
  const strongTerms = new Set();
  const lengths = [];
  fields.forEach((texts, id) => {
    texts.forEach((text, field) => {
      const counts = termCounts(text, field, { vocabulary, known, longest, stemOf });
      lengths.push(rounded([...counts.values()].reduce((sum, count) => sum + count, 0)));
      for (const [term, count] of counts) {
        const list = lists.get(term);
        if (list) list.push(posting(id, field, count));
        else lists.set(term, [posting(id, field, count)]);
        if (field !== BODY && term[0] !== "§") strongTerms.add(term);
      }
    });
  });
  dropWeak(lists, fields.length);
  const words = wordTerms(lists, strongTerms, vocabulary);
  const phrases = keyed(core, vocabulary);
  const shared = { lengths: closedLengths(lengths, FIELDS.length), oneWay: targets(oneWay, vocabulary), ...phrases, ...closed(phrases), ...closedForeign(foreign, core.foreigns, vocabulary.sounds.syllables, new Set(core.sounds.idle.map(stem))), ...closedVariants(pairs, common), likes: closedLikes(likes, common), taught: taught(fields, questions, vocabulary) };
  if (core.shards > 1) return { ...shared, ...sharded(lists, words, core.shards) };
  const told = new Map(Array.from(lists, ([term, list]) => [term, list.map((one) => [idOf(one), fieldOf(one), (markOf(one) >> 2) + 1])]));
  const of = (isWanted) => new Map([...told].filter(([term]) => isWanted(lists.get(term))));
  const rest = { count: fields.length, ...closedLists(of(isWeak), [], [], fields.length) };
  return { ...shared, ...closedLists(of((list) => !isWeak(list)), words, phrases.meanings, fields.length), rest, shards: [] };
}

// A posting in one number: article, then field + 4 × (count - 1).
const posting = (id, field, count) => 16 * id + field + 4 * (count - 1);
const idOf = (one) => Math.floor(one / 16);
const markOf = (one) => one % 16;
const fieldOf = (one) => one % 4;
// Whether a term stands in texts alone.
const isWeak = (list) => list.every((one) => fieldOf(one) === BODY);

// Terms of a text with how often they occur: words, meanings, and in titles also pairs that no
// word covers. Words that say nothing count in
// titles alone, which answer while they are typed.
function termCounts(text, field, { vocabulary, known, longest, stemOf }) {
  const counts = new Map();
  const unsaid = field > 0 ? vocabulary.stops : NONE;
  const add = (term) => {
    const count = counts.get(term) ?? 0;
    if (count < MOST_COUNTED && !unsaid.has(term)) counts.set(term, count + 1);
  };
  const stems = [];
  const folded = vocabulary.fold(text);
  for (const run of runs(folded)) {
    if (!run.han) {
      stems.push(stemOf(run.text));
      continue;
    }
    const words = wordsIn(run.text, known);
    for (const word of words) {
      add(word);
      vocabulary.meanings.get(word)?.forEach(add);
    }
    if (field < 1) loosePairs(run.text, words, vocabulary).forEach(add);
  }
  for (const word of stems) {
    const isNumber = field > 1 && /^\d+$/.test(word);
    if (!isNumber && (word.length > 1 || !vocabulary.stops.has(word))) add(word);
  }
  latinMeanings(stems, vocabulary, longest).forEach(add);
  return counts;
}

// Pairs with a character that no word covers, without words that say nothing.
function loosePairs(run, words, vocabulary) {
  const covered = new Set(words.filter((word) => word.length > 1).flatMap((word) => occurrences(run, word)));
  const says = (char) => !vocabulary.stops.has(char);
  return pairs(run).filter((pair, at) => Array.from(pair).every(says) && !(covered.has(at) && covered.has(at + 1)));
}

// Places of the characters of every occurrence of `word`.
function occurrences(run, word) {
  const places = [];
  for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + 1)) {
    places.push(...Array.from(word, (_, offset) => at + offset));
  }
  return places;
}

function latinMeanings(stems, vocabulary, longest) {
  const found = [];
  for (let start = 0; start < stems.length; start++) {
    const end = Math.min(stems.length, start + LONGEST_PHRASE, start + longest(stems[start]));
    let phrase = "";
    for (let at = start; at < end; at++) {
      phrase += at > start ? ` ${stems[at]}` : stems[at];
      const terms = vocabulary.meanings.get(phrase);
      if (terms) found.push(...terms);
    }
  }
  return found;
}

// Terms that may be mistyped or typed halfway: those of titles, questions and headings, and
// the phrases of the writers' tables in the same places. Pairs stay out.
function wordTerms(lists, strongTerms, vocabulary) {
  const isWord = (term) => !/^\p{Script=Han}+$/u.test(term) || vocabulary.hanWords.has(term);
  const phrases = [...vocabulary.meanings.keys()].filter((phrase) => lists.has(phrase) && !isWeak(lists.get(phrase)));
  const words = new Set([...[...strongTerms].filter(isWord), ...phrases]);
  return [...words].filter((word) => lists.has(word) && !word.includes(" ")).sort();
}

// The writers' phrases as the tables name them, so that no page has to work them out.
function keyed({ stop, others, everyones, meanings }, vocabulary) {
  const keys = (phrases) => [...new Set(phrases.map((phrase) => vocabulary.key(phrase)))].filter(Boolean);
  return { stop: keys(stop), everyones: termsOf(everyones, vocabulary), others: others.map(([names, ...terms]) => [keys(names), ...terms.map((phrases) => termsOf(phrases, vocabulary))]), meanings: meanings.map(keys) };
}

// One-way synonyms as [phrase, terms of the index].
function targets(oneWay, vocabulary) {
  const known = new Map(); // many stand for the same
  const terms = (phrase) => known.get(phrase) ?? known.set(phrase, termsOf([phrase], vocabulary)).get(phrase);
  return oneWay.map(([source, phrases]) => [vocabulary.key(source), [...new Set(phrases.flatMap(terms))]]);
}

// The terms of the index for phrases: their meanings, or their words.
function termsOf(phrases, vocabulary) {
  const keys = phrases.map((phrase) => vocabulary.key(phrase));
  return [...new Set(keys.flatMap((key) => vocabulary.meanings.get(key) ?? key.split(" ")))];
}

function rounded(length) {
  return length < 4 ? length : Math.round(STEPS ** Math.round(Math.log(length) / Math.log(STEPS)));
}

// A body counts only for what no title, question or heading has, and not for what many bodies hold.
function dropWeak(lists, count) {
  for (const [term, list] of lists) {
    const strong = list.filter((one) => fieldOf(one) !== BODY);
    if (strong.length) lists.set(term, strong);
    else if (count >= LEAST_ARTICLES && list.length > COMMON * count) lists.delete(term);
  }
}

// What the lines of an article's first fields and readers' wordings teach.
function taught(fields, questions, vocabulary) {
  if (fields.length > MOST_TAUGHT) return undefined;
  const own = fields.flatMap((texts, id) => texts.slice(0, BODY).flatMap((text) => text.split("\n").map((line) => [id, line])));
  const subjects = new Map();
  for (const [id, line] of [...own, ...questions]) {
    const text = vocabulary.fold(line);
    const ids = subjects.get(text);
    if (!ids) subjects.set(text, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
  return teach(Array.from(subjects, ([text, ids]) => [ids, text]), fields.length + 1, vocabulary.core.lang);
}

function sharded(lists, words, count) {
  const shards = Array.from({ length: count }, () => ({ strong: {}, weak: {} }));
  for (const term of [...lists.keys()].sort()) {
    const list = lists.get(term);
    shards[shardOf(term, count)][isWeak(list) ? "weak" : "strong"][term] = packList(list);
  }
  return { words: closedWords(words), shards };
}

function packList(list) {
  let last = 0;
  const numbers = [];
  for (const one of list) {
    numbers.push(idOf(one) - last, markOf(one));
    last = idOf(one);
  }
  return pack(numbers);
}
