// Keys in the open box that the theme would take for its own: those of an input method, Tab, the
// space bar on a button, and the arrows where a state stands in the place of results.

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

// Whether an input method is at work: its Enter takes a word, its arrows choose one. Safari ends
// the composition before it tells of the key, with the code 229 alone (UI Events, section 7).
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

// `search`: the box with all that opens below it. `close()` is called when Tab leaves it.
export function bindKeys(search, input, close) {
  search.addEventListener("keydown", (event) => {
    const button = event.target.closest("button, summary");
    if (isComposing(event) || event.key === "Tab" || (button && event.key === " ")) event.stopPropagation();
    else if (event.key in STEPS) step(event, search, input);
  });
  search.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && !search.contains(next)) close();
  });
}

// Through the buttons and links of a state as through results; the theme knows results alone.
function step(event, search, input) {
  const inside = [...search.querySelectorAll("[data-hc-state]:not([hidden]) :is(button, a[href])")];
  if (!inside.length) return;
  const stops = [input, ...inside];
  const at = Math.max(0, stops.indexOf(document.activeElement));
  stops[(at + STEPS[event.key] + stops.length) % stops.length].focus();
  event.preventDefault();
  event.stopPropagation();
}
