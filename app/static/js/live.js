// What comes by itself: news of the stream, spread out so that a class does not ask all at once, and the ages of Tweets.
const SPREAD = 400; // ms, as the stream's contract says
const AGES = 20; // seconds between two looks at the ages

document.addEventListener("htmx:sse:before:message", (event) => {
  event.detail.waitUntil(new Promise((done) => setTimeout(done, Math.random() * SPREAD)));
});

document.addEventListener("live:reload", () => {
  document.getElementById("reload").hidden = false;
});

// What nobody can see is not asked for; the next page brings it.
document.addEventListener("htmx:config:request", (event) => {
  if (event.target.matches("[data-when-seen]") && !event.target.offsetParent) event.preventDefault();
});

const { now, rate } = document.body.dataset;
const loaded = Date.now();

function age(seconds) {
  if (seconds < 60) return `${Math.floor(seconds)}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  return `${Math.floor(seconds / 3600)}h`;
}

function growOlder() {
  const world = Number(now) + ((Date.now() - loaded) / 1000) * Number(rate);
  for (const time of document.querySelectorAll(".when time")) {
    const seconds = world - Date.parse(time.dateTime) / 1000;
    if (seconds >= 1 && seconds < 86400) time.textContent = age(seconds);
  }
}

if (now && Number(rate)) setInterval(growOlder, AGES * 1000);
