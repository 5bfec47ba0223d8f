// Articles by how well they answer the slots of a query, and the floor below which an
// article is no answer.

import { NAMED } from "./slots.js";

// Per language, tuned on the labelled sets. `boost`: weight of a field. The floor is the share of
// the query that an article must cover: `sure` is enough for the best one; `likely` is, when a
// word that is not of every subject stands in its title; `any` holds for every further one.
// `unknown`: a word that no article has weighs more than one that many have. `strict`: it is a word,
// not a slip that nobody understood.
export const TUNING = {
  zh: { boost: { title: 5, ask: 3, headings: 1, body: 0.3 }, sure: 0.55, likely: 0.3, any: 0.2, unknown: 1.2 },
  en: { boost: { title: 4, ask: 3, headings: 1.5, body: 0.5 }, sure: 0.6, likely: 0.42, any: 0.3, unknown: 1.4, strict: true },
};
const SURE_OF_NAMED = 0.8; // in place of `sure`, when the question is about somebody else by name
const NAMES_US = 0.2; // so much less is enough when it says our name
const DOUBTFUL = new Set(["typo", "guess"]);
const PLAIN = new Set(["exact", "meaning", "pattern", "sound", "shape"]);
const STRENGTH = { title: 1, ask: 1, headings: 0.85, body: 0.6 };
const LEAST_OF_BEST = 0.2;
const FULL = { ours: 7, unknown: 3 };
const BEYOND = 0.3;
const HEAD = 40; // articles looked at closely

// `prior`: number of an article → factor, where it is not 1. `postings(term)` gives MiniSearch's hits of one term: [{id, score, fields, strength}].
// `ours`: whether the query says our name. Returns [{id, score, coverage, reasons}], best first. An
// entry of `reasons` is {slot, term, word, why, fields, score}.
export function rank(slots, postings, { lang, prior, ours }, most) {
  const tuning = TUNING[lang];
  const whole = wholeOf(slots, tuning.unknown);
  const found = new Map();
  const sure = slots.filter(isGuessed).length > 1; // two slips that both fit are no accident
  for (const slot of slots) {
    for (const [id, reason] of bestReasons(slot, postings, sure)) {
      if (!found.has(id)) found.set(id, { id, sum: 0, covered: 0, reasons: [] });
      const article = found.get(id);
      article.sum += reason.score;
      article.covered += slot.size * reason.strength;
      article.reasons.push(reason);
    }
  }
  const list = Array.from(found.values(), ({ id, sum, covered, reasons }) => {
    const coverage = covered / whole;
    return { id, coverage, score: sum * coverage * (prior[id] ?? 1), reasons };
  });
  list.sort((a, b) => b.score - a.score || a.id - b.id);
  const head = list.slice(0, HEAD).map((article) => ({ ...article, reasons: article.reasons.map(told) }));
  const elsewhere = Math.max(...slots.map((slot) => slot.elsewhere));
  const strange = slots.some((slot) => !slot.terms.size);
  return aboveFloor(head, { elsewhere, strange, less: ours ? NAMES_US : 0, ...tuning }).slice(0, most);
}

function isGuessed(slot) {
  return slot.terms.size > 0 && [...slot.terms.values()].every(({ why }) => DOUBTFUL.has(why));
}

// How much there is to answer. A long story is told in words that no article has: what goes
// beyond a short question counts little. What is not ours counts more.
function wholeOf(slots, weight) {
  const elsewhere = slots.reduce((sum, slot) => sum + slot.elsewhere * slot.size, 0);
  const ours = sizeOf(slots.filter((slot) => !slot.elsewhere && slot.terms.size));
  const unknown = sizeOf(slots.filter((slot) => !slot.elsewhere && !slot.terms.size));
  const short = elsewhere ? ours : damped(ours, FULL.ours); // a long story that names others in passing is no longer elsewhere
  return short + weight * damped(unknown, FULL.unknown) + elsewhere;
}

function sizeOf(slots) {
  return slots.reduce((sum, slot) => sum + slot.size, 0);
}

function damped(size, full) {
  return size <= full ? size : full + BEYOND * (size - full);
}

// The best term of a slot for each article. This runs once for every posting.
function bestReasons(slot, postings, sure) {
  const best = new Map();
  for (const [term, found] of slot.terms) {
    const { weight, why } = found;
    const trust = DOUBTFUL.has(why) && !sure ? weight : Math.sqrt(weight);
    for (const hit of postings(term)) {
      const score = hit.score * weight;
      const old = best.get(hit.id);
      if (!old) best.set(hit.id, { score, strength: hit.strength * trust, term, found, hit, slot });
      else if (score > old.score) Object.assign(old, { score, strength: hit.strength * trust, term, found, hit });
    }
  }
  return best;
}

// What a reader of the ranking wants to know of a reason.
function told({ slot, term, found, hit, score }) {
  return { slot: slot.text, broad: slot.broad, term, word: found.word, why: found.why, fields: hit.fields, score };
}

// How much of an answer a term is, by the fields that have it.
export function strengthOf(fields) {
  return Math.max(...fields.map((field) => STRENGTH[field]));
}

// `elsewhere`: how far the question is about something that is not ours; `strange`: whether it
// holds what nothing explains: then words of every subject are no answer, nor is a text's; `less`
// than `sure` is enough.
function aboveFloor(list, { elsewhere, strange, less, sure, likely, any, strict }) {
  const leading = list.slice(0, 3);
  const enough = elsewhere === NAMED ? SURE_OF_NAMED : sure - less;
  const isSure = ({ coverage, reasons }) => coverage >= enough && (!strict || !strange || reasons.some(isSolid));
  const isOurs = ({ coverage, reasons }) => isSure({ coverage, reasons }) || (!elsewhere && coverage >= likely && reasons.some(isEvidence));
  if (!leading.some(isOurs)) return [];
  const least = list[0].score * LEAST_OF_BEST;
  return list.filter((article) => article.coverage >= any && article.score >= least);
}

function isSolid({ broad, fields }) {
  return !broad && fields.some((field) => field !== "body");
}

function isEvidence({ broad, why, fields }) {
  return !broad && PLAIN.has(why) && fields.includes("title");
}
