"use strict";
// Narrows the list while somebody types. Without script the browser's own search in the page does the same.
(function () {
  const field = document.getElementById("find");
  const rows = Array.from(document.querySelectorAll("[data-find]"));
  const said = document.getElementById("found");
  if (!field || !rows.length) return;
  field.closest(".find").hidden = false;
  const folded = (text) => text.toLocaleLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const keys = rows.map((row) => folded(row.textContent));
  field.addEventListener("input", () => {
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, place) => {
      const shown = words.every((word) => keys[place].includes(word));
      row.hidden = !shown;
      count += shown ? 1 : 0;
    });
    said.textContent = words.length ? said.dataset.said.replace("{n}", count) : "";
  });
})();
