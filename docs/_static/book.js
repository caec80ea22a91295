// The switch between the editions: it leads to the heading that the reader is at, and remembers the choice.
document.addEventListener("DOMContentLoaded", () => {
  const switcher = document.querySelector("a.edition-switch");
  if (!switcher) return;
  const plain = switcher.getAttribute("href");

  // The last heading in or above the top quarter of the window: both editions have the same anchors in the same order.
  const headingInView = () => {
    const sections = [...document.querySelectorAll("article section[id]")];
    const passed = sections.filter((section) => section.getBoundingClientRect().top < window.innerHeight / 4);
    return passed.length > 1 ? passed.at(-1).id : "";
  };

  const aim = () => {
    const anchor = headingInView();
    switcher.setAttribute("href", anchor ? `${plain}#${anchor}` : plain);
  };

  const leave = () => {
    aim();
    try {
      localStorage.setItem("book-edition", switcher.dataset.edition);
    } catch {
      // A browser that keeps nothing (private windows, files): the entrance will ask the browser's language again.
    }
  };

  for (const type of ["pointerdown", "focus", "mouseenter"]) switcher.addEventListener(type, aim);
  switcher.addEventListener("click", leave);
});

// The theme opens the contents on a phone in a dialog, and loses the focus when that is closed; a link within the page
// would leave it open in front of what it leads to.
document.addEventListener("DOMContentLoaded", () => {
  for (const side of ["primary", "secondary"]) {
    const dialog = document.getElementById(`pst-${side}-sidebar-modal`);
    const toggle = document.querySelector(`.${side}-toggle`);
    if (!dialog || !toggle) continue;
    dialog.addEventListener("close", () => toggle.focus({ preventScroll: true }));
    dialog.addEventListener("click", (event) => {
      if (event.target.closest("a[href^='#']")) dialog.close();
    });
  }
});

// Code that is too wide takes the focus, so that the keyboard can scroll it. The theme looks for it when the window
// changes: what was folded away, or stood behind a tab, had no width then.
for (const type of ["toggle", "change"]) {
  document.addEventListener(type, () => window.dispatchEvent(new Event("resize")), true);
}
