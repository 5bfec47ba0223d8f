// Learns from readers' wordings which features speak for which article: multinomial logistic regression
// by FTRL-Proximal (McMahan et al. 2013), whose L1 term leaves most weights at nothing. This is the build
// side of wordings.js, run once per build, never by a page.

import { FEATURE, FEATURES, MARK, STEP, SUBJECT, featuresOf, followsAfter, keyOf, markOf, share } from "./wordings.js";
import { Writer } from "./writing.js";

const ALPHA = 1.5; // rate of learning
const BETA = 1;
const L1 = 6.2; // the more, the fewer features say anything
const ROUNDS = 6;
const FEWEST = 2; // lines that have a feature
const IDLE = 0.01; // an error so small teaches nothing
const LEVELS = 3;
const SCALE = 7; // what a feature of one line counts, near enough

// `lines`: [[subjects, folded text]]; `count` of subjects. Returns a text that wordings.js reads.
export function teach(lines, count, lang) {
  const { examples, rarity } = read(lines, count, lang);
  const model = new Model(rarity.size, count);
  const order = examples.map((_, n) => n);
  const below = randomly();
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, below);
    for (const n of order) model.learn(examples[n]);
  }
  return closed(Array.from(rarity, ([key, rare], n) => [key, model.row(n).map((weight) => weight * rare)]), count);
}

// Weights of all features for all subjects, a row of `count` for each feature.
class Model {
  constructor(features, count) {
    this.count = count;
    this.chances = new Float64Array(count);
    this.wrong = new Uint32Array(count);
    [this.weights, this.z, this.root] = Array.from({ length: 3 }, () => new Float64Array(features * count));
  }

  row(n) {
    return this.weights.subarray(n * this.count, (n + 1) * this.count);
  }

  learn({ subjects, rows, sizes }) {
    const { chances, wrong } = this;
    this.guess(rows, sizes);
    for (const subject of subjects) chances[subject] -= 1 / subjects.length;
    let many = 0;
    for (let subject = 0; subject < chances.length; subject++) if (Math.abs(chances[subject]) >= IDLE) wrong[many++] = subject;
    for (let at = 0; at < rows.length; at++) {
      for (let n = 0; n < many; n++) this.step(rows[at] + wrong[n], chances[wrong[n]] * sizes[at]);
    }
  }

  // The chance of each subject, into `chances`.
  guess(rows, sizes) {
    const { chances, weights } = this;
    chances.fill(0);
    for (let at = 0; at < rows.length; at++) {
      for (let subject = 0; subject < chances.length; subject++) chances[subject] += sizes[at] * weights[rows[at] + subject];
    }
    let top = -Infinity;
    for (const chance of chances) top = Math.max(top, chance);
    let sum = 0;
    for (let subject = 0; subject < chances.length; subject++) sum += chances[subject] = Math.exp(chances[subject] - top);
    for (let subject = 0; subject < chances.length; subject++) chances[subject] /= sum;
  }

  step(at, slope) {
    const before = this.root[at];
    const after = (this.root[at] = Math.sqrt(before * before + slope * slope));
    const z = (this.z[at] += slope - ((after - before) / ALPHA) * this.weights[at]);
    const rest = Math.abs(z) - L1;
    this.weights[at] = rest <= 0 ? 0 : (-Math.sign(z) * rest * ALPHA) / (BETA + after);
  }
}

// Lines as {subjects, rows, sizes}, where the row of each feature begins in the model and how much it counts
// here; and how much the feature of each key counts, in the order of the rows: rare ones more.
function read(lines, count, lang) {
  const all = lines.map(([subjects, text]) => ({ subjects, features: featuresOf(text, lang) }));
  const seen = new Map();
  for (const { features } of all) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1);
  const keyed = new Map();
  const rarity = new Map();
  for (const [one, times] of seen) {
    if (times < FEWEST) continue;
    keyed.set(one, keyOf(one));
    rarity.set(keyed.get(one), (Math.log(all.length / times) + 1) / SCALE);
  }
  const starts = new Map(Array.from(rarity.keys(), (key, n) => [key, n * count]));
  const examples = all.map(({ subjects, features }) => {
    const keys = features.filter((one) => keyed.has(one)).map((one) => keyed.get(one));
    return { subjects, rows: keys.map((key) => starts.get(key)), sizes: keys.map((key) => share(features.length) * rarity.get(key)) };
  });
  return { examples, rarity };
}

// What wordings.js reads.
function closed(weights, count) {
  const rows = weights.map(([key, row]) => [key, levelsOf(row)]).filter(([, levels]) => levels.length);
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

function levelsOf(row) {
  const levels = Array.from(row, (weight, subject) => [subject, Math.sign(weight) * Math.min(LEVELS, Math.round(Math.abs(weight) / STEP))]);
  return levels.filter(([, level]) => level);
}

// The same numbers at every build (Park and Miller 1988).
function randomly(state = 1) {
  return (limit) => (state = (state * 48_271) % 2_147_483_647) % limit;
}

function shuffle(order, below) {
  for (let last = order.length - 1; last > 0; last--) {
    const at = below(last + 1);
    [order[last], order[at]] = [order[at], order[last]];
  }
}
