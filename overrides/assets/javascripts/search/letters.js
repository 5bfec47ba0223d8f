// Pinyin: letters cut into slots by how the site's words sound, in full, halfway or by initials.

import { bestRow } from "./lattice.js";
import { rough } from "./sounds.js";
import { WEIGHT, answer, slot } from "./slots.js";

const LONGEST = 24;
const GROWTH = 1.15;
const LEAST_COVERED = 0.6;
const MOST_WORDS = 16;

// Slots of `letters` read as pinyin, or null when they are not.
export function pinyinSlots(letters, context) {
  const spelled = bestRow(letters.length, (start) => spelledEdges(letters, start, context));
  if (covered(spelled) >= LEAST_COVERED * letters.length) return toSlots(letters, spelled, context);
  const short = bestRow(letters.length, (start) => initialEdges(letters, start, context));
  if (letters.length <= 10 && covered(short) === letters.length) return toSlots(letters, short, context);
  return null;
}

function covered(row) {
  return row.reduce((sum, edge) => sum + (edge.words ? edge.end - edge.start : 0), 0);
}

function spelledEdges(letters, start, { vocabulary, last }) {
  const { exact, rough: near, syllables, sorted } = vocabulary.sounds;
  const found = [];
  for (let end = start + 2; end <= Math.min(letters.length, start + LONGEST); end++) {
    const typed = letters.slice(start, end);
    const size = typed.length ** GROWTH;
    const same = usable(exact.get(typed));
    const alike = usable(near.get(rough(typed)));
    if (same.length) found.push({ end, gain: size, kind: "sound", words: same });
    else if (alike.length) found.push({ end, gain: WEIGHT.rough * size, kind: "rough", words: alike });
    else if (syllables.has(typed)) found.push({ end, gain: 0.3 * size, syllable: true });
    if (last && end === letters.length && typed.length > 2) {
      const words = beginning(typed, sorted, exact);
      if (words.length) found.push({ end, gain: WEIGHT.prefix * size, kind: "prefix", words });
    }
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

function initialEdges(letters, start, { vocabulary }) {
  const found = [];
  for (let end = start + 2; end <= Math.min(letters.length, start + 8); end++) {
    const typed = letters.slice(start, end);
    const words = vocabulary.sounds.initials.get(typed);
    if (words) found.push({ end, gain: typed.length ** GROWTH, kind: "initials", words });
  }
  return found;
}

function toSlots(letters, row, { vocabulary, isTerm }) {
  return row.map((edge) => {
    const text = letters.slice(edge.start, edge.end);
    const words = (edge.words ?? []).filter((word) => !vocabulary.stops.has(word));
    const size = edge.words ? Math.min(...edge.words.map((word) => word.length)) : 0.5;
    const made = slot(text, { size, stop: Boolean(edge.words) && !words.length });
    for (const word of words) answer(made, word, edge.kind, vocabulary, isTerm);
    return made;
  });
}
