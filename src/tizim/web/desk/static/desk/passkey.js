// Says so when the browser could not use a key; else nothing would be seen to happen.
(function () {
  "use strict";
  var wrong = document.getElementById("passkey-wrong");
  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    wrong.hidden = false;
    wrong.scrollIntoView({ block: "nearest" });
  });
}());
