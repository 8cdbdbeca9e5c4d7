// Judging by keys: each key presses what bears it; a verdict then waits for Enter.
(function () {
  "use strict";
  function isText(one) { return one && (one.isContentEditable || /^(TEXTAREA|SELECT)$/.test(one.tagName) || (one.tagName === "INPUT" && !/^(radio|checkbox|button|submit)$/.test(one.type))); }
  // In a keyboard of other letters the key that stands in the place of the letter counts.
  function keyOf(event) {
    var key = event.key.toLowerCase();
    if (key.length === 1 && key > "\u007f" && /^Key[A-Z]$/.test(event.code)) { return event.code.slice(3).toLowerCase(); }
    return key;
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || isText(event.target)) { return; }
    var key = keyOf(event), pressed = /^[a-z?]$/.test(key) ? document.querySelector('[data-key="' + key + '"]') : null;
    if (!pressed) { return; }
    event.preventDefault();
    pressed.click();
    var then = pressed.dataset.then && document.querySelector(pressed.dataset.then);
    if (then) { then.focus(); then.scrollIntoView({ block: "nearest" }); }
  });
}());
