// The part of an article that answers best: its section and a few words around the match.

import { stem } from "./text.js";

const BEFORE = 18;
const MOST_WORDS = 4;
const LEAST = 0.3; // of what the best mark weighs, a section must say
const LENGTH = { zh: 72, en: 150 };

// `article`: {title, description, sections: [[anchor, heading, text]]}; `marks`: [{text, weight, slot}], what
// to look for. What the title says already chooses no section: such a question is answered from the article's
// beginning. Returns {anchor, heading, direct, parts}: `direct` when the heading says more of it than the title
// of the article; a part is {text, hit}.
export function bestSection(article, marks, lang) {
  const more = beyond(article.title, marks);
  let best = { score: LEAST * Math.max(0, ...marks.map(({ weight }) => weight)), section: null };
  for (const section of article.sections) {
    const score = 3 * sum(more, section[1]) + sum(more, section[2]);
    if (score > best.score) best = { score, section };
  }
  const [anchor, heading, text] = best.section ?? ["", "", ""];
  const direct = sum(marks, heading) > sum(marks, article.title);
  return { anchor, heading, direct, parts: excerpt(text || article.description, marks, LENGTH[lang]) };
}

// The marks of what the title does not say, in whatever words of one meaning.
function beyond(title, marks) {
  const said = new Set(marks.filter((mark) => places(title, [mark]).length).map(({ slot }) => slot));
  return marks.filter(({ slot }) => !said.has(slot));
}

// A whole text in parts of {text, hit}.
export function split(text, marks) {
  return inParts(text, marks, 0, text.length);
}

// What the target page highlights: the words that were hit, those of a phrase one by one, without
// what says nothing (`stop`).
export function hitWords(parts, stop) {
  const hits = parts.filter((part) => part.hit).flatMap((part) => part.text.toLowerCase().split(/\s+/));
  const words = hits.filter((word) => word.length > 1 && !stop.includes(stem(word)));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

// Text cut around its first match, in parts.
function excerpt(lines, marks, length) {
  const text = lines.replace(/([，。；：！？])\n/g, "$1").replace(/([,.;:!?])\n/g, "$1 ").replaceAll("\n", " · ");
  const first = places(text, marks)[0]?.start ?? 0;
  const from = first > length / 2 ? begin(text, first) : 0;
  const to = end(text, from + length);
  const dots = { text: "…", hit: false };
  return [...(from > 0 ? [dots] : []), ...inParts(text, marks, from, to), ...(to < text.length ? [dots] : [])];
}

// Where an excerpt ends that is cut at `to`: not within a word of letters.
function end(text, to) {
  if (to >= text.length) return text.length;
  const begun = /\w*$/.exec(text.slice(0, to))[0];
  return /\w/.test(text[to]) ? to - begun.length : to;
}

// Where an excerpt begins whose first match is at `first`: with the sentence, where it is not far, else
// with a word.
function begin(text, first) {
  const near = Math.max(0, first - 2 * BEFORE);
  const sentence = /.*(?:[。！？·]|[.!?] ) */s.exec(text.slice(near, first));
  if (sentence) return near + sentence[0].length;
  const from = first - BEFORE + /^[\s，；：、,;:)）”」』》]*/.exec(text.slice(first - BEFORE, first))[0].length;
  return /\w/.test(text[from]) ? Math.min(first, text.indexOf(" ", from) + 1 || first) : from;
}

function inParts(text, marks, from, to) {
  const parts = [];
  let at = from;
  for (const { start, end } of places(text, marks)) {
    if (start < at || end > to) continue;
    if (start > at) parts.push({ text: text.slice(at, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) parts.push({ text: text.slice(at, to), hit: false });
  return parts;
}

// Where the marks stand in a text, from left to right; longer ones first where they overlap.
export function places(text, marks) {
  const low = text.toLowerCase();
  const found = [];
  for (const { text: mark } of marks) {
    for (let at = low.indexOf(mark); at >= 0; at = low.indexOf(mark, at + mark.length)) {
      const end = wordEnd(low, at, mark);
      if (end) found.push({ start: at, end });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

// A Latin mark is a stem: it must begin a word, and the word's ending belongs to it.
function wordEnd(low, at, mark) {
  if (!/^[a-z]/.test(mark)) return at + mark.length;
  if (/[a-z0-9]/.test(low[at - 1] ?? "")) return 0;
  const word = /^[a-z0-9]+/.exec(low.slice(at + mark.length))?.[0] ?? "";
  const last = /[a-z0-9]+$/.exec(mark)?.[0] ?? "";
  return stem(last + word) === stem(last) || stem(last + word) === last ? at + mark.length + word.length : 0;
}

function sum(marks, text) {
  return marks.reduce((total, mark) => total + (places(text, [mark]).length ? mark.weight : 0), 0);
}

// What to look for in an article found for `reasons`: the word that was matched, of a phrase each
// word, too, and the phrases of a shared meaning; `slot` is the part of the query that asks for it.
export function marksOf(reasons, vocabulary) {
  const marks = new Map();
  for (const { slot, term, word, score } of reasons) {
    const put = (text, weight) => text && weight > (marks.get(text)?.weight ?? 0) && marks.set(text, { weight, slot });
    put(word, score);
    for (const one of word.split(" ")) if (!vocabulary.core.stop.includes(one)) put(one, score * 0.5);
    const number = term.startsWith("§") ? Number(term.slice(1)) : -1;
    for (const phrase of vocabulary.core.meanings[number] ?? []) put(phrase, score * 0.9);
    if (number < 0) put(term, score);
  }
  const all = Array.from(marks, ([text, mark]) => ({ text, ...mark })).sort((a, b) => b.text.length - a.text.length);
  const telling = all.filter(({ text }) => !vocabulary.core.stop.includes(text));
  const words = telling.filter(({ text }) => text.length > 1); // a character alone stands in many other words
  return words.length ? words : telling;
}
