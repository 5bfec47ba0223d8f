// A query as slots, each with the terms of the index that answer it, and as it was meant: with slips put
// right, pinyin in characters and words of the other language in this one.

import { chineseSlots } from "./chinese.js";
import { latinSlots } from "./latin.js";
import { NAMED, STRANGE } from "./slots.js";
import { runs } from "./text.js";

const MOST_LETTERS = 80; // a longer question is cut; its subject stands at the front
const MOST_JOINED = 3;
const SURELY = new Set(["exact", "meaning", "sound", "typo", "initials"]);
const MENDED = new Set(["sound", "shape", "typo", "rough"]);
const LEAST_NAME = 2;
const MOST_BESIDE_NAME = 5;
const NO_TERM = "";
const AHEAD = /^[^\p{L}\p{N}]+/u;
const AFTER = /[^\p{L}\p{N}]+$/u;
const WITHIN = "里上"; // 支付宝里的钱充进来
const SHORT = 8; // characters
const STORY = 14; // characters, or half as many words, that say something to us
const NUMERALS = { 1: "一", 2: "二两双", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九" };

// `isTerm` tells whether the index has a term. Returns {slots, meant}; `meant` is empty where a
// query is nothing but words that tell no subject, of which one has a synonym: a greeting.
export function analyse(text, vocabulary, isTerm) {
  const read = vocabulary.fold(text.slice(0, 25 * MOST_LETTERS)); // of a long paste, greetings and all, no more
  const folded = withoutCourtesy(read, vocabulary.courtesy).slice(0, MOST_LETTERS).trim();
  const groups = groupRuns(withJoined(withNumerals(runs(folded), vocabulary), vocabulary));
  const slots = groups.flatMap((group, index) => {
    const last = index === groups.length - 1 && group.at(-1).end === folded.length;
    const context = { vocabulary, isTerm, last };
    return group[0].han ? chineseSlots(group[0].text, context) : latinSlots(group, context);
  });
  const isShort = folded.length <= SHORT;
  const meant = slots.map((slot) => meantBy(slot, vocabulary, isTerm, isShort)).join("");
  nameStranger(slots, vocabulary);
  const known = slots.reduce((sum, slot) => sum + (slot.terms.size && !slot.stop && !slot.beside ? slot.size : 0), 0);
  const mayBeOurs = vocabulary.namesUs(text) || known >= STORY;
  const content = settled(slots, mayBeOurs, folded).filter((slot) => !slot.stop);
  if (content.length) return { slots: content, meant };
  const isGreeting = slots.some(({ terms }) => [...terms.values()].some(({ why }) => why === "meaning"));
  return { slots, meant: isGreeting ? "" : meant };
}

// A question without the greeting before it and the thanks behind it, unless it is nothing else.
function withoutCourtesy(text, phrases) {
  let rest = text;
  for (let before; before !== rest; ) {
    before = rest;
    rest = rest.replace(AHEAD, "");
    const first = phrases.find((phrase) => rest.startsWith(phrase) && isWhole(phrase, rest[phrase.length]));
    rest = first ? rest.slice(first.length) : before;
    const bare = rest.replace(AFTER, "");
    const last = phrases.find((phrase) => bare.endsWith(phrase) && isWhole(phrase, bare.at(-1 - phrase.length)));
    if (last) rest = `${bare.slice(0, -last.length)}.`; // it is not being typed any longer
  }
  return runs(rest).length ? rest : text;
}

// Whether a phrase ends where a character stands beside it; English words need a gap.
const isWhole = (phrase, beside = "") => phrase > "\u2e7f" || !/[a-z0-9]/.test(beside);

// What a slot says once it is understood; words in letters keep their distance. Of a long question's
// characters nothing is put right: the rest of it says enough, and not every rare word is a slip. What says
// nothing of its own, a greeting, means nothing else either.
function meantBy({ text, name, terms, stop }, { core }, isTerm, isShort) {
  let best;
  for (const [term, found] of terms) if (!best || found.weight > best.weight) best = { ...found, term };
  const isHan = text > "\u2e7f";
  const foreign = !stop && best?.why === "meaning" && !isTerm(text) && isHan === (core.lang === "en");
  const mended = MENDED.has(best?.why) && (isShort || !isHan);
  const said = foreign && best.term[0] === "§" ? core.meanings[Number(best.term.slice(1))][0] : mended ? best.word : name ?? text;
  return said > "\u2e7f" ? said : ` ${said} `;
}

// Names of others make a question theirs, unless we are named too or it says what only we do
// with them: 支付宝客服 is not ours, 支付宝充值 is; what they do as well is theirs when the question
// begins with their name: 抖音提现. A long story names others in passing, and a name alone may be either.
function settled(slots, mayBeOurs, text) {
  const told = slots.filter((slot) => !slot.stop);
  const says = (slot, term) => SURELY.has(slot.terms.get(term)?.why);
  const ours = (one) => (text.startsWith(one.text) && !WITHIN.includes(text[one.text.length]) ? one.beside.behind : one.beside.any);
  const isOurs = (one) => mayBeOurs && one.beside.any.length > 0 || told.some((slot) => slot !== one && ours(one).some((term) => says(slot, term)));
  for (const one of told.filter((slot) => slot.beside && (told.length > 1 || !slot.terms.size))) {
    if (isOurs(one)) one.stop = !one.terms.size;
    else {
      one.elsewhere = one.beside.any.length ? NAMED : STRANGE;
      one.terms.clear();
    }
  }
  return slots;
}

// An unknown word before what every company has, and nothing else, is another company:
// 某某银行客服电话. A sentence is not so short, one syllable in letters no name: zhao kefu.
function nameStranger(slots, vocabulary) {
  if (slots.length > MOST_BESIDE_NAME) return;
  const [first, ...rest] = slots.filter((slot) => !slot.stop);
  const isEveryones = ({ terms, beside }) => !beside && vocabulary.everyones.some((term) => terms.has(term));
  const isName = first && !first.terms.size && !first.beside && first.text.length >= LEAST_NAME && !vocabulary.isSyllable(first.text);
  if (isName && rest.length && rest.every(isEveryones)) first.beside = { any: [NO_TERM], behind: [] };
}

// Latin words beside each other belong together; Chinese runs stand alone, yet spaces inside
// Chinese mean nothing.
function groupRuns(list) {
  const groups = [];
  for (const run of list) {
    const before = groups.at(-1);
    if (before && !run.han && !before[0].han) before.push(run);
    else if (before && run.han && before[0].han && run.start - before[0].end < 2) {
      groups[groups.length - 1] = [{ ...run, start: before[0].start, text: before[0].text + run.text }];
    } else groups.push([run]);
  }
  return groups;
}

// 2步验证 is 两步验证 when the site has that word.
function withNumerals(list, vocabulary) {
  const out = [];
  for (const run of list) {
    const before = out.at(-1);
    const digit = before && run.han && before.end === run.start && NUMERALS[before.text];
    const fitting = Array.from(digit || "").find((numeral) => begins(numeral + run.text, vocabulary));
    if (fitting) out[out.length - 1] = { ...run, text: fitting + run.text, start: before.start };
    else out.push(run);
  }
  return out;
}

function begins(text, vocabulary) {
  return [2, 3, 4].some((size) => text.length >= size && vocabulary.hanWords.has(text.slice(0, size)));
}

// 提xian is one word half in letters: characters beside letters are spelt out with them
// when that gives a word.
function withJoined(list, vocabulary) {
  if (vocabulary.core.lang !== "zh") return list;
  const out = [];
  for (const run of list) {
    const before = out.at(-1);
    const touching = before && before.han !== run.han && before.end === run.start;
    const word = touching && (before.han ? joined(before.text, run.text, vocabulary, true) : joined(run.text, before.text, vocabulary, false));
    if (!word) out.push(run);
    else if (before.han) out[out.length - 1] = { ...before, end: run.end, text: before.text.slice(0, before.text.length - word.taken) + word.text };
    else out[out.length - 1] = { ...run, start: before.start, text: word.text + run.text.slice(word.taken) };
  }
  return out;
}

function joined(han, letters, vocabulary, hanFirst) {
  if (!/^[a-z]+$/.test(letters) || vocabulary.latinWords.has(letters)) return null;
  for (let taken = Math.min(MOST_JOINED, han.length); taken > 0; taken--) {
    const part = hanFirst ? han.slice(-taken) : han.slice(0, taken);
    for (const spelling of vocabulary.spellings(part)) {
      const words = vocabulary.sounds.exact.get(hanFirst ? spelling + letters : letters + spelling);
      const text = words?.find((word) => (hanFirst ? word.startsWith(part) : word.endsWith(part)));
      if (text) return { taken, text };
    }
  }
  return null;
}
