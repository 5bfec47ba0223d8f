// The files of an index that every query needs; parts.js tells of those for some.

export const FIRST_FILES = ["core.json", "numbers.json"];
