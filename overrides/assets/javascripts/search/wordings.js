// What readers' own wordings teach: how much a character, a pair of characters or an English word
// speaks for an article, or for none of ours. Learnt by teaching.js once per build.

import { Numbers } from "./numbers.js";
import { runs, stem } from "./text.js";

const KEYS = 65_536; // features share a number now and then, which blurs little and saves their names
const GAIN = 3;
const FEWEST = 2; // features of a longer text that must speak of an article: one may be an accident
export const STEP = 0.8; // of a level

// The features of a folded text: characters, pairs of characters, stems; English stems in pairs, too.
export function featuresOf(text, lang) {
  const found = new Set();
  let before = "";
  for (const run of runs(text)) {
    if (run.han) addCharacters(run.text, found);
    if (run.han || /^\d/.test(run.text)) before = "";
    else {
      const word = stem(run.text);
      found.add(word);
      if (before && lang === "en") found.add(`${before} ${word}`);
      before = word;
    }
  }
  return [...found];
}

function addCharacters(text, found) {
  let before = "";
  for (const char of text) {
    found.add(char);
    if (before) found.add(before + char);
    before = char;
  }
}

// The number of a feature: FNV-1a, folded to 16 bits.
export function keyOf(feature) {
  let hash = 0x811c9dc5;
  for (const char of feature) hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193);
  return ((hash >>> 16) ^ hash) & (KEYS - 1);
}

// How much each of `count` features counts: a long text says no more than a short one.
export const share = (count) => GAIN / Math.sqrt(count || 1);

// Kinds of numbers in what was learnt: how many features, a feature's step from the one before, an article's
// from the one before (a later one's: 1 more), a mark (for what is not ours: 1 more), whether another follows.
export const FEATURES = 0;
export const FEATURE = 1;
export const SUBJECT = 2;
export const MARK = 4;
const FOLLOWS = 6;

// What was learnt, from the core file: features, of each the articles for or against which it speaks. The number
// after the last article (`count`) stands for what is not ours.
export class Wordings {
  constructor(taught, lang, count) {
    this.lang = lang;
    this.table = new Map();
    if (!taught) return;
    const numbers = new Numbers(taught);
    let key = 0;
    for (let left = numbers.number(FEATURES); left > 0; left--) {
      const list = [];
      key += numbers.number(FEATURE);
      for (let subject = -1, more = 1; more; ) {
        subject += numbers.number(SUBJECT + (list.length ? 1 : 0)) + 1;
        const mark = numbers.number(MARK + (subject === count ? 1 : 0));
        list.push([subject, levelOf(mark)]);
        more = numbers.number(followsAfter(list.length, mark));
      }
      this.table.set(key, list);
    }
  }

  // What a folded text says: {said, votes, known, alone}. `said`: its features one by one, [{feature, subject,
  // score}]; `votes`: a Map from articles to their sums; `known`: the share of its features that say anything
  // (undefined when nothing was taught); `alone`: whether it has one feature at most.
  read(text) {
    const features = featuresOf(text, this.lang);
    const each = STEP * share(features.length);
    const lists = features.map((feature) => this.table.get(keyOf(feature)) ?? []);
    const said = lists.flatMap((list, at) => list.map(([subject, level]) => ({ feature: features[at], subject, score: each * level })));
    const known = lists.filter((list) => list.length).length / (features.length || 1);
    const votes = sums(said, Math.min(FEWEST, features.length));
    return { said, votes, known: this.table.size ? known : undefined, alone: features.length < FEWEST };
  }
}

// The sum of each subject of which `least` features speak.
function sums(said, least) {
  const all = new Map();
  for (const { subject, score } of said) {
    const { sum, times } = all.get(subject) ?? { sum: 0, times: 0 };
    all.set(subject, { sum: sum + score, times: times + 1 });
  }
  return new Map([...all].filter(([, { times }]) => times >= least).map(([subject, { sum }]) => [subject, sum]));
}

export const followsAfter = (many, mark) => FOLLOWS + 4 * Math.min(many - 1, 2) + Math.min(mark, 3);

// A mark is a level and its side: even ones speak for, odd ones against.
export const markOf = (level) => (level > 0 ? 2 * level - 2 : -2 * level - 1);
const levelOf = (mark) => (mark % 2 ? -(mark + 1) / 2 : mark / 2 + 1);
