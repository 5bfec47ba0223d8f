// A run of Chinese characters cut into slots: words of the site, words that sound like them,
// a last word typed halfway, pairs of characters as the safety net.

import { bestRow } from "./lattice.js";
import { rough } from "./sounds.js";
import { WEIGHT, answer, put, slot } from "./slots.js";
import { wordsIn } from "./text.js";

const LONGEST_SLIP = 4;
const MOST_PREFIXES = 12;
const COUNT = "[一二三四五六七八九十百千万两几半多]";
const IDLE = new RegExp(
  `(?:${COUNT}+(?:个|块|元|美元|美金|刀|欧元|欧|英镑|镑|港币|毛|分钱|月|星期|礼拜|周|天|日|小时|分钟|点|年|号|多)+)|[昨今明前后][天晚早日]|[上这下]个?(?:周|星期|礼拜|月)${COUNT}?|(?:周|星期|礼拜)[一二三四五]`,
  "gu",
);
const SAYS_NOTHING = 0.6;
const GROWTH = 1.3; // one long word beats two short ones

// Slots of `run`. `isTerm` tells whether the index has a term; `last` whether the reader may
// still be typing this run.
export function chineseSlots(run, { vocabulary, isTerm, last }) {
  const covered = vocabulary.coveredPlaces(run);
  const idle = idleEdges(run);
  const edges = (start) => [
    ...(idle.get(start) ?? []),
    ...knownEdges(run, start, vocabulary, isTerm),
    ...slipEdges(run, start, vocabulary, covered),
    ...(last ? prefixEdges(run, start, vocabulary) : []),
  ];
  const row = bestRow(run.length, edges);
  return joinGaps(row).map((edge) => toSlot(run, edge, vocabulary, isTerm));
}

// Amounts and dates: they tell when and how much, not what about.
function idleEdges(run) {
  const found = new Map();
  for (const match of run.matchAll(IDLE)) {
    found.set(match.index, [{ end: match.index + match[0].length, gain: 0.02, stop: true }]);
  }
  return found;
}

function knownEdges(run, start, vocabulary, isTerm) {
  const found = [];
  const most = Math.min(run.length, start + vocabulary.longest);
  for (let end = start + 1; end <= most; end++) {
    const word = run.slice(start, end);
    const size = end - start;
    const isWord = vocabulary.hanWords.has(word);
    const beside = vocabulary.others.get(word);
    if (beside) found.push({ end, gain: size ** GROWTH, kind: "exact", words: isWord ? [word] : [], beside });
    if (!isWord && !(size > 1 && isTerm(word))) continue;
    const stop = vocabulary.stops.has(word);
    const gain = (isWord ? 1 : WEIGHT.pair) * size ** GROWTH * (stop ? SAYS_NOTHING : 1) - (size < 2 ? 0.4 : 0);
    found.push({ end, gain, kind: isWord ? "exact" : "pair", words: [word], stop });
  }
  return found;
}

// Words that sound the same, or nearly, as what was typed and share a character with it.
function slipEdges(run, start, vocabulary, covered) {
  const found = [];
  for (let end = start + 2; end <= Math.min(run.length, start + LONGEST_SLIP); end++) {
    const typed = run.slice(start, end);
    const ends = (at) => at === run.length - 1 && vocabulary.stops.has(run[at]); // 认证吗 is no slip of 认证码
    const isCovered = Array.from(typed).every((_, offset) => covered.has(start + offset) || ends(start + offset));
    if (isCovered || vocabulary.hanWords.has(typed)) continue;
    for (const [kind, words] of slipsOf(typed, vocabulary)) {
      if (!words.length) continue;
      found.push({ end, gain: WEIGHT[kind] * typed.length ** GROWTH, kind, words });
      break;
    }
  }
  return found;
}

function* slipsOf(typed, vocabulary) {
  yield ["sound", soundAlike(typed, "sound", vocabulary)];
  if (Array.from(typed).every((char) => vocabulary.stops.has(char))) return; // 还能 is no slip of 不能
  yield ["shape", lookAlike(typed, vocabulary)];
  yield ["rough", soundAlike(typed, "rough", vocabulary)];
  yield ["guess", soundNear(typed, vocabulary)];
  yield ["guess", typed.length > 2 ? oneOther(typed, vocabulary) : []];
}

// Words whose spelling is one slip of a key away: 限恩 is 限额.
function soundNear(typed, vocabulary) {
  const { sounds } = vocabulary;
  const words = vocabulary.spellings(typed).flatMap((letters) => sounds.slipped(letters)).flatMap((key) => sounds.exact.get(key));
  return alike(words, typed, vocabulary);
}

// Words with one character that looks like the one typed: 末到账 is 未到账.
function lookAlike(typed, vocabulary) {
  const words = Array.from(typed).flatMap((char, at) =>
    vocabulary.likes(char).map((like) => typed.slice(0, at) + like + typed.slice(at + 1)),
  );
  return words.filter((word) => vocabulary.hanWords.has(word) && !vocabulary.stops.has(word));
}

// Longer words with one character that is another; the rest must say something.
function oneOther(typed, vocabulary) {
  const isNear = (word) => {
    const same = word.length === typed.length ? Array.from(typed).filter((char, at) => char === word[at]).join("") : "";
    return same.length === typed.length - 1 && !vocabulary.stops.has(same);
  };
  return [...vocabulary.hanWords].filter((word) => isNear(word) && !vocabulary.stops.has(word));
}

function soundAlike(typed, kind, vocabulary) {
  const { sounds } = vocabulary;
  const spellings = vocabulary.spellings(typed);
  const words = spellings.flatMap((letters) =>
    kind === "sound" ? (sounds.exact.get(letters) ?? []) : (sounds.rough.get(rough(letters)) ?? []),
  );
  return alike(words, typed, vocabulary);
}

// Those of `words` that share a character with what was typed, at the same place.
function alike(words, typed, vocabulary) {
  const isAlike = (word) => word.length === typed.length && Array.from(word).some((char, at) => char === typed[at]);
  return [...new Set(words)].filter((word) => isAlike(word) && vocabulary.hanWords.has(word) && !vocabulary.stops.has(word));
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
  const made = slot(text, { size: text.length, stop: edge.stop, beside: edge.beside });
  for (const word of edge.words ?? []) {
    answer(made, word, edge.kind, vocabulary, isTerm);
    if (edge.kind !== "prefix") addParts(made, word, vocabulary, isTerm);
  }
  return made;
}

// Shorter words inside a long one: 客服热线 is also about 客服 and 热线.
function addParts(made, word, vocabulary, isTerm) {
  for (const part of wordsIn(word, vocabulary.hanWords, () => word.length - 1)) {
    if (part.length < 2 || vocabulary.stops.has(part)) continue;
    if (isTerm(part)) put(made, part, WEIGHT.part, "part", part);
    for (const term of vocabulary.meanings.get(part) ?? []) put(made, term, WEIGHT.part * WEIGHT.meaning, "part", part);
  }
}
