// Articles by how well they answer: by the words that they share with a query, and by what readers'
// wordings teach. Below a floor there is no answer.

// Per language, tuned on the labelled sets. `boost`: weight of a field. `words`: what the words of a
// query count beside the votes when the best article has them all. `floor`: by how much the best
// article must beat what is not ours, which beats its votes by `against` at most. `sure`: where
// nothing was taught, the share of the query that the best article must cover. `unknown`: a word that
// no article has weighs more than one that many have. `least`: the share of the best article's score that
// another must reach.
export const TUNING = {
  zh: { boost: { title: 5, ask: 3, headings: 1, body: 0.3 }, words: 3, floor: -0.9, against: 3, sure: 0.55, unknown: 1.2, least: 0.4 },
  en: { boost: { title: 4, ask: 3, headings: 1.5, body: 0.5 }, words: 3, floor: -0.2, against: 1.5, sure: 0.6, unknown: 1.4, least: 0.3 },
};
const STRANGE_WORDS = 2; // so much more is asked of a query of which no wording knows a word
const OTHERS = 1.15; // how much a name of others counts
const NAMES_US = 1; // so much less is enough when it says our name
const DOUBTFUL = new Set(["typo", "guess"]);
const STRENGTH = { title: 1, ask: 1, headings: 0.85, body: 0.6 };
const FULL = { ours: 7, unknown: 3 };
const BEYOND = 0.3;

// `prior`: number of an article → factor, where it is not 1. `postings(term)` gives MiniSearch's hits of
// one term: [{id, score, fields, strength}]. `votes`: a Map from articles to what readers' wordings say
// for them, and from `count` for what is not ours; `known`: the share of the query that they know, undefined
// where nothing was taught; `alone`: one feature, which adds no article that no word finds. `ours`: whether
// the query says our name. Returns [{id, score, coverage, reasons}], best first. An entry of `reasons` is
// {slot, term, word, why, fields, score}.
export function rank(slots, postings, { lang, prior, count, votes, known, alone, ours }, most) {
  const tuning = TUNING[lang];
  const whole = wholeOf(slots, tuning.unknown);
  const found = byWords(slots, postings);
  for (const id of votes.keys()) if (!alone && id < count && !found.has(id)) found.set(id, { id, sum: 0, covered: 0, reasons: [] });
  const list = Array.from(found.values(), ({ id, sum, covered, reasons }) => {
    const coverage = covered / whole;
    return { id, coverage, relevance: sum * coverage * (prior[id] ?? 1), reasons };
  });
  const highest = Math.max(...list.map(({ relevance }) => relevance), Number.MIN_VALUE);
  for (const article of list) article.score = (votes.get(article.id) ?? 0) + tuning.words * article.coverage * (article.relevance / highest);
  list.sort((a, b) => b.score - a.score || a.id - b.id);
  const named = Math.max(0, ...slots.map((slot) => slot.elsewhere));
  const least = known === undefined ? tuning.words * tuning.sure : tuning.floor + STRANGE_WORDS * (1 - known);
  const floor = least + OTHERS * named - (ours ? NAMES_US : 0);
  const lead = list.length ? Math.max((votes.get(list[0].id) ?? 0) - (votes.get(count) ?? 0), -tuning.against) : 0;
  return lead + tuning.words * coveredBy(list.slice(0, 2)) > floor ? told(list.slice(0, most), tuning.least) : [];
}

// What the words of a query find: a Map from articles to {id, sum, covered, reasons}.
function byWords(slots, postings) {
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
  return found;
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

// How much of an answer a term is, by the fields that have it.
export function strengthOf(fields) {
  return Math.max(...fields.map((field) => STRENGTH[field]));
}

const coveredBy = (articles) => Math.max(0, ...articles.map(({ coverage }) => coverage));

// The articles near enough to the best one, with what a reader of the ranking wants to know.
function told(list, share) {
  const least = (list[0]?.score ?? 0) * share;
  const reason = ({ slot, term, found, hit, score }) => ({ slot: slot.text, term, word: found.word, why: found.why, fields: hit.fields, score });
  return list.filter(({ score }) => score >= least).map(({ id, score, coverage, reasons }) => ({ id, score, coverage, reasons: reasons.map(reason) }));
}
