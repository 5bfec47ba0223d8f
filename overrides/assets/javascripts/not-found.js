// The root 404 page holds both languages, for servers that know only one. An English address
// goes on to the English page, menu and search included, and keeps what stood in the bar.
const page = document.querySelector("[data-hc-english]");
const english = new URL(page.dataset.hcEnglish, location.href).pathname;
const sections = [...page.querySelectorAll("[data-hc-lang]")];
const instead = `${english}404.html`;
const asked = location.hash.slice(1);
if (sections.length > 1 && location.pathname.startsWith(english) && location.pathname !== instead) {
  location.replace(`${instead}#${location.pathname}`);
} else if (sections.length > 1) {
  for (const section of sections) section.hidden = section.dataset.hcLang !== "zh";
} else if (asked.startsWith(english) && !asked.startsWith("//")) {
  history.replaceState(null, "", asked);
}
