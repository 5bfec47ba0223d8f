// Whole numbers as text, as small as how often each occurs allows: an adaptive range coder (Martin 1979)
// whose digits compress no further. This is the page's side; writing.js is the build's.

// Without what addresses are made of: packed numbers shall never look like one.
export const DIGITS = "!#$%&'()*+,-;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
export const RADIX = 64; // of this text; its last digits are left to `pack` of postings.js
export const LEAST = RADIX ** 4; // so wide a range is kept
const SIZES = 32; // more than the binary places of any number
const PLACES = 4096; // of a kind, where chances are learnt; larger numbers share the last

const values = new Uint8Array(128); // read many thousand times at first use: no lookup by name
for (let value = 0; value < DIGITS.length; value++) values[DIGITS.charCodeAt(value)] = value;

// The value of the digit at a place of a text; 0 behind its end.
export const digitAt = (text, at) => (at < text.length ? values[text.charCodeAt(at)] : 0);

export class Numbers {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.code = 0;
    this.range = 1;
    this.kinds = [];
  }

  // The next number. Each `kind`, a small number, learns its own chances. First comes how many binary places it
  // has, then these.
  number(kind) {
    const counts = (this.kinds[kind] ??= new Int32Array(2 * PLACES));
    let size = 0;
    while (this.bit(counts, size)) size++;
    const top = 2 ** size;
    let value = 1;
    while (value < top) value = 2 * value + this.bit(counts, Math.min(SIZES + top + value, PLACES - 1));
    return value - 1;
  }

  // One bit of two chances, how often each was seen at a place, twice and one more (Krichevsky and Trofimov 1981).
  bit(counts, place) {
    while (this.range < LEAST) this.widen();
    const zeros = counts[2 * place] + 1;
    const bound = Math.floor(this.range / (zeros + counts[2 * place + 1] + 1)) * zeros; // below is 0
    const bit = this.choose(bound);
    this.range = bit ? this.range - bound : bound;
    counts[2 * place + bit] += 2;
    return bit;
  }

  widen() {
    this.range *= RADIX;
    this.code = this.code * RADIX + digitAt(this.text, this.at++);
  }

  choose(bound) {
    if (this.code < bound) return 0;
    this.code -= bound;
    return 1;
  }
}
