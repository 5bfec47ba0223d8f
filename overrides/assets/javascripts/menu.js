// The theme opens menu and search with labels; here they become buttons for the keyboard
// and for screen readers. Escape closes the menu and gives the focus back.
for (const name of ["__drawer", "__search"]) {
  const box = document.getElementById(name);
  const button = document.querySelector(`.md-header__button[for=${name}]`);
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  button.setAttribute("role", "button");
  button.tabIndex = 0;
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
  });
  box.addEventListener("change", tell);
  tell();
}

const drawer = document.getElementById("__drawer");
const menu = document.querySelector(".md-sidebar--primary");
drawer.addEventListener("change", () => {
  if (drawer.checked) menu.querySelector("a").focus();
});
menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer.checked) return;
  drawer.click();
  document.querySelector(".md-header__button[for=__drawer]").focus();
});
