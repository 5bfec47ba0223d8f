// Whole numbers as text, as small as how often each occurs allows: an adaptive range coder (Martin 1979)
// whose digits compress no further. This is the page's side; writing.js is the build's.

// Without what addresses are made of: packed numbers shall never look like one.
export const DIGITS = "!#$%&'()*+,-/:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
export const RADIX = 64; // of this text; its last digits are left to `pack` of postings.js
export const LEAST = RADIX ** 4; // so wide a range is kept
export const VALUE = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
const SIZES = 32; // more than the binary places of any number
const CONTEXT = 2 ** 20;

export class Numbers {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.code = 0;
    this.range = 1;
    this.counts = new Map();
  }

  // The next number. `context`: a small number for its kind; each kind learns its own chances. First comes how
  // many binary places it has, then these.
  number(context) {
    let size = 0;
    while (this.bit(context * CONTEXT + size)) size++;
    const top = 2 ** size;
    let value = 1;
    while (value < top) value = 2 * value + this.bit(context * CONTEXT + SIZES + top + value);
    return value - 1;
  }

  bit(place) {
    while (this.range < LEAST) {
      this.range *= RADIX;
      this.code = this.code * RADIX + (VALUE.get(this.text[this.at++]) ?? 0);
    }
    const counts = this.countsOf(place);
    const bound = this.bound(counts);
    const bit = this.code < bound ? 0 : 1;
    if (bit) this.code -= bound;
    this.range = bit ? this.range - bound : bound;
    counts[bit] += 2;
    return bit;
  }

  // How often each bit was seen at a place, twice and one more (Krichevsky and Trofimov 1981).
  countsOf(place) {
    if (!this.counts.has(place)) this.counts.set(place, [1, 1]);
    return this.counts.get(place);
  }

  // Where the range is cut: below is 0.
  bound([zeros, ones]) {
    return Math.floor(this.range / (zeros + ones)) * zeros;
  }
}
