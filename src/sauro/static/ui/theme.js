/* Switches the theme in place, so that a half-filled form stays. Without script the form posts and the page reloads. */

const YEAR_SECONDS = 365 * 24 * 3600;

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-theme-switch]")) return;
  event.preventDefault();
  const root = document.documentElement;
  const theme = root.dataset.bsTheme === "dark" ? "light" : "dark";
  root.dataset.bsTheme = theme;
  document.querySelector('meta[name="color-scheme"]').content = theme;
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  document.dispatchEvent(new CustomEvent("sr:theme", { detail: { theme } }));
});
