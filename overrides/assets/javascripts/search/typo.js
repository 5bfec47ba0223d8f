// Slips of one key: letters left out, doubled, changed or swapped.

import { stem } from "./text.js";

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

// Edits between words of which the longer has so many letters: none below three, two from nine on.
export function allowed(length) {
  if (length < 3) return 0;
  return length < 9 ? 1 : 2;
}

const ENDINGS = ["e", "s", "es", "ed", "ing"];
const SHORT = 4; // letters
const MOST = 2; // edits

// The forms in which the words of `stems` are written: a slip is made in "charged", not in "charg". [{form, word,
// sound}]; a form that `stem` takes for another word is none of theirs.
export function writtenForms(stems) {
  const words = stems.filter((word) => /^[a-z]{3,}$/.test(word));
  const forms = new Map(words.map((word) => [word, word]));
  for (const word of words) for (const form of formsOf(word)) if (!forms.has(form) && stem(form) === word) forms.set(form, word);
  return Array.from(forms, ([form, word]) => ({ form, word, sound: soundOf(form) }));
}

// Such as pays and applied.
const formsOf = (word) => ENDINGS.flatMap((ending) => [word, word.replace(/y$/, "i")].map((one) => one + ending));

// The words of `forms` of which one form is nearest to `typed` within the allowed edits; of several so near, those
// that are the easiest slips.
export function nearest(typed, forms) {
  const own = { form: typed, sound: soundOf(typed) };
  let least = MOST;
  let words = new Set();
  for (const one of forms) {
    const cost = costOf(own, one);
    if (cost > least) continue;
    if (cost < least) words = new Set();
    least = cost;
    words.add(one.word);
  }
  return [...words];
}

// Edits between two forms, half of one for an easy slip; Infinity where it is none.
function costOf(typed, form) {
  if (isEasy(typed, form)) return 0.5;
  const most = allowed(Math.max(typed.form.length, form.form.length));
  const found = isLikely(typed.form, form.form) ? edits(typed.form, form.form, most) : Infinity;
  return found > most ? Infinity : found;
}

// The slips that hands make most: what sounds the same, letters in another order.
function isEasy(typed, form) {
  return typed.sound === form.sound || isScrambled(typed.form, form.form);
}

// Whether a word may be a slip of another. Its first letter is hardly ever missed; with another letter in place
// of one a short word is mostly a word of its own.
function isLikely(typed, form) {
  if (typed[0] !== form[0]) return typed[0] === form[1] && typed[1] === form[0];
  return typed.length > SHORT || (typed.length === SHORT && form.length > typed.length);
}

// Whether two words have the same letters, the first in its place.
function isScrambled(a, b) {
  return a.length === b.length && a[0] === b[0] && sorted(a) === sorted(b);
}

const sorted = (word) => Array.from(word).sort().join("");

// How a word sounds, roughly: akount and account, telefone and telephone, twise and twice.
function soundOf(word) {
  return word.replace(/ph/g, "f").replace(/c(?=[eiy])/g, "s").replace(/c(?!h)/g, "k").replace(/(.)\1/g, "$1");
}
