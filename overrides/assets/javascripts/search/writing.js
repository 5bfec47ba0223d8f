// What numbers.js reads, as the build makes it: run once per build, never by a page.

import { DIGITS, LEAST, Numbers, RADIX } from "./numbers.js";

const WINDOW = LEAST * RADIX;

// Walks as the reader does, but is told each number.
export class Writer extends Numbers {
  constructor() {
    super("");
    this.low = 0;
    this.range = LEAST;
    this.digits = [];
  }

  write(kind, number) {
    this.value = number + 1;
    this.size = 31 - Math.clz32(this.value);
    this.told = 0; // bits of this number so far
    this.number(kind);
  }

  widen() {
    this.range *= RADIX;
    this.shift();
  }

  choose(bound) {
    if (!this.next()) return 0;
    this.low += bound;
    if (this.low >= WINDOW) this.carry();
    return 1;
  }

  // The bit that the reader shall find: a 1 for each binary place but the first, a 0, these places.
  next() {
    const beyond = this.told++ - this.size;
    if (beyond <= 0) return beyond < 0 ? 1 : 0;
    return (this.value >> (this.size - beyond)) & 1;
  }

  carry() {
    this.low -= WINDOW;
    let at = this.digits.length - 1;
    for (; this.digits[at] === RADIX - 1; at--) this.digits[at] = 0;
    this.digits[at]++;
  }

  shift() {
    this.digits.push(Math.floor(this.low / LEAST));
    this.low = (this.low % LEAST) * RADIX;
  }

  // All that was written; the first digit is always 0.
  closed() {
    for (let left = 0; left < 5; left++) this.shift();
    return this.digits.slice(1).map((digit) => DIGITS[digit]).join("");
  }
}
