// The site's words as a tree of characters, so that a long text is read once: for the build alone.

class Node {
  word = "";
  next = new Map();
}

// `words`: Chinese ones; a text holds few words for the many beginnings of one.
export function treeOf(words) {
  const tree = new Node();
  for (const word of words) {
    let node = tree;
    for (let at = 0; at < word.length; at++) {
      const char = word.charCodeAt(at);
      if (!node.next.has(char)) node.next.set(char, new Node());
      node = node.next.get(char);
    }
    node.word = word;
  }
  return tree;
}

// Every word of the tree inside a run of Chinese characters, overlapping ones too.
export function wordsIn(run, tree) {
  const found = [];
  for (let start = 0; start < run.length; start++) {
    let node = tree.next.get(run.charCodeAt(start));
    for (let at = start + 1; node; at++) {
      if (node.word) found.push(node.word);
      node = at < run.length ? node.next.get(run.charCodeAt(at)) : undefined;
    }
  }
  return found;
}
