// Light or dark, settled before anything is drawn: this script stands in each page itself, so it is kept short.
{
  let mode = "auto";
  try {
    mode = localStorage.getItem("mode") ?? mode;
  } catch {
    // A browser that keeps nothing: as the system has it.
  }
  if (mode !== "light" && mode !== "dark") mode = "auto";
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  Object.assign(document.documentElement.dataset, { mode, theme: mode === "auto" ? system : mode });
}
