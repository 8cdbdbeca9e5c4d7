// The reading desk by keys; drafts; the server away. Nothing is kept in the browser.
(function () {
  "use strict";
  var desk = document.querySelector(".reading");
  if (!desk) { return; }
  var away = document.getElementById("away"), main = document.getElementById("main");
  var text = document.getElementById("text"), chosen = null, waiting = [], unsaved = new Map(), coming = null;

  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function openCard() { return document.querySelector("#cards > .card.open") || document.querySelector(".card.open"); }
  function cards() { return all("#cards > .card"); }
  function letters(text_) { return Array.from(text_).length; }

  // What is open, and what the marks in the text say of it.
  function refresh(latest) {
    cards().forEach(function (card) {
      if (latest && card !== latest && card.classList.contains("open")) { keep(card); card.classList.remove("open"); }
    });
    var states = {}, open = openCard();
    all("[data-claim]").forEach(function (one) { states[one.dataset.claim] = one.dataset.state; });
    all("mark[data-marks]").forEach(function (mark) {
      var ids = mark.dataset.marks.split(" "), found = ids.map(function (id) { return states[id]; });
      var state = ["waiting", "accepted", "amended", "own", "rejected", "figure"].find(function (each) { return found.indexOf(each) >= 0; });
      mark.className = "is-" + (state || "waiting") + (ids.length > 1 ? " many" : "") +
        (open && ids.indexOf(open.dataset.claim) >= 0 ? " is-open" : "");
    });
    var held = document.getElementById("open-claim");
    if (held) { held.value = open && open.dataset.claim ? open.dataset.claim : ""; }
  }
  function reveal(card) {
    var mark = card && document.querySelector("mark.is-open");
    if (mark && text) { text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3; }
  }
  function show(card) {
    refresh(card);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    reveal(card);
  }
  function go(card) { var title = card && card.querySelector(".title"); if (title) { title.click(); } }
  function step(by) {
    var list = cards(), at = list.indexOf(openCard() || document.activeElement.closest(".card"));
    go(list[at < 0 ? 0 : Math.min(Math.max(at + by, 0), list.length - 1)]);
  }

  // Drafts: what is typed goes to the register a moment later.
  function said(form) { return new URLSearchParams(new FormData(form)).toString(); }
  function mark(form) {
    var changed = form.dataset.first !== undefined && form.dataset.first !== fields(form);
    all(".as-it-is", form).forEach(function (one) { one.hidden = changed; });
    all(".changed", form).forEach(function (one) { one.hidden = !changed; });
  }
  function fields(form) {
    var data = new FormData(form);
    ["seen", "csrfmiddlewaretoken", "reason", "verdict"].forEach(function (name) { data.delete(name); });
    return new URLSearchParams(data).toString();
  }
  function save(form) {
    unsaved.delete(form);
    if (!form.isConnected) { return; }
    var note = form.querySelector(".saved");
    form.saving = new AbortController();
    window.fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(said(form)), headers: { "HX-Request": "true" }, signal: form.saving.signal }).then(function (answer) {
      if (answer.headers.get("HX-Redirect")) { throw new Error("locked"); }
      if (answer.status >= 500) { throw new Error("away"); }
      if (note) { note.textContent = answer.ok ? note.dataset.saved : ""; }
      back();
    }).catch(function (error) {
      if (error.name === "AbortError") { return; }
      unsaved.set(form, 0);
      gone();
    });
  }
  function keep(root) {
    unsaved.forEach(function (timer, form) { if (!root || root.contains(form)) { window.clearTimeout(timer); save(form); } });
  }
  function typed(event) {
    var form = event.target.closest("form[data-draft]");
    if (!form) { return; }
    window.clearTimeout(unsaved.get(form));
    unsaved.set(form, window.setTimeout(save, 700, form));
    mark(form);
  }
  function sent(form) { window.clearTimeout(unsaved.get(form)); unsaved.delete(form); if (form.saving) { form.saving.abort(); } }
  document.addEventListener("input", typed);
  document.addEventListener("change", typed);
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState !== "hidden") { return; }
    unsaved.forEach(function (timer, form) { navigator.sendBeacon(form.dataset.draft, new URLSearchParams(said(form))); });
  });
  window.addEventListener("beforeunload", function (event) { if (waiting.length || (coming && unsaved.size)) { event.preventDefault(); } });

  // The server away: the page stays and says so, and what was sent is sent again.
  function gone() {
    away.hidden = false;
    if (!coming) { coming = window.setInterval(ask, 3000); }
  }
  function ask() {
    window.fetch(desk.dataset.ping, { headers: { "HX-Request": "true", "X-Desk-By-Itself": "1" } }).then(function (answer) {
      if (answer.ok && !answer.headers.get("HX-Redirect")) { back(); }
    }).catch(function () { away.hidden = false; });
  }
  function back() {
    if (!coming) { return; }
    window.clearInterval(coming);
    coming = null;
    away.hidden = true;
    main.hidden = false;
    waiting.splice(0).forEach(function (one) { if (one.form.isConnected) { if (one.by) { one.by.click(); } else { one.form.requestSubmit(); } } });
    keep();
  }
  function failed(event) {
    var form = event.detail.elt, request = event.detail.requestConfig;
    var by = request && request.triggeringEvent && request.triggeringEvent.submitter;
    if (form.tagName === "FORM" && !waiting.some(function (one) { return one.form === form; })) { waiting.push({ form: form, by: by || undefined }); }
    gone();
  }
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:responseError", function (event) { if (event.detail.xhr.status >= 502) { failed(event); } });
  document.addEventListener("htmx:beforeRequest", function (event) { if (event.detail.elt.tagName === "FORM") { sent(event.detail.elt); } });
  document.addEventListener("htmx:beforeSwap", function (event) {
    if ([409, 422].indexOf(event.detail.xhr.status) >= 0) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
  document.addEventListener("htmx:afterSettle", function (event) {
    begin();
    var request = event.detail.requestConfig, by = request ? request.elt : null;
    if (!by || by.id === "others" || by.closest(".persons")) { refresh(); return; }
    var fresh = document.getElementById("new-card");
    if (fresh && (by.id === "add-claim" || by.closest("#new-claim") || !by.isConnected && /\/new\/$/.test(request.path))) { fill(fresh); return; }
    var opened = all("#cards > .card.open"), latest = opened.find(function (one) { return !one.dataset.known; }) || opened[0];
    var wrong = latest && latest.querySelector("[aria-invalid=true]");
    if (latest) { show(latest); } else { refresh(); var next = document.getElementById("next-document"); if (next) { next.focus(); } }
    if (wrong) { wrong.focus(); }
    opened.forEach(function (one) { one.dataset.known = "1"; });
  });
  function begin() {
    all("form[data-draft]").forEach(function (form) {
      if (form.dataset.first === undefined) { form.dataset.first = fields(form); }
    });
  }

  // A claim by hand: the words marked in the text.
  function place(range, atEnd) {
    var inside = all("[data-at]", text).filter(function (one) { return range.intersectsNode(one); });
    var one = inside[atEnd ? inside.length - 1 : 0];
    if (!one) { return null; }
    var node = atEnd ? range.endContainer : range.startContainer, offset = atEnd ? range.endOffset : range.startOffset;
    if (!one.contains(node)) { return Number(one.dataset.at) + (atEnd ? letters(one.textContent) : 0); }
    var before = document.createRange();
    before.setStart(one, 0);
    before.setEnd(node, offset);
    return Number(one.dataset.at) + letters(before.toString());
  }
  document.addEventListener("selectionchange", function () {
    var found = document.getSelection();
    if (!text || !found.rangeCount || found.isCollapsed || !text.contains(found.anchorNode) || !text.contains(found.focusNode)) { return; }
    var range = found.getRangeAt(0);
    chosen = { quote: found.toString(), start: place(range, false), end: place(range, true) };
  });
  function fill(card) {
    var quote = card.querySelector("[name=quote]");
    if (chosen && chosen.quote.trim() && !quote.value.trim()) {
      quote.value = chosen.quote;
      card.querySelector("[name=start]").value = chosen.start;
      card.querySelector("[name=end]").value = chosen.end;
      typed({ target: quote });
    }
    card.scrollIntoView({ block: "nearest" });
    (card.querySelector("[aria-invalid=true], [name=place_at]") || (quote.value ? card.querySelector("[name=person]") : quote)).focus();
  }

  // Places and articles as somebody types.
  var looking = 0;
  document.addEventListener("input", function (event) {
    var box = event.target.closest(".looked"), offers = box && box.querySelector(".offers");
    if (!offers || event.target.tagName !== "INPUT" || event.detail === "picked") { return; }
    window.clearTimeout(looking);
    looking = window.setTimeout(function () {
      var asked = new URLSearchParams(), field = event.target, token = field.form.querySelector("[name=csrfmiddlewaretoken]").value;
      asked.set(offers.dataset.name, field.value);
      window.fetch(offers.dataset.url, { method: "POST", body: asked, headers: { "X-CSRFToken": token, "HX-Request": "true" } })
        .then(function (answer) { return answer.ok ? answer.text() : ""; })
        .then(function (html) { offers.innerHTML = html; }).catch(gone);
    }, 180);
  });
  function pick(button) {
    var box = button.closest(".looked"), field = box.querySelector("input"), offers = box.querySelector(".offers");
    var before = offers.dataset.list ? field.value.split(";").slice(0, -1).map(function (one) { return one.trim(); }) : [];
    field.value = before.concat(button.dataset.value).join("; ");
    offers.textContent = "";
    field.focus();
    field.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "picked" }));
  }
  document.addEventListener("click", function (event) {
    var offer = event.target.closest(".offer"), quoted = event.target.closest("mark[data-marks]");
    if (offer) { pick(offer); }
    if (quoted && document.getSelection().isCollapsed) {
      var ids = quoted.dataset.marks.split(" "), found = ids.map(function (id) { return document.getElementById("card-" + id); }).filter(Boolean);
      go(found.find(function (one) { return one.dataset.state === "waiting"; }) || found[0]);
    }
  });
  function inOffers(event, box) {
    var list = all(".offer", box), at = list.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && list.length) { list[Math.min(at + 1, list.length - 1)].focus(); }
    else if (event.key === "ArrowUp" && at > 0) { list[at - 1].focus(); }
    else if (event.key === "ArrowUp" && at === 0) { box.querySelector("input").focus(); }
    else if (event.key === "Escape" && list.length) { box.querySelector(".offers").textContent = ""; box.querySelector("input").focus(); }
    else { return false; }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  // Keys, by their place on the keyboard, so that they work in every layout.
  var keys = document.getElementById("keys"), on = document.getElementById("keys-on");
  function press(selector, root) { var one = (root || document).querySelector(selector); if (one) { one.click(); } }
  function decide(verdict) { var card = openCard(); if (card) { press("button[name=verdict][value=" + verdict + "]", card.querySelector(".claim-form") || card); } }
  function judge(verdict) { var card = openCard(); if (card) { press(".judge button[value=" + verdict + "]", card); } }
  var DOES = {
    KeyJ: function () { step(1); }, ArrowDown: function () { step(1); }, KeyK: function () { step(-1); }, ArrowUp: function () { step(-1); },
    KeyA: function () { decide("accept"); },
    KeyR: function () { var card = openCard(), field = card && card.querySelector("[name=reason]"); if (field) { field.focus(); } },
    KeyE: function () { var card = openCard(), field = card && card.querySelector(".fields input"); if (field) { field.focus(); } },
    KeyS: function () { judge("same"); }, KeyD: function () { judge("different"); }, KeyU: function () { judge("unsure"); },
    KeyN: function () { press("#add-claim"); }, KeyZ: function () { press("#undo-form button"); }, KeyG: function () { press("#next-document"); }
  };
  function inField(event) {
    var field = event.target, form = field.closest(".claim-form"), box = field.closest(".looked");
    if (box && inOffers(event, box)) { return; }
    if (!form) { return; }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); press("button.main", form); }
    else if (event.key === "Enter" && field.tagName === "INPUT") {
      event.preventDefault();
      if (field.name === "reason") { press("button[value=reject]", form); }
    } else if (event.key === "Escape") { field.blur(); field.closest(".card").focus(); }
  }
  document.addEventListener("keydown", function (event) {
    if (event.target.closest("input, textarea, select, .offer") || event.isComposing) { inField(event); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) { return; }
    if (event.key === "?") { event.preventDefault(); keys.showModal(); return; }
    var does = DOES[event.code];
    if (!does || !on.checked || (event.shiftKey && event.code.indexOf("Arrow") === 0)) { return; }
    if (event.code.indexOf("Arrow") === 0 && text && text.contains(event.target)) { return; }
    event.preventDefault();
    if (!event.repeat || event.code === "ArrowDown" || event.code === "ArrowUp") { does(); }
  });
  var opener = document.getElementById("keys-open");
  if (opener && keys) { opener.hidden = false; opener.addEventListener("click", function () { keys.showModal(); }); }

  begin();
  refresh();
  var first = openCard();
  if (first) { first.dataset.known = "1"; if (first.classList.contains("new")) { fill(first); } else { reveal(first); first.focus({ preventScroll: true }); } }
}());
