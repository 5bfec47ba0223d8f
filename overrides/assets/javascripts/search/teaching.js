// Learns from readers' wordings which features speak for which article: multinomial logistic regression
// by FTRL-Proximal (McMahan et al. 2013), whose L1 term leaves most weights at nothing. This is the build
// side of wordings.js, run once per build, never by a page.

import { FEATURE, FEATURES, MARK, STEP, SUBJECT, featuresOf, followsAfter, keyOf, markOf, share } from "./wordings.js";
import { Writer } from "./writing.js";

const ALPHA = 1.5; // rate of learning
const BETA = 1;
const L1 = 7.2; // the more, the fewer features say anything
const ROUNDS = 7;
const FEWEST = 2; // lines that have a feature
const IDLE = 0.01; // an error so small teaches nothing
const LEVELS = 3;
const NONE = -1; // no row of the model
const SCALE = 7; // what a feature of one line counts, near enough

// `lines`: [[subjects, folded text]]; `count` of subjects. Returns a text that wordings.js reads.
export function teach(lines, count, lang) {
  const { examples, keys, rarity } = read(lines, lang);
  const model = new Model(rarity, count);
  const order = examples.map((_, n) => n);
  const below = randomly();
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, below);
    for (const n of order) model.learn(examples[n]);
  }
  return closed(keys.map((key, row) => [key, model.levels(row)]), count);
}

// Weights of all features for all subjects, a row of `count` for each feature. `rarity`: how much the feature of
// each row counts.
class Model {
  constructor(rarity, count) {
    this.count = count;
    this.rarity = rarity;
    this.chances = new Float64Array(count);
    this.wrong = new Int32Array(count); // the subjects whose chance is wrong, and by how much
    this.slopes = new Float64Array(count);
    [this.weights, this.z, this.squares] = Array.from({ length: 3 }, () => new Float64Array(rarity.length * count));
    this.heard = new Uint8Array(rarity.length); // whether a row ever had a weight: most never do
  }

  learn({ subjects, rows, size }) {
    const { chances, wrong, slopes, count, rarity } = this;
    const each = share(size);
    this.guess(rows, each);
    for (const subject of subjects) chances[subject] -= 1 / subjects.length;
    let many = 0;
    for (let subject = 0; subject < count; subject++) {
      if (Math.abs(chances[subject]) < IDLE) continue;
      wrong[many] = subject;
      slopes[many++] = chances[subject];
    }
    for (const row of rows) this.step(row, each * rarity[row], many);
  }

  // The chance of each subject, into `chances`.
  guess(rows, each) {
    const { chances, weights, count, rarity, heard } = this;
    chances.fill(0);
    for (const row of rows) {
      if (!heard[row]) continue;
      const size = each * rarity[row];
      for (let subject = 0, at = row * count; subject < count; subject++, at++) chances[subject] += size * weights[at];
    }
    let top = -Infinity;
    for (let subject = 0; subject < count; subject++) top = Math.max(top, chances[subject]);
    const silent = Math.exp(-top); // of the many subjects for which nothing speaks
    let sum = 0;
    for (let subject = 0; subject < count; subject++) sum += chances[subject] = chances[subject] ? Math.exp(chances[subject] - top) : silent;
    for (let subject = 0; subject < count; subject++) chances[subject] /= sum;
  }

  // What the `many` wrong chances teach a feature that counts `size`. Most weights are and stay nothing: for them
  // the sums are kept, but no root is drawn.
  step(row, size, many) {
    const { slopes, wrong, weights, z, squares } = this;
    for (let n = 0; n < many; n++) {
      const at = row * this.count + wrong[n];
      const slope = slopes[n] * size;
      const before = squares[at];
      squares[at] += slope * slope;
      z[at] += slope;
      if (weights[at] || Math.abs(z[at]) > L1) this.weigh(row, at, before);
    }
  }

  // `before`: the squares without the last.
  weigh(row, at, before) {
    const { weights, z } = this;
    const root = Math.sqrt(this.squares[at]);
    if (weights[at]) z[at] -= ((root - Math.sqrt(before)) / ALPHA) * weights[at];
    const rest = Math.abs(z[at]) - L1;
    weights[at] = rest > 0 ? (-Math.sign(z[at]) * rest * ALPHA) / (BETA + root) : 0;
    this.heard[row] = 1;
  }

  // The subjects of which a row speaks, with how loud: [[subject, level]].
  levels(row) {
    const found = [];
    if (!this.heard[row]) return found;
    for (let subject = 0; subject < this.count; subject++) {
      const weight = this.weights[row * this.count + subject] * this.rarity[row];
      const level = Math.sign(weight) * Math.min(LEVELS, Math.round(Math.abs(weight) / STEP));
      if (level) found.push([subject, level]);
    }
    return found;
  }
}

// Lines as {subjects, rows, size}: the model's rows of the features, and how many features there are. Features with
// the same key share a row; of each row, its key and how much it counts everywhere: rare ones more.
function read(lines, lang) {
  const seen = new Map(); // feature → its number, in the order in which they are seen
  const times = [];
  const all = lines.map(([subjects, text]) => ({ subjects, features: featuresOf(text, lang).map((one) => counted(one, seen, times)) }));
  const rowsOf = new Map();
  const rarity = [];
  const rowOf = Array.from(seen.keys(), (feature, n) => {
    if (times[n] < FEWEST) return NONE;
    const key = keyOf(feature);
    const row = rowsOf.get(key) ?? rowsOf.set(key, rowsOf.size).size - 1;
    rarity[row] = (Math.log(all.length / times[n]) + 1) / SCALE;
    return row;
  });
  const examples = all.map(({ subjects, features }) => ({ subjects, rows: features.filter((n) => rowOf[n] !== NONE).map((n) => rowOf[n]), size: features.length }));
  return { examples, keys: [...rowsOf.keys()], rarity: Float64Array.from(rarity) };
}

// The number of a feature that is seen once more.
function counted(feature, seen, times) {
  let number = seen.get(feature);
  if (number === undefined) seen.set(feature, (number = times.push(0) - 1));
  times[number]++;
  return number;
}

// What wordings.js reads. `weights`: [[key, levels]].
function closed(weights, count) {
  const rows = weights.filter(([, levels]) => levels.length);
  rows.sort((a, b) => a[0] - b[0]);
  const writer = new Writer();
  writer.write(FEATURES, rows.length);
  rows.forEach(([key, levels], n) => {
    writer.write(FEATURE, key - (n ? rows[n - 1][0] : 0));
    levels.forEach(([subject, level], at) => {
      const mark = markOf(level);
      writer.write(SUBJECT + (at ? 1 : 0), subject - (at ? levels[at - 1][0] : -1) - 1);
      writer.write(MARK + (subject === count - 1 ? 1 : 0), mark);
      writer.write(followsAfter(at + 1, mark), at + 1 < levels.length ? 1 : 0);
    });
  });
  return writer.closed();
}

// The same numbers at every build (Park and Miller 1988).
function randomly(state = 3) {
  return (limit) => (state = (state * 48_271) % 2_147_483_647) % limit;
}

function shuffle(order, below) {
  for (let last = order.length - 1; last > 0; last--) {
    const at = below(last + 1);
    [order[last], order[at]] = [order[at], order[last]];
  }
}
