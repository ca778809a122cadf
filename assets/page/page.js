"use strict";

// Both clocks move through moments: a meta-step, and one of its inner ticks. What is seen there is read from two blocks
// of JSON: `data` says which picture each view has at each moment, `content` holds the pictures themselves.
const data = JSON.parse(document.getElementById("data").textContent);
const encoded = JSON.parse(document.getElementById("content").textContent);
const root = document.documentElement;
const find = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];

const KEPT = 160; // pictures that stay decoded
const AHEAD = 3; // moments on either side that are decoded before they are asked for
const RATES = { outer: 8, inner: 3 }; // moments per second while a clock plays

const grounds = all("[data-ground]"); // what a view's pictures have in common, and over it
const figures = all("[data-view]"); // what they have at a moment
const sliders = { outer: find("#outer"), inner: find("#inner") };
const buttons = { outer: find("#play-outer"), inner: find("#play-inner") };
const pictures = new Map(); // index -> image; the one asked for last stands last
const now = { step: 0, tick: 0, language: root.lang, theme: "light" };
let playing = 0;
let playingClock = "";
let looking = 0;

// The first pictures stand in the document, where they are seen without a script.
for (const image of all("img[data-picture]")) {
  encoded[image.dataset.picture] = image.src;
}

/** Return the place of the look, a theme and a language, that is nearest to what the reader wants. */
function look() {
  const fits = ([theme, language]) => 2 * (language === now.language) + (theme === now.theme);
  return data.looks.reduce((best, one, place) => (fits(one) > fits(data.looks[best]) ? place : best), 0);
}

function pictureAt(view, step, tick) {
  const row = data.views[view].pictures[look()][step];
  return Array.isArray(row) ? row[tick] : row;
}

/** Return a picture's address; the picture is decoded by now, or will be soon. */
function prepared(index) {
  let image = pictures.get(index);
  if (!image) {
    image = new Image();
    image.src = addressOf(encoded[index]);
    image.decode().catch(() => {});
  }
  pictures.delete(index);
  pictures.set(index, image);
  if (pictures.size > KEPT) {
    const [oldest, gone] = pictures.entries().next().value;
    pictures.delete(oldest);
    if (gone.src.startsWith("blob:") && ![...figures, ...grounds].some((shown) => shown.src === gone.src)) {
      URL.revokeObjectURL(gone.src);
    }
  }
  return image.src;
}

function addressOf(text) {
  if (text.startsWith("data:")) {
    return text;
  }
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: data.type }));
}

function show() {
  for (const [view, image] of figures.entries()) {
    const source = prepared(pictureAt(view, now.step, now.tick));
    if (image.src !== source) {
      image.src = source;
    }
  }
  const language = now.language;
  const step = data.steps[now.step];
  const ticks = data.ticks[now.step];
  find("#caption").textContent = data.captions[language][now.step][now.tick];
  for (const [name, place, value, last, words] of [
    ["outer", now.step, step, data.steps.length - 1, "step"],
    ["inner", now.tick, ticks[now.tick], ticks.length - 1, "tick"],
  ]) {
    const slider = sliders[name];
    slider.max = last;
    slider.value = place;
    slider.disabled = last === 0;
    buttons[name].disabled = last === 0;
    const number = value.toLocaleString(language);
    const told = data.words[language][words].replace("{value}", number);
    slider.setAttribute("aria-valuetext", told);
    find(`#${name}-told`).textContent = number;
  }
  for (const cursor of all(".cursor")) {
    const place = data.curves[cursor.dataset.curve].cursors[look()];
    const across = place.origin + place.unit * step;
    cursor.hidden = across < place.left || across > place.right;
    cursor.style.left = `${across}%`;
    cursor.style.top = `${place.top}%`;
    cursor.style.bottom = `${place.bottom}%`;
  }
  clearTimeout(looking);
  looking = setTimeout(lookAhead, 0);
}

/** Decode what comes next in either direction of either clock. */
function lookAhead() {
  for (let by = AHEAD; by >= -AHEAD; by -= 1) {
    for (const [step, tick] of [[now.step + by, now.tick], [now.step, now.tick + by]]) {
      const ticks = data.ticks[step];
      if (ticks) {
        for (const view of figures.keys()) {
          prepared(pictureAt(view, step, Math.max(0, Math.min(tick, ticks.length - 1))));
        }
      }
    }
  }
}

/** Go to a meta-step; whoever looked at the last inner tick still does. */
function goTo(step, tick) {
  const before = data.ticks[now.step].length - 1;
  now.step = Math.max(0, Math.min(step, data.steps.length - 1));
  const last = data.ticks[now.step].length - 1;
  const wanted = tick === undefined ? (now.tick === before ? last : now.tick) : tick;
  now.tick = Math.max(0, Math.min(wanted, last));
  show();
}

function move(clock, by) {
  return clock === "outer" ? goTo(now.step + by) : goTo(now.step, now.tick + by);
}

function atEnd(clock) {
  return clock === "outer" ? now.step === data.steps.length - 1 : now.tick === data.ticks[now.step].length - 1;
}

function play(clock) {
  const again = playingClock !== clock;
  stop();
  if (!again) {
    return;
  }
  if (atEnd(clock)) {
    clock === "outer" ? goTo(0) : goTo(now.step, 0);
  }
  playingClock = clock;
  buttons[clock].setAttribute("aria-pressed", "true");
  find("#caption").setAttribute("aria-live", "off"); // or a screen reader would never come to an end
  playing = setInterval(() => (atEnd(clock) ? stop() : move(clock, 1)), 1000 / RATES[clock]);
}

function stop() {
  clearInterval(playing);
  if (playingClock) {
    buttons[playingClock].setAttribute("aria-pressed", "false");
    find("#caption").setAttribute("aria-live", "polite");
  }
  playingClock = "";
}

function speak(language) {
  now.language = language;
  root.lang = language;
  for (const element of all("[data-names]")) {
    const name = JSON.parse(element.dataset.names)[language];
    if (element.matches("img")) {
      element.alt = name;
    } else if (element.matches("title")) {
      element.textContent = name;
    } else {
      element.setAttribute("aria-label", name);
    }
  }
  draw();
}

function paint(theme) {
  now.theme = theme;
  root.dataset.theme = theme;
  draw();
}

/** Show what does not follow the clocks, in the present look, and then the rest. */
function draw() {
  const place = look();
  for (const image of all("[data-drawing]")) {
    image.src = prepared(data.drawings[image.dataset.drawing][place]);
  }
  for (const [view, image] of grounds.entries()) {
    image.src = prepared(data.views[view].grounds[place]);
  }
  show();
}

function listen() {
  for (const input of all(".switches input")) {
    input.addEventListener("change", () => (input.name === "language" ? speak : paint)(input.value));
  }
  sliders.outer.addEventListener("input", () => goTo(Number(sliders.outer.value)));
  sliders.inner.addEventListener("input", () => goTo(now.step, Number(sliders.inner.value)));
  for (const [clock, button] of Object.entries(buttons)) {
    sliders[clock].addEventListener("pointerdown", stop);
    button.addEventListener("click", () => play(clock));
  }
  document.addEventListener("keydown", pressed);
  for (const image of figures) {
    image.addEventListener("pointerdown", scrub);
  }
}

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const slider = event.target.matches("input[type=range]");
  if (event.key === " " && (slider || !event.target.matches("button, input, summary"))) {
    play(event.target === sliders.inner ? "inner" : "outer");
  } else if (event.key === "Escape") {
    stop();
  } else if (["ArrowLeft", "ArrowRight"].includes(event.key) && !event.target.matches("input")) {
    move(event.shiftKey ? "inner" : "outer", event.key === "ArrowLeft" ? -1 : 1);
  } else if (["PageUp", "PageDown"].includes(event.key) && slider) {
    const clock = event.target.id;
    move(clock, (event.key === "PageUp" ? 1 : -1) * Math.max(2, Math.round(Number(event.target.max) / 10)));
  } else {
    return;
  }
  event.preventDefault();
}

/** Drag across a picture: its whole width is the whole outer clock, with Shift the inner one. */
function scrub(event) {
  if (event.button !== 0) {
    return;
  }
  stop();
  const image = event.target;
  const clock = event.shiftKey ? "inner" : "outer";
  const began = { x: event.clientX, place: Number(sliders[clock].value), last: Number(sliders[clock].max) };
  const dragged = (moved) => {
    const share = (moved.clientX - began.x) / image.clientWidth;
    const place = began.place + Math.round(share * Math.max(began.last, 1));
    clock === "outer" ? goTo(place) : goTo(now.step, place);
  };
  image.setPointerCapture(event.pointerId);
  image.addEventListener("pointermove", dragged);
  for (const end of ["pointerup", "pointercancel"]) {
    image.addEventListener(end, () => image.removeEventListener("pointermove", dragged), { once: true });
  }
  event.preventDefault();
}

for (const element of all("[data-scripted]")) {
  element.hidden = false;
}
now.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
const wanted = navigator.languages.map((one) => one.slice(0, 2));
const spoken = data.languages.find((one) => one.slice(0, 2) === wanted[0]);
now.language = spoken || root.lang;
for (const input of all(".switches input")) {
  input.checked = input.value === now.language || input.value === now.theme;
}
[now.step, now.tick] = data.opening;
listen();
root.dataset.theme = now.theme;
speak(now.language);
