// The index proper: posting lists read into MiniSearch, and which file holds which term.

import MiniSearch from "../vendor/minisearch.js";
import { DIGITS, Numbers, digitAt } from "./numbers.js";

// In the order in which the index numbers them.
export const FIELDS = ["title", "ask", "headings", "body"];
const BASE = DIGITS.length / 2; // digits of the second half say that more follow

// Whole numbers, from 0, as printable text; small ones take one character.
export function pack(numbers) {
  let text = "";
  for (const number of numbers) {
    let rest = number;
    for (; rest >= BASE; rest = Math.floor(rest / BASE) - 1) text += DIGITS[BASE + (rest % BASE)];
    text += DIGITS[rest];
  }
  return text;
}

export function unpack(text) {
  const numbers = [];
  let unit = 1;
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const value = digitAt(text, at);
    if (value >= BASE) {
      sum += (value - BASE + (unit > 1 ? 1 : 0)) * unit;
      unit *= BASE;
    } else {
      numbers.push(sum + (value + (unit > 1 ? 1 : 0)) * unit);
      unit = 1;
      sum = 0;
    }
  }
  return numbers;
}

// Number of the file that holds a term: terms that begin alike lie together.
export function shardOf(term, shards) {
  if (shards < 2) return 0;
  let hash = 7;
  for (const char of term[0] === "§" ? term : term.slice(0, 2)) hash = (hash * 31 + char.codePointAt(0)) % 65521;
  return hash % shards;
}

// A MiniSearch that holds `lists` ([term, packed postings]) of a collection described by `core`.
export function readIndex(lists, core) {
  const { count } = core;
  const { ids, rows, average } = (core.shape ??= readShape(count, core.lengths));
  return MiniSearch.loadJS(
    {
      documentCount: count,
      nextId: count,
      documentIds: ids,
      fieldIds: Object.fromEntries(FIELDS.map((name, f) => [name, f])),
      fieldLength: rows,
      averageFieldLength: average,
      storedFields: {},
      dirtCount: 0,
      index: lists.map(([term, packed]) => [term, readList(packed)]),
      serializationVersion: 2,
    },
    { fields: FIELDS, tokenize: (text) => [text], processTerm: (term) => term },
  );
}

function readShape(count, packed) {
  const numbers = new Numbers(packed);
  const all = Array.from({ length: count }, (_, id) => id);
  const row = () => FIELDS.map((_, field) => numbers.number(field));
  const rows = Object.fromEntries(all.map((id) => [id, row()]));
  const total = (field) => all.reduce((sum, id) => sum + rows[id][field], 0);
  const ids = Object.fromEntries(all.map((id) => [id, id]));
  return { ids, rows, average: FIELDS.map((_, field) => total(field) / (count || 1)) };
}

// Postings are pairs: step to the next article, then field + 4 × (count - 1), count at most 4.
function readList(packed) {
  const numbers = typeof packed === "string" ? unpack(packed) : packed;
  const list = {};
  let id = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    id += numbers[i];
    const field = numbers[i + 1] % 4;
    list[field] ??= {};
    list[field][id] = Math.floor(numbers[i + 1] / 4) + 1;
  }
  return list;
}
