// What a page does besides being read: the theme's own functions, without the libraries that it brings along.
(() => {
  "use strict";

  const root = document.documentElement;
  /** @type {(selector: string, within?: ParentNode) => HTMLElement[]} */
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  /** @type {(selector: string) => HTMLElement | null} */
  const first = (selector) => document.querySelector(selector);

  /** Storage of the browser, which may be forbidden: then nothing is remembered. */
  const stored = {
    /** @type {(kind: "localStorage" | "sessionStorage", key: string) => string | null} */
    get(kind, key) {
      try {
        return window[kind].getItem(key);
      } catch {
        return null;
      }
    },
    /** @type {(kind: "localStorage" | "sessionStorage", key: string, value: string) => void} */
    set(kind, key, value) {
      try {
        window[kind].setItem(key, value);
      } catch {
        // Not remembered.
      }
    },
  };

  /** @type {(run: () => void, wait: number) => () => void} */
  const afterwards = (run, wait) => {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(run, wait);
    };
  };

  // ---- Light, dark, or as the system has it ----

  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

  const showTheme = () => {
    const mode = root.dataset.mode;
    const theme = mode === "auto" ? (systemIsDark.matches ? "dark" : "light") : mode;
    root.dataset.theme = theme;
    for (const menu of all(".dropdown-menu")) menu.classList.toggle("dropdown-menu-dark", theme === "dark");
    for (const button of all(".theme-change-button")) {
      button.classList.toggle("active", button.dataset.mode === mode);
      button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
    }
    return theme;
  };

  const setUpTheme = () => {
    showTheme();
    systemIsDark.addEventListener("change", showTheme);
    for (const button of all(".theme-change-button")) {
      button.addEventListener("click", () => {
        root.dataset.mode = button.dataset.mode;
        stored.set("localStorage", "mode", button.dataset.mode);
        stored.set("localStorage", "theme", showTheme());
      });
    }
    // Another tab of the same book follows.
    window.addEventListener("storage", (event) => {
      if (event.key === "mode" && event.newValue) {
        root.dataset.mode = event.newValue;
        showTheme();
      }
    });
  };

  // ---- Menus ----

  /** @type {(button: HTMLElement, menu: HTMLElement) => void} */
  const setUpMenu = (button, menu) => {
    const items = () => all("button, a", menu);
    /** @type {(open: boolean) => void} */
    const show = (open) => {
      button.classList.toggle("show", open);
      menu.classList.toggle("show", open);
      button.setAttribute("aria-expanded", String(open));
    };
    const isOpen = () => menu.classList.contains("show");
    show(false);
    button.addEventListener("click", () => show(!isOpen()));
    menu.addEventListener("click", () => {
      show(false);
      button.focus();
    });
    document.addEventListener("click", (event) => {
      if (!button.contains(event.target) && !menu.contains(event.target)) show(false);
    });
    button.parentElement.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !button.parentElement.contains(event.relatedTarget)) show(false);
    });
    button.parentElement.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isOpen()) {
        show(false);
        button.focus();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        show(true);
        const step = event.key === "ArrowDown" ? 1 : -1;
        const place = items().indexOf(document.activeElement);
        items().at(place < 0 ? Math.min(step, 0) : (place + step) % items().length).focus();
      }
    });
  };

  const setUpMenus = () => {
    for (const button of all('[data-bs-toggle="dropdown"]')) {
      const menu = button.parentElement.querySelector(".dropdown-menu");
      if (menu) setUpMenu(button, menu);
    }
  };

  // ---- Sidebars: beside the text where there is room, else as dialogs over it ----

  /** @type {(from: Element, to: Element) => void} */
  const move = (from, to) => {
    to.append(...from.childNodes);
    to.classList.add(...from.classList);
    from.removeAttribute("class");
  };

  /** @type {(dialog: HTMLDialogElement) => void} */
  const closeOnBackdrop = (dialog) => {
    dialog.addEventListener("click", ({ clientX, clientY }) => {
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      // Enter on a button within is a click at 0, 0.
      if ((clientX || clientY) && (clientX < left || clientX > right || clientY < top || clientY > bottom)) dialog.close();
    });
  };

  /** @type {(name: string) => void} */
  const setUpSidebar = (name) => {
    const button = first(`.${name}-toggle`);
    const sidebar = first(`#pst-${name}-sidebar`);
    const dialog = first(`#pst-${name}-sidebar-modal`);
    if (!button || !sidebar || !dialog) return;
    button.addEventListener("click", () => {
      if (name === "primary" && matchMedia("(min-width: 992px)").matches) {
        sidebar.classList.toggle("pst-sidebar-hidden");
        return;
      }
      move(sidebar, dialog);
      dialog.showModal();
    });
    closeOnBackdrop(dialog);
    dialog.addEventListener("close", () => {
      move(dialog, sidebar);
      button.focus({ preventScroll: true });
    });
    // A link within the page leads to the text that the dialog covers.
    dialog.addEventListener("click", (event) => {
      if (event.target.closest('a[href^="#"]')) dialog.close();
    });
  };

  /** The contents stay where the reader has scrolled them, from page to page. */
  const keepScroll = () => {
    const sidebar = first("#pst-primary-sidebar");
    if (!sidebar) return;
    const kept = parseInt(stored.get("sessionStorage", "sidebar-scroll-top"), 10);
    if (Number.isNaN(kept)) {
      const here = all(".bd-docs-nav .active", sidebar).at(-1)?.getBoundingClientRect().y ?? 0;
      if (here > window.innerHeight / 2) {
        sidebar.scrollTop = here - sidebar.getBoundingClientRect().y - sidebar.clientHeight / 4;
      }
    } else {
      sidebar.scrollTop = kept;
    }
    window.addEventListener("pagehide", () => {
      stored.set("sessionStorage", "sidebar-scroll-top", String(sidebar.scrollTop));
    });
  };

  // ---- The outline of the page shows where the reader is ----

  const setUpOutline = () => {
    const outline = first("#pst-page-toc-nav");
    const header = first("#pst-header");
    if (!outline) return;
    const links = all("a", outline);
    /** @type {Map<Element, HTMLElement>} */
    const linkOf = new Map();
    for (const link of links) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) linkOf.set(target.querySelector("h1, h2, h3, h4, h5, h6") ?? target, link);
    }

    /** @type {(active: HTMLElement) => void} */
    const activate = (active) => {
      for (const link of links) {
        link.classList.toggle("active", link === active);
        if (link === active) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      for (const entry of all(".toc-entry", outline)) entry.classList.toggle("active", entry.contains(active));
    };

    // A link that was followed stays the active one while the page scrolls to where it leads.
    let followed = 0;
    const follow = (hash) => {
      const link = hash.length > 1 && links.find((each) => each.hash === hash);
      if (!link) return;
      followed = Date.now();
      activate(link);
    };
    follow(location.hash);
    window.addEventListener("hashchange", () => follow(location.hash));
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link && link.hash === location.hash && link.origin === location.origin) follow(link.hash);
    });

    /** @type {IntersectionObserver | undefined} */
    let observer;
    const observe = () => {
      observer?.disconnect();
      const margin = `-${header?.offsetHeight ?? 0}px 0px -70% 0px`; // the upper third of the window counts
      observer = new IntersectionObserver((entries) => {
        const heading = entries.filter((entry) => entry.isIntersecting).at(-1)?.target;
        if (heading && Date.now() - followed > 1000) activate(linkOf.get(heading));
      }, { rootMargin: margin });
      for (const heading of linkOf.keys()) observer.observe(heading);
    };
    window.addEventListener("resize", afterwards(observe, 300));
    observe();
  };

  // ---- Scrolling ----

  const setUpScrolling = () => {
    const pixel = first(".sbt-scroll-pixel-helper"); // at the top of the page
    if (pixel) {
      new IntersectionObserver(([entry]) => {
        document.body.classList.toggle("scrolled", entry.boundingClientRect.y < 0);
      }).observe(pixel);
    }
    const button = first("#pst-back-to-top");
    if (!button) return;
    let before = window.scrollY;
    window.addEventListener("scroll", () => {
      if (window.scrollY === before) return;
      const upwards = before > window.scrollY && window.scrollY > (first("#pst-header")?.offsetHeight ?? 0);
      button.style.display = upwards ? "block" : "none";
      before = window.scrollY;
    }, { passive: true });
    button.addEventListener("click", () => window.scrollTo(0, 0));
  };

  /** What scrolls sideways can be reached and scrolled by keyboard. */
  const setUpTabStops = () => {
    const update = () => {
      for (const block of all("pre, .cell_output > .output, .pst-scrollable-table-container")) {
        block.tabIndex = block.scrollWidth > block.clientWidth || block.scrollHeight > block.clientHeight ? 0 : -1;
      }
    };
    window.addEventListener("resize", afterwards(update, 300));
    document.addEventListener("toggle", update, true); // what was folded has a size now
    document.addEventListener("change", update); // as has what stands in a tab
    update();
  };

  // ---- The whole screen ----

  const setUpFullScreen = () => {
    const button = first(".btn-fullscreen-button");
    button?.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else root.requestFullscreen?.();
    });
  };

  /** What is not for paper has a class of the theme's that says so. */
  const setUpPrinting = () => {
    const parts = ".bd-header, .bd-header-article, .bd-sidebar-primary, .bd-sidebar-secondary, .bd-footer-article, "
      + ".bd-footer-content, .bd-footer";
    for (const part of all(parts)) part.classList.add("noprint");
  };

  setUpTheme();
  setUpMenus();
  setUpPrinting();
  keepScroll();
  setUpSidebar("primary");
  setUpSidebar("secondary");
  setUpOutline();
  setUpScrolling();
  setUpFullScreen();
  if (document.readyState === "complete") setUpTabStops();
  else window.addEventListener("load", setUpTabStops);
})();
