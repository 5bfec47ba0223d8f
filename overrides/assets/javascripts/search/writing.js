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
    const places = (number + 1).toString(2);
    this.bits = "1".repeat(places.length - 1) + "0" + places.slice(1);
    this.next = 0;
    this.number(kind);
  }

  widen() {
    this.range *= RADIX;
    this.shift();
  }

  choose(bound) {
    if (this.bits[this.next++] === "0") return 0;
    this.low += bound;
    if (this.low >= WINDOW) this.carry();
    return 1;
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
