// Tables of characters as the page reads them: places in the row of the common characters in
// place of most characters, each told as the step from the one before. closing.js makes them.

import { unpack } from "./postings.js";

// Pairs [as it may be written, as the site writes it] of a text of characters: "乾干著着".
export function pairsOf(text) {
  return (text.match(/../gu) ?? []).map((pair) => Array.from(pair));
}

// The same of a row of written characters, before each the step to the site's: none when it is
// the one before.
export function writtenPairs(row, common) {
  let at = 0;
  return Array.from(row.matchAll(/([!-~]*)([^!-~])/gu), ([, step, char]) => [char, common[(at += unpack(step)[0] ?? 0)]]);
}

// Groups of characters, each a text. The first of a group counts from the first of the one before.
export function groupsOf(text, common) {
  let first = 0;
  return text.split(" ").map((packed) => {
    const [step = 0, ...steps] = unpack(packed);
    let at = (first += step);
    return [common[at], ...steps.map((more) => common[(at += more + 1)])].join("");
  });
}
