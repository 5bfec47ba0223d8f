// The words to mark on the page that a hit leads to. They wait in this tab: what is in an address
// goes to servers.

const WORDS_KEY = "hc-words";

export function handOn(link) {
  try {
    sessionStorage.setItem(WORDS_KEY, JSON.stringify([place(link), link.dataset.hcWords]));
  } catch {
    // nothing is marked
  }
}

// Those for this page, once; undefined when a reader came another way.
export function handedOn() {
  try {
    const [there, words] = JSON.parse(sessionStorage.getItem(WORDS_KEY)) ?? [];
    sessionStorage.removeItem(WORDS_KEY);
    return there === place(location) ? words : undefined;
  } catch {
    return undefined;
  }
}

function place({ href }) {
  return href.split("#")[0];
}
