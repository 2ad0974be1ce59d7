"use strict";
// Adds keys and a count to a report that is complete without them.
(() => {
  const root = document.documentElement;
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const visible = (card) => getComputedStyle(card).display !== "none";
  const help = document.getElementById("help");
  const shown = document.getElementById("shown");
  let current = "";
  root.classList.add("js");

  const count = () => {
    const cards = all(".card");
    const left = cards.filter(visible).length;
    if (shown) shown.textContent = left === cards.length ? "" : `${left} of ${cards.length} shown`;
  };

  const step = (by) => {
    const cards = all(".card.attention").filter(visible);
    if (!cards.length) return;
    const focused = cards.indexOf(document.activeElement?.closest(".card"));
    const from = focused >= 0 ? focused : cards.findIndex((card) => card.id === current);
    const next = from < 0 ? (by > 0 ? 0 : cards.length - 1) : Math.min(Math.max(from + by, 0), cards.length - 1);
    current = cards[next].id;
    cards[next].focus({ preventScroll: true });
    cards[next].scrollIntoView({ block: "start" });
    const place = document.getElementById(current.replace("claim", "story"));
    const column = place && place.closest(".story");
    if (column && column.scrollHeight > column.clientHeight) {
      column.scrollTop += place.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
    }
  };

  const toggle = (verdict) => {
    const box = document.getElementById(`show-${verdict}`);
    if (!box) return;
    box.checked = !box.checked;
    count();
  };

  const showHelp = () => (help.open ? help.close() : help.showModal());
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    1: () => toggle("agreement"),
    2: () => toggle("divergence"),
    3: () => toggle("unsupported"),
    "?": showHelp,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("select, textarea")) return;
    if (help.open && event.key !== "?") return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("change", count);
  document.getElementById("close-keys").addEventListener("click", () => help.close());
  const open = document.getElementById("open-keys");
  if (open) open.addEventListener("click", showHelp);

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details.printed:not([open])");
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));
  count();
})();
