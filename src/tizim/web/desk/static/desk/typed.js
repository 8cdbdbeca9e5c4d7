// What is typed into a form and not sent is kept by the desk, and comes back with the page. Nothing is kept in the browser.
(function () {
  "use strict";
  var note = document.getElementById("typed"), away = document.getElementById("away");
  var where = note && note.dataset.at || window.location.pathname;  // a page shown again with what is wrong is still the one before
  var token = document.querySelector("main [name=csrfmiddlewaretoken]"), dirty = false, timer = null;
  function forms() {
    return Array.prototype.filter.call(document.querySelectorAll("main form[method=post]"), function (form) {
      return !form.matches("[hx-post], [data-draft], [data-unkept]") && !form.querySelector("[type=password]");
    });
  }
  if (!note || !token || document.querySelector(".reading") || !forms().length) { return; }

  function to(form) { return form.getAttribute("action") || where; }
  function named(form) {  // several forms of a page may go to the same address
    return to(form) + "#" + forms().filter(function (one) { return to(one) === to(form); }).indexOf(form);
  }
  function fields(form) {
    return Array.prototype.filter.call(form.elements, function (one) {
      return one.name && !/^(hidden|file|submit|button|reset|password)$/.test(one.type);
    });
  }
  function said(form) {
    return fields(form).filter(function (one) { return !/^(radio|checkbox)$/.test(one.type) || one.checked; }).map(function (one) {
      return [one.name, one.multiple ? Array.prototype.map.call(one.selectedOptions, function (each) { return each.value; }) : one.value];
    });
  }
  function fill(form, pairs) {
    fields(form).forEach(function (one) {
      var at = pairs.findIndex(function (pair) { return pair[0] === one.name && (!/^(radio|checkbox)$/.test(one.type) || pair[1] === one.value); });
      if (/^(radio|checkbox)$/.test(one.type)) { one.checked = at >= 0; }
      else if (at >= 0 && one.multiple) { Array.prototype.forEach.call(one.options, function (each) { each.selected = pairs[at][1].indexOf(each.value) >= 0; }); }
      else if (at >= 0) { one.value = pairs[at][1]; }
      if (at >= 0) { pairs.splice(at, 1); }
      for (var around = one.closest("details"); at >= 0 && around; around = around.parentElement.closest("details")) { around.open = true; }
    });
  }
  function send(what) {
    return window.fetch(note.dataset.keep, { method: "POST", body: what, keepalive: true, headers: { "HX-Request": "true", "X-CSRFToken": token.value } });
  }
  function save() {
    timer = null;
    var what = new URLSearchParams({ where: where });
    forms().filter(function (form) { return form.typed; }).forEach(function (form) { what.append("form:" + named(form), JSON.stringify(said(form))); });
    send(what).then(function (answer) {
      if (answer.status >= 500 || answer.headers.get("HX-Redirect")) { throw new Error("away or locked"); }
      dirty = false;
      away.hidden = true;
    }).catch(function () { away.hidden = false; timer = timer || window.setTimeout(save, 3000); });
  }
  document.addEventListener("input", function (event) {
    var form = event.target.closest("form");
    if (!form || event.target.type === "file" || forms().indexOf(form) < 0) { return; }
    form.typed = dirty = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(save, 700);
  });
  // A form is sent with the page on which it stood; not while the desk is away: the browser would leave the page.
  document.addEventListener("submit", function (event) {
    if (forms().indexOf(event.target) < 0) { return; }
    if (dirty && !away.hidden) { event.preventDefault(); return; }
    window.clearTimeout(timer);
    timer = null;  // else the page, as it goes, would keep again what was taken
    var at = event.target.querySelector("[name=typed_at]") || document.createElement("input");
    at.type = "hidden"; at.name = "typed_at"; at.value = where;
    event.target.append(at);
  });
  window.addEventListener("beforeunload", function (event) { if (dirty && !away.hidden) { event.preventDefault(); } });
  document.addEventListener("visibilitychange", function () { if (document.visibilityState === "hidden" && timer) { window.clearTimeout(timer); save(); } });

  note.querySelector("button").addEventListener("click", function () {
    send(new URLSearchParams({ where: where })).then(function () { window.location.reload(); });
  });
  window.fetch(note.dataset.keep + "?" + new URLSearchParams({ where: where }), { headers: { "HX-Request": "true", "X-Desk-By-Itself": "1" } }).then(function (answer) {
    return answer.status === 200 ? answer.json() : {};
  }).then(function (kept) {
    var wrong = forms().filter(function (form) { return form.querySelector(".errorlist"); });
    if (wrong.length) {  // it came back with what is wrong: it is not taken, and outlives this page too
      wrong.forEach(function (form) { form.typed = true; });
      save();
    }
    if (dirty || document.querySelector("main .errorlist")) { return; }
    forms().forEach(function (form) {
      if (!(named(form) in kept)) { return; }
      fill(form, JSON.parse(kept[named(form)]));
      form.typed = true;
      note.hidden = false;
    });
  }).catch(function () {});
}());
