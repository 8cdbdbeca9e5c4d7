// The page as it came: turned, made larger, following the claim that is open. Nothing is kept in the browser.
(function () {
  "use strict";
  var came = document.getElementById("came"), sides = document.getElementById("sides"), show = document.getElementById("show");
  if (!came || !show) { return; }
  var image = came.querySelector("img"), none = came.querySelector(".none"), which = came.querySelector(".which");
  var text = document.getElementById("text"), page = Number(came.dataset.page), pages = Number(came.dataset.pages);
  var claim = came.dataset.claim, zoom = 1, steps = [0.5, 0.75, 1, 1.5, 2, 3, 4];
  var ALL = ["both", "text", "picture"], kept = Promise.resolve();

  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  function chosen() { return ALL.find(function (one) { return sides.classList.contains("shows-" + one); }); }
  function address() { return came.dataset.src.replace(/0\/$/, page + "/") + (claim ? "?claim=" + encodeURIComponent(claim) : ""); }
  function draw() {
    if (came.hidden) { return; }
    none.hidden = true;
    image.hidden = false;
    if (image.getAttribute("src") !== address()) { image.src = address(); }
    which.textContent = which.textContent.replace(/\d+/, page);
    image.alt = image.alt.replace(/\d+/, page);
    all("[data-turn]").forEach(function (one) { var to = page + Number(one.dataset.turn); one.hidden = to < 1 || (pages > 0 && to > pages); });
  }
  function turn(to) {
    if (to < 1 || (pages > 0 && to > pages)) { return; }
    page = to;
    draw();
  }
  function choose(one) {
    ALL.forEach(function (each) { sides.classList.toggle("shows-" + each, each === one); });
    came.hidden = one === "text";
    if (text) { text.hidden = one === "picture"; }
    all("[data-show]").forEach(function (link) { if (link.dataset.show === one) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); } });
    draw();
    function keep() { return window.fetch(show.dataset.keep, { method: "POST", keepalive: true, body: new URLSearchParams({ show: one }), headers: { "HX-Request": "true", "X-CSRFToken": show.dataset.token } }); }
    kept = kept.then(keep, keep);  // holds for the session; one after the other, else an earlier choice may come last
  }
  function larger(by) {
    zoom = by === 0 ? 1 : steps[Math.min(Math.max(steps.indexOf(zoom) + by, 0), steps.length - 1)];
    image.style.width = 100 * zoom + "%";
  }
  image.addEventListener("error", function () { image.hidden = true; none.hidden = false; });

  // The open claim leads to its page.
  function follow() {
    var open = document.querySelector("#cards > .card.open");
    if (!open || open.dataset.claim === claim) { return; }
    claim = open.dataset.claim;
    if (open.dataset.page) { page = Number(open.dataset.page); }
    draw();
  }
  new MutationObserver(follow).observe(document.getElementById("cards"), { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });

  document.addEventListener("click", function (event) {
    var to = event.target.closest("[data-turn], [data-show], [data-to], [data-zoom]");
    if (!to || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    if (to.dataset.turn) { turn(page + Number(to.dataset.turn)); }
    else if (to.dataset.show) { choose(to.dataset.show); }
    else if (to.dataset.to) { if (chosen() === "text") { choose("both"); } turn(Number(to.dataset.to)); }
    else { larger(Number(to.dataset.zoom)); }
  });
  var on = document.getElementById("keys-on"), keys = document.getElementById("keys");
  var DOES = {
    KeyV: function () { choose(ALL[(ALL.indexOf(chosen()) + 1) % 3]); },
    BracketLeft: function () { turn(page - 1); }, BracketRight: function () { turn(page + 1); },
    Equal: function () { larger(1); }, NumpadAdd: function () { larger(1); }, Minus: function () { larger(-1); }, NumpadSubtract: function () { larger(-1); },
    Digit0: function () { larger(0); }
  };
  document.addEventListener("keydown", function (event) {
    if (event.target.closest("input, textarea, select, .offer") || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || keys.open || !on.checked) { return; }
    var does = DOES[event.code];
    if (does) { event.preventDefault(); does(); }
  });
  came.querySelector(".zoom").hidden = false;
}());
