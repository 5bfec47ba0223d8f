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

// Whether two words are one edit apart: what they share from both ends leaves one letter, or two
// that changed places. The same as `edits(a, b, 1) === 1`, for long lists.
export function isOneSlip(a, b) {
  const short = Math.min(a.length, b.length);
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let head = 0;
  while (head < short && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < short - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  if (a.length !== b.length) return head + tail === short;
  const swapped = head + tail === short - 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
  return head + tail === short - 1 || swapped;
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
