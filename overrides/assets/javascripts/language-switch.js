// The language switch keeps the place: section ids are the same in both languages. The place is
// the section that the address names while it is in view, else the one being read.
function place() {
  const top = (heading) => heading.getBoundingClientRect().top;
  const named = document.getElementById(location.hash.slice(1));
  if (named && top(named) >= 0 && top(named) < innerHeight) return location.hash;
  const headings = [...document.querySelectorAll("article h2[id], article h3[id]")];
  const read = headings.filter((heading) => top(heading) < innerHeight / 3).pop();
  return read ? `#${read.id}` : "";
}

const link = document.querySelector("[data-hc-language]");
if (link) {
  const plain = link.getAttribute("href");
  const follow = () => link.setAttribute("href", plain + place());
  for (const kind of ["pointerdown", "click", "contextmenu"]) link.addEventListener(kind, follow);
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
