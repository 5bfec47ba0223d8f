// The site's words as a tree of characters, so that a long text is read once: for the build alone.

// `words`: Chinese ones; a text holds few words for the many beginnings of one.
export function treeOf(words) {
  const tree = new Map();
  for (const word of words) {
    let node = tree;
    for (let at = 0; at < word.length; at++) {
      const char = word.charCodeAt(at);
      if (!node.has(char)) node.set(char, new Map());
      node = node.get(char);
    }
    node.word = word;
  }
  return tree;
}

// Every word of the tree inside a run of Chinese characters, overlapping ones too.
export function wordsIn(run, tree) {
  const found = [];
  for (let start = 0; start < run.length; start++) {
    let node = tree;
    for (let at = start; at < run.length && (node = node.get(run.charCodeAt(at))); at++) {
      if (node.word) found.push(node.word);
    }
  }
  return found;
}
