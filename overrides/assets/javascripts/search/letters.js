// Pinyin: letters cut into slots by how the site's words sound, in full, halfway or by initials.

import { bestRow } from "./lattice.js";
import { rough, withHu } from "./sounds.js";
import { LEAST_SLIPPED } from "./soundtables.js";
import { WEIGHT, answer, slot } from "./slots.js";

const LONGEST = 24;
const GROWTH = 1.15;
const LEAST_COVERED = 0.6;
const LEAST_OF_PINYIN = 0.4; // of letters that are syllables throughout
const MOST_WORDS = 16;
const LEAST_SAID = 3;
const LETTERS = 3; // of a syllable

// Slots of words in letters read as pinyin in a row, or null when they are not.
export function pinyinSlots(words, context) {
  const letters = words.join("");
  const { syllables } = context.vocabulary.sounds;
  const borders = words[1] && words.every((word) => syllables.has(word)) ? endsOfAll(words) : bordersOf(letters, syllables);
  const isPinyin = borders.size > 0;
  const isBorder = (at) => !isPinyin || borders.has(at);
  const edges = (start) => (isBorder(start) ? spelledEdges(letters, start, context).filter(({ end }) => isBorder(end)) : []);
  let spelled = bestRow(letters.length, edges);
  if (covered(spelled) < letters.length && !isPinyin) {
    const mended = bestRow(letters.length, (start) => [...edges(start), ...slipEdges(letters, start, context)]);
    if (covered(mended) > covered(spelled)) spelled = mended;
  }
  if (covered(spelled) >= (isPinyin ? LEAST_OF_PINYIN : LEAST_COVERED) * letters.length) return toSlots(letters, filled(letters, spelled, context), context);
  const short = bestRow(letters.length, (start) => initialEdges(letters, start, context));
  if (letters.length <= 10 && covered(short) === letters.length) return toSlots(letters, short, context);
  return isPinyin ? [slot(letters)] : null; // said in Chinese, and not of us
}

// Where words in a row end: who puts a gap behind each syllable means it.
function endsOfAll(words) {
  let end = 0;
  return new Set([0, ...words.map((word) => (end += word.length))]);
}

// What lies between words spelled in full may be initials: sxfduoshao.
function filled(letters, row, context) {
  const free = new Set(row.filter((edge) => edge.gap).map((edge) => edge.start));
  const isFree = (start, end) => Array.from({ length: end - start }, (_, at) => start + at).every((at) => free.has(at));
  const between = (start) => (free.has(start) ? initialEdges(letters, start, context).filter(({ end }) => isFree(start, end)) : []);
  return bestRow(letters.length, (start) => [...row.filter((edge) => edge.start === start), ...between(start)]);
}

function covered(row) {
  return row.reduce((sum, edge) => sum + (edge.words ? edge.end - edge.start : 0), 0);
}

function spelledEdges(letters, start, { vocabulary, last }) {
  const { others, stops } = vocabulary;
  const idle = (typed) => exact.get(typed)?.find((word) => stops.has(word));
  const { exact, rough: near, syllables, sorted } = vocabulary.sounds;
  const found = [];
  for (let end = start + 2; end <= Math.min(letters.length, start + LONGEST); end++) {
    const typed = letters.slice(start, end);
    const size = typed.length ** GROWTH;
    const same = usable(exact.get(typed));
    const alike = usable(near.get(rough(typed)) ?? near.get(rough(withHu(typed))));
    if (same.length) found.push({ end, gain: size, kind: "sound", words: same });
    else if (alike.length) found.push({ end, gain: WEIGHT.rough * size, kind: "rough", words: alike });
    else if (syllables.has(typed)) found.push({ end, gain: 0.3 * size, syllable: true, idle: idle(typed) });
    if (last && end === letters.length && typed.length > 2) {
      const words = beginning(typed, sorted, exact).filter((word) => !others.has(word));
      if (words.length) found.push({ end, gain: WEIGHT.prefix * size, kind: "prefix", words });
    }
  }
  return found;
}

// Whether letters are a row of syllables as they stand, each of two letters or more.
export const isSpelled = (letters, syllables) => bordersOf(letters, syllables).size > 0;

// Where the syllables of such a row begin and end: zijia is zi and jia, never ziji and a. None when there is no row.
function bordersOf(letters, syllables) {
  const starts = [[]]; // by the place where syllables end, where they begin
  for (let start = 0; start < letters.length; start++) {
    for (let end = start + 2; starts[start] && end <= start + 6; end++) if (syllables.has(letters.slice(start, end))) (starts[end] ??= []).push(start);
  }
  const found = new Set(starts[letters.length] && [letters.length]);
  for (const end of found) for (const start of starts[end]) found.add(start);
  return found;
}

// Words spelled with a slip of one key.
function slipEdges(letters, start, { vocabulary }) {
  const { exact } = vocabulary.sounds;
  const found = [];
  for (let end = start + LEAST_SLIPPED; end <= Math.min(letters.length, start + LONGEST); end++) {
    const typed = letters.slice(start, end);
    if (exact.has(typed)) continue;
    const words = usable(vocabulary.sounds.slipped(typed).flatMap((key) => exact.get(key)));
    if (words.length) found.push({ end, gain: WEIGHT.rough * typed.length ** GROWTH, kind: "rough", words: [...new Set(words)] });
  }
  return found;
}

// Words of two characters or more; one syllable alone says too little.
function usable(words) {
  return (words ?? []).filter((word) => word.length > 1);
}

function beginning(typed, sorted, exact) {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < typed) low = middle + 1;
    else high = middle;
  }
  const words = [];
  for (; low < sorted.length && sorted[low].startsWith(typed); low++) words.push(...usable(exact.get(sorted[low])));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

function initialEdges(letters, start, { vocabulary, isTerm }) {
  const found = [];
  for (let end = start + 2; end <= Math.min(letters.length, start + 8); end++) {
    const typed = letters.slice(start, end);
    const known = vocabulary.sounds.initials.get(typed) ?? [];
    const own = known.filter(isTerm);
    const ours = known.filter((word) => vocabulary.hanWords.has(word));
    const words = own.length || typed.length < LEAST_SAID ? own : ours; // synonyms: two letters fit too many
    for (const size of new Set(words.map((word) => word.length))) {
      const same = words.filter((word) => word.length === size);
      found.push({ end, gain: size ** GROWTH, kind: "initials", words: same });
    }
  }
  return found;
}

function toSlots(letters, row, { vocabulary, isTerm }) {
  return row.map((edge) => {
    const text = letters.slice(edge.start, edge.end);
    const said = (edge.words ?? []).filter((word) => !vocabulary.stops.has(word));
    const known = said.filter((word) => vocabulary.meanings.has(word));
    const others = said.filter((word) => vocabulary.others.has(word));
    const words = !others.length ? said : known.length ? known : others;
    const size = edge.words ? Math.min(...edge.words.map((word) => word.length), edge.kind === "prefix" ? text.length / LETTERS : Infinity) : 0.5;
    const name = words.find((word) => others.includes(word)) ?? (words.length ? undefined : edge.words?.[0]);
    const made = slot(text, { size, stop: Boolean(edge.words) && !words.length || Boolean(edge.idle), beside: vocabulary.others.get(name), name });
    for (const word of words) answer(made, word, edge.kind, vocabulary, isTerm);
    return made;
  });
}
