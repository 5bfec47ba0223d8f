// A slot is one thing the reader asked about, with every term of the index that could mean it.

// Weights of a term for a slot, 0-1, by how it was reached.
export const WEIGHT = {
  exact: 1,
  meaning: 0.85,
  sound: 0.8,
  shape: 0.75,
  typo: 0.8,
  guess: 0.4, // a slip in a word of few letters, which may be another word
  prefix: 0.7,
  rough: 0.65,
  pair: 0.6,
  part: 0.5,
  initials: 0.55,
};

// How much more than an unknown word counts: a name of another, a word of another trade.
export const NAMED = 3;
export const STRANGE = 2;
const LATIN_SIZE = 2;

// {text, size, stop, beside, elsewhere, terms: Map term → {weight, why, word}}. `size` is how
// much of the query it is, in Chinese characters; an English word counts as two. A slot without
// terms is unknown. `beside`: this names something that is not ours, unless one of its terms
// is in another slot; `name`: the name that its letters spell; `elsewhere`: how much
// it counts when none is.
export function slot(text, { size, stop = false, beside, name } = {}) {
  return { text, size: size ?? LATIN_SIZE, stop, beside, name, elsewhere: 0, terms: new Map() };
}

// Let `target` be answered by the word and by all that it means to this vocabulary.
export function answer(target, word, why, vocabulary, isTerm) {
  const weight = WEIGHT[why];
  if (isTerm(word)) put(target, word, weight, why, word);
  for (const term of vocabulary.meanings.get(word) ?? []) {
    const bonus = why === "exact" ? WEIGHT.meaning : weight * WEIGHT.meaning;
    put(target, term, bonus, why === "exact" ? "meaning" : why, word);
  }
  return target;
}

export function put(target, term, weight, why, word) {
  const old = target.terms.get(term);
  if (!old || old.weight < weight) target.terms.set(term, { weight, why, word });
}
