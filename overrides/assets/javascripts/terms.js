// Words of the glossary: their definition on hover, on focus and on tap. A title attribute answers
// to a mouse alone. The tip can be pointed at, and Escape puts it away (WCAG 2.2, 1.4.13).
const tip = document.createElement("span");
tip.className = "hc-tip";
tip.id = "hc-tip";
tip.setAttribute("role", "tooltip");
tip.hidden = true;
(document.querySelector("main") ?? document.body).append(tip);
let shown;

/** Make the explained words below `root` answer to keyboard and touch. */
export function explain(root) {
  for (const term of root.querySelectorAll("abbr[title]")) {
    term.dataset.hcTerm = term.title;
    term.removeAttribute("title");
    term.tabIndex = 0;
  }
}

function hide() {
  shown?.removeAttribute("aria-describedby");
  shown = undefined;
  tip.hidden = true;
}

/** Show what `term` means. */
export function show(term) {
  if (term === shown) return;
  hide();
  shown = term;
  tip.textContent = term.dataset.hcTerm;
  tip.lang = term.closest("[lang]").lang;
  tip.hidden = false;
  term.setAttribute("aria-describedby", tip.id);
  const box = term.getBoundingClientRect();
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  const base = tip.offsetParent.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(box.left, room)) - base.left}px`;
  tip.style.top = `${box.bottom - base.top}px`;
}

const termOf = (event) => event.target.closest?.("[data-hc-term]");
for (const kind of ["pointerover", "focusin", "click"]) {
  document.addEventListener(kind, (event) => {
    const term = termOf(event);
    if (term) show(term);
  });
}
// a finger that stays long makes no click
document.addEventListener("pointerdown", (event) => {
  if (!termOf(event) && event.target !== tip) hide();
});
document.addEventListener("pointerout", (event) => {
  const left = [shown, tip].includes(event.target) && ![shown, tip].includes(event.relatedTarget);
  if (left && event.pointerType === "mouse" && document.activeElement !== shown) hide();
});
document.addEventListener("focusout", hide);
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());

explain(document);
