// Menu and search open without scripts, by labels. With scripts they are buttons, for the
// keyboard and for screen readers. Escape closes the menu and gives the focus back.
for (const label of document.querySelectorAll("label.md-header__button[for^=__]")) {
  if (label.htmlFor.startsWith("__palette")) continue;
  const box = label.control;
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.dataset.for = label.htmlFor;
  button.append(...label.childNodes);
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", tell);
  tell();
  label.replaceWith(button);
}

const drawer = document.getElementById("__drawer");
const menu = document.querySelector(".md-sidebar--primary");
drawer.addEventListener("change", () => {
  if (drawer.checked) menu.querySelector("a").focus();
});

// On a phone the bar's room goes to the name: light or dark is chosen in the menu there.
const palette = document.querySelector("form[data-md-component=palette]");
const home = palette.nextElementSibling;
const narrow = matchMedia("(max-width: 30em)");
function settle() {
  if (narrow.matches) menu.querySelector(".md-nav__title").append(palette);
  else home.before(palette);
}
narrow.addEventListener("change", settle);
settle();

menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer.checked) return;
  drawer.click();
  document.querySelector("[data-for=__drawer]").focus();
});
