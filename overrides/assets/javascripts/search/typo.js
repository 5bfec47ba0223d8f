// Slips of one key: letters left out, doubled, changed or swapped.

// Edits between two words (optimal string alignment: insert, delete, change, swap),
// or `most + 1` as soon as it must be more.
export function edits(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, above] = [above, row];
  }
  return above[b.length];
}

// Edits that a word of so many letters may hold: none below four, two from eight on.
export function allowed(length) {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

// Words of `candidates` nearest to `word` within the allowed edits: {words, distance}.
export function nearest(word, candidates) {
  let distance = allowed(word.length) + 1;
  let words = [];
  for (const candidate of candidates) {
    if (candidate.length < 3) continue;
    const found = edits(word, candidate, Math.min(distance, allowed(word.length)));
    if (found > allowed(word.length) || found > distance) continue;
    words = found < distance ? [candidate] : [...words, candidate];
    distance = found;
  }
  return { words, distance };
}
