// What was unfolded stays unfolded when the facets come anew.
(function () {
  "use strict";
  var open = {};
  document.addEventListener("htmx:beforeSwap", function () {
    document.querySelectorAll("#found details[id]").forEach(function (one) { open[one.id] = one.open; });
  });
  document.addEventListener("htmx:afterSwap", function () {
    document.querySelectorAll("#found details[id]").forEach(function (one) {
      if (one.id in open) { one.open = open[one.id]; }
    });
  });
}());
