// How Chinese sounds in pinyin: readings of a character, keys of a word.

// The common characters of GB 2312 stand in the order of their sound: `lengths` says how
// many there are of each syllable ("a2i13 ba18ai8 …"), `common` are the characters themselves,
// and `others` adds what that order cannot say ("重chong 乐yue").
export function readingTable(lengths, common, others) {
  const table = new Map();
  let at = 0;
  for (const [letter, ...row] of lengths.split(" ")) {
    for (const [, rest, count] of row.join("").matchAll(/([a-z]*)(\d+)/g)) {
      for (const end = at + Number(count); at < end; at++) table.set(common[at], [letter + rest]);
    }
  }
  for (const [, char, syllables] of others.matchAll(/(\p{Script=Han})([a-z,]+)/gu)) {
    table.set(char, [...new Set([...(table.get(char) ?? []), ...syllables.split(",")])]);
  }
  return table;
}

const MOST_READINGS = 8;

// Every way to say a word, each a list of syllables; empty when a character is unknown.
export function readings(word, table) {
  let rows = [[]];
  for (const char of word) {
    const own = table.get(char) ?? [];
    rows = rows.flatMap((row) => own.map((syllable) => [...row, syllable]));
    rows = rows.slice(0, MOST_READINGS);
  }
  return rows;
}

// The same as letters without spaces.
export function spellings(word, table) {
  let rows = [""];
  for (const char of word) {
    const own = table.get(char);
    if (!own) return [];
    if (own.length === 1) rows = rows.map((row) => row + own[0]);
    else rows = rows.flatMap((row) => own.map((syllable) => row + syllable)).slice(0, MOST_READINGS);
  }
  return rows;
}

// Sounds that many speakers and input methods do not tell apart: zh/z, ch/c, sh/s, n/l, ng/n.
export function rough(letters) {
  return letters.replace(/([zcs])h/g, "$1").replace(/ng/g, "n").replace(/l/g, "n").replace(/v/g, "u");
}

// What is meant by who says f for hu: dianfa is dianhua, feifu is huifu.
export const withHu = (letters) => letters.replace(/fe(?=[in])|fu?/g, "hu");

// First letters of a word's syllables as people type them: 账户 is "zh" and "zhh".
export function initials(syllables) {
  const short = syllables.map((syllable) => syllable[0]).join("");
  const long = syllables.map((syllable) => /^[zcs]h|^./.exec(syllable)[0]).join("");
  return short === long ? [short] : [short, long];
}
