// Words in Latin letters cut into slots: phrases that share a meaning, words of the site,
// slips of a key, pinyin on the Chinese site, a last word typed halfway.

import { isSpelled, pinyinSlots } from "./letters.js";
import { answer, slot } from "./slots.js";
import { stem } from "./text.js";
import { allowed, isOneSlip, nearest } from "./typo.js";

const LONGEST_PHRASE = 5;
const SURE_LETTERS = 6;
const MOST_BEGUN = 8;
const LEAST_PHRASE = 7; // letters of a phrase, with its space
const LEAST_SPELLED = 4; // letters behind a number: 24xiaoshi, not 50gbp

// Slots of neighbouring words, each a run of `text.js`.
export function latinSlots(words, context) {
  const typed = words.map((run) => stem(run.text));
  const stems = context.vocabulary.core.lang === "zh" ? typed : typed.map((word, at) => mended(word, words[at].text, { ...context, last: context.last && at === words.length - 1 }));
  const found = [];
  let unread = [];
  const flush = () => {
    if (unread.length) found.push(...unknownSlots(unread, context));
    unread = [];
  };
  const isSpoken = isRowOfPinyin(words, stems, context);
  for (let at = 0; at < words.length; ) {
    const [count, made] = isSpoken ? [0, null] : slippedPhrase(stems, at, context) ?? phraseAt(stems, words, at, context) ?? [0, null];
    if (!made) unread.push({ text: words[at].text, last: context.last && at === words.length - 1 });
    else {
      flush();
      found.push(made);
    }
    at += count || 1;
  }
  flush();
  return found;
}

// Whether words are pinyin all of them, though some look like English: shang ban.
function isRowOfPinyin(words, stems, { vocabulary }) {
  if (vocabulary.core.lang !== "zh" || words.length < 2) return false;
  const { syllables } = vocabulary.sounds;
  return words.every(({ text }) => isSpelled(text, syllables)) && stems.some((word) => !vocabulary.latinWords.has(word) && !vocabulary.others.has(word));
}

// The longest phrase or word that begins at `at`, also when written in one or two words.
function phraseAt(stems, words, at, { vocabulary, isTerm }) {
  for (let count = Math.min(LONGEST_PHRASE, stems.length - at); count > 0; count--) {
    const part = stems.slice(at, at + count);
    const isJoined = count > 1 && !part.some((one) => vocabulary.stops.has(one)); // is a: no isa
    for (const word of count > 1 ? [part.join(" "), stem(part.join(""))] : part) {
      const stop = vocabulary.stops.has(word) || /^\d{1,2}$/.test(word); // 7 may be anything
      const beside = count < 2 || isJoined || word.includes(" ") ? vocabulary.others.get(word) : undefined;
      if (!stop && !beside && !isTerm(word) && !vocabulary.meanings.has(word)) continue;
      const made = slot(part.join(" "), { size: 2 * count, stop, beside });
      const typed = words.slice(at, at + count).map(({ text }) => text);
      const isMended = typed.some((one, offset) => stem(one) !== part[offset]);
      const why = isMended ? slipKind(typed.join("")) : "exact";
      answer(made, word, why, vocabulary, isTerm);
      if (count === 1 && !stop && !beside && !vocabulary.latinWords.has(word)) addSlips(made, word, part[0], vocabulary, isTerm);
      return [count, made];
    }
  }
  return null;
}

// Two words of a phrase of ours with a slip that made a word of others: sing in.
function slippedPhrase(stems, at, { vocabulary, isTerm }) {
  const pair = stems.slice(at, at + 2);
  const two = pair.join(" ");
  const isOurs = (word) => vocabulary.latinWords.has(word) || vocabulary.stops.has(word) || isTerm(word);
  if (two.length < LEAST_PHRASE || pair.every(isOurs)) return null;
  const meant = [...vocabulary.meanings.keys()].filter((phrase) => isOneSlip(two, phrase) && phrase.split(" ").length === 2);
  if (meant.length !== 1) return null;
  const made = slot(two, { size: 4 });
  answer(made, meant[0], "typo", vocabulary, isTerm);
  return [2, made];
}

// "rest" stands in some text, yet who types it alone may mean "reset".
function addSlips(made, word, text, vocabulary, isTerm) {
  for (const found of slips(text, vocabulary)) answer(made, found, "guess", vocabulary, isTerm);
}

// Letters beside each other may be one row of pinyin; the number before them is no part of it: 24xiaoshi.
function unknownSlots(unread, context) {
  if (context.vocabulary.core.lang !== "zh") return unread.map((word) => guessedSlot(word, context));
  const found = [];
  let row = [];
  const flush = () => {
    if (row.length) found.push(...spelledSlots(row, context));
    row = [];
  };
  for (const word of unread) {
    const [, number, letters] = /^(\d*)([a-z]*)$/.exec(word.text) ?? [];
    const joins = letters && (letters.length > 1 || unread.length > 1) && !(number && letters.length < LEAST_SPELLED);
    if (number || !joins) flush();
    if (!joins) found.push(guessedSlot(word, context));
    else {
      if (number) found.push(guessedSlot({ text: number }, context));
      row.push({ text: letters, last: word.last });
    }
  }
  flush();
  return found;
}

// Slots of words in letters alone.
function spelledSlots(words, context) {
  const read = pinyinSlots(words.map((word) => word.text), { ...context, last: words.at(-1).last });
  return read ?? words.map((word) => guessedSlot(word, context));
}

function guessedSlot({ text, last }, context) {
  const { vocabulary, isTerm } = context;
  const made = slot(text, { stop: /^\d+(?:[a-z]{1,2})?$/.test(text) }); // amounts say nothing of the subject
  const word = stem(text);
  const begun = last && text.length > 1 ? wordsBegunWith(word, text, vocabulary) : [];
  const words = begun.length ? [] : slips(text, vocabulary);
  for (const found of begun) answer(made, found, "prefix", vocabulary, isTerm);
  for (const found of words) answer(made, found, slipKind(text), vocabulary, isTerm);
  return made;
}

// A word with a slip of one key in it, put right when only one word of the site is so near, or all mean the same.
function mended(word, text, { vocabulary, isTerm, last }) {
  if ([vocabulary.latinWords, vocabulary.stops, vocabulary.others].some((known) => known.has(word)) || isTerm(word)) return word;
  if (last && wordsBegunWith(word, text, vocabulary).length) return word;
  const words = slips(text, vocabulary);
  return words[0] ?? word;
}

function slipKind(word) {
  return word.length < SURE_LETTERS ? "guess" : "typo";
}

function slips(text, vocabulary) {
  return allowed(text.length) ? vocabulary.guessed(nearest(text, vocabulary.writtenForms())) : [];
}

function wordsBegunWith(word, text, vocabulary) {
  const fits = (known) => known.startsWith(word) || known.startsWith(text);
  return vocabulary.guessed(vocabulary.guessable().filter((known) => fits(known) && !vocabulary.stops.has(known)).slice(0, MOST_BEGUN));
}
