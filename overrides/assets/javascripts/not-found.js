// The root 404 page holds both languages; show the one that the address asks for.
const page = document.querySelector("[data-hc-english]");
const english = new URL(page.dataset.hcEnglish, location.href).pathname;
const wanted = location.pathname.startsWith(english) ? "en" : "zh";
const sections = [...page.querySelectorAll("[data-hc-lang]")];
if (sections.some((section) => section.dataset.hcLang === wanted)) {
  for (const section of sections) section.hidden = section.dataset.hcLang !== wanted;
  const shown = sections.find((section) => !section.hidden);
  document.documentElement.lang = shown.lang;
  document.title = shown.querySelector("h1, h2").textContent;
}
