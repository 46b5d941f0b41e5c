// While the trainer has stopped the room, nothing behind the notice can be pressed; what was typed stays in its box.
const room = document.getElementById("room");

function hold() {
  const stopped = Boolean(room.querySelector(".room"));
  for (const part of document.querySelectorAll("main, .top, .side, .rail, .skip")) part.inert = stopped;
}

if (room) {
  hold();
  document.addEventListener("htmx:after:swap", hold);
}
