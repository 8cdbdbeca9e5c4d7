// The desk's own script: locking after idleness, and nothing lost while the server is away.
(function () {
  "use strict";
  var body = document.body, idle = Number(body.dataset.idle || 0) * 1000, last = Date.now();
  ["keydown", "pointerdown", "scroll"].forEach(function (event) {
    window.addEventListener(event, function () { last = Date.now(); }, { passive: true });
  });
  if (idle) {
    window.setInterval(function () {
      if (Date.now() - last <= idle) { return; }
      // While the server is away the page is all that holds what was typed: it is covered, not left.
      if (!document.getElementById("away").hidden) { document.getElementById("main").hidden = true; return; }
      window.location.replace(body.dataset.lock);
    }, 5000);
  }
  // What is wider than its place can be moved by keys.
  function reachable() {
    document.querySelectorAll(".wide").forEach(function (one) { if (one.scrollWidth > one.clientWidth) { one.tabIndex = 0; } });
  }
  reachable();
  document.addEventListener("htmx:afterSettle", reachable);
  window.addEventListener("resize", reachable);
  // Files that are too much together are told of before they are sent.
  document.addEventListener("change", function (event) {
    var field = event.target, most = Number(field.dataset.most), sum = 0;
    if (!most || !field.files) { return; }
    Array.prototype.forEach.call(field.files, function (one) { sum += one.size; });
    field.setCustomValidity(sum > most ? field.dataset.over : "");
    field.reportValidity();
  });
  // A page that comes back out of the browser's memory after leaving is asked for again.
  window.addEventListener("pageshow", function (event) { if (event.persisted) { window.location.reload(); } });
}());
