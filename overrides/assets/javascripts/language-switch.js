// The language switch keeps the place: section ids are the same in both languages.
const link = document.querySelector("[data-hc-language]");
if (link) {
  const plain = link.getAttribute("href");
  const follow = () => link.setAttribute("href", plain + location.hash);
  addEventListener("hashchange", follow);
  link.addEventListener("click", follow);
  follow();
}

// What a reader may never ask for is loaded when asked: both languages side by side, and what a
// word of the glossary means.
const both = document.querySelector("hc-compare a");
both?.addEventListener(
  "click",
  async (event) => {
    event.preventDefault();
    await import("./compare.js").then(() => both.click(), () => location.assign(both.href));
  },
  { once: true },
);

for (const term of document.querySelectorAll("abbr[title]")) term.tabIndex = 0;
for (const kind of ["pointerover", "focusin", "click"]) {
  document.addEventListener(kind, async (event) => {
    const term = event.target.closest?.("abbr[title]");
    if (!term) return;
    const { show } = await import("./terms.js");
    if (kind === "click" || term.matches(":hover, :focus")) show(term);
  });
}
