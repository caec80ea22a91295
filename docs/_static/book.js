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
