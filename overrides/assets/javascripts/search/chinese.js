// A run of Chinese characters cut into slots: words of the site, words that sound like them,
// a last word typed halfway, pairs of characters as the safety net.

import { bestRow } from "./lattice.js";
import { rough } from "./sounds.js";
import { WEIGHT, answer, put, slot } from "./slots.js";
import { wordsIn } from "./text.js";

const LONGEST_SLIP = 4;
const MOST_PREFIXES = 12;
const GROWTH = 1.3; // one long word beats two short ones

// Slots of `run`. `isTerm` tells whether the index has a term; `last` whether the reader may
// still be typing this run.
export function chineseSlots(run, { vocabulary, isTerm, last }) {
  const covered = coveredPlaces(run, vocabulary);
  const edges = (start) => [
    ...knownEdges(run, start, vocabulary, isTerm),
    ...slipEdges(run, start, vocabulary, covered),
    ...(last ? prefixEdges(run, start, vocabulary) : []),
  ];
  const row = bestRow(run.length, edges);
  return joinGaps(row).map((edge) => toSlot(run, edge, vocabulary, isTerm));
}

// Which characters a word of the site covers: a slip lies where none does.
function coveredPlaces(run, vocabulary) {
  const covered = new Set();
  for (let start = 0; start < run.length; start++) {
    for (let end = start + 2; end <= Math.min(run.length, start + vocabulary.longest); end++) {
      if (vocabulary.hanWords.has(run.slice(start, end))) for (let at = start; at < end; at++) covered.add(at);
    }
  }
  return covered;
}

function knownEdges(run, start, vocabulary, isTerm) {
  const found = [];
  const most = Math.min(run.length, start + vocabulary.longest);
  for (let end = start + 1; end <= most; end++) {
    const word = run.slice(start, end);
    const size = end - start;
    const isWord = vocabulary.hanWords.has(word);
    if (!isWord && !(size > 1 && isTerm(word))) continue;
    const stop = vocabulary.stops.has(word);
    const gain = (isWord ? 1 : WEIGHT.pair) * size ** GROWTH - (stop ? 0.05 : 0) - (size < 2 ? 0.4 : 0);
    found.push({ end, gain, kind: isWord ? "exact" : "pair", words: [word], stop });
  }
  return found;
}

// Words that sound the same, or nearly, as what was typed and share a character with it.
function slipEdges(run, start, vocabulary, covered) {
  const found = [];
  for (let end = start + 2; end <= Math.min(run.length, start + LONGEST_SLIP); end++) {
    const typed = run.slice(start, end);
    const isCovered = Array.from(typed).every((_, offset) => covered.has(start + offset));
    if (isCovered || vocabulary.hanWords.has(typed)) continue;
    for (const kind of ["sound", "rough"]) {
      const words = soundAlike(typed, kind, vocabulary);
      if (!words.length) continue;
      found.push({ end, gain: WEIGHT[kind] * typed.length ** GROWTH, kind, words });
      break;
    }
  }
  return found;
}

function soundAlike(typed, kind, vocabulary) {
  const { sounds } = vocabulary;
  const spellings = vocabulary.spellings(typed);
  const words = spellings.flatMap((letters) =>
    kind === "sound" ? (sounds.exact.get(letters) ?? []) : (sounds.rough.get(rough(letters)) ?? []),
  );
  const alike = (word) => Array.from(word).some((char, i) => char === typed[i]);
  return [...new Set(words)].filter(
    (word) => word.length === typed.length && alike(word) && !vocabulary.stops.has(word),
  );
}

function prefixEdges(run, start, vocabulary) {
  const typed = run.slice(start);
  if (typed.length > LONGEST_SLIP || vocabulary.hanWords.has(typed) && typed.length > 1) return [];
  const words = [];
  for (const word of vocabulary.hanWords) {
    if (word.length > typed.length && word.startsWith(typed) && !vocabulary.stops.has(word)) words.push(word);
    if (words.length === MOST_PREFIXES) break;
  }
  if (!words.length) return [];
  const gain = WEIGHT.prefix * typed.length ** GROWTH - (typed.length < 2 ? 0.3 : 0);
  return [{ end: run.length, gain, kind: "prefix", words, typed }];
}

// Neighbouring gaps are one unknown thing.
function joinGaps(row) {
  const joined = [];
  for (const edge of row) {
    const before = joined.at(-1);
    if (edge.gap && before?.gap) before.end = edge.end;
    else joined.push(edge);
  }
  return joined;
}

function toSlot(run, edge, vocabulary, isTerm) {
  const text = run.slice(edge.start, edge.end);
  const made = slot(text, { size: text.length, stop: edge.stop });
  for (const word of edge.words ?? []) {
    answer(made, word, edge.kind, vocabulary, isTerm);
    if (edge.kind !== "prefix") addParts(made, word, vocabulary, isTerm);
  }
  return made;
}

// Shorter words inside a long one: 客服热线 is also about 客服 and 热线.
function addParts(made, word, vocabulary, isTerm) {
  for (const part of wordsIn(word, vocabulary.hanWords, word.length - 1)) {
    if (part.length < 2 || vocabulary.stops.has(part)) continue;
    if (isTerm(part)) put(made, part, WEIGHT.part, "part", part);
    for (const term of vocabulary.meanings.get(part) ?? []) put(made, term, WEIGHT.part * WEIGHT.meaning, "part", part);
  }
}
