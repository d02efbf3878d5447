// Where an element has a text on the screen: [[x, y] of its first character, [x, y] of its last], or null.
const [selector, text, n] = arguments;
const root = document.querySelector(selector);
if (!root) return null;

// The text under the element in one string; a mark may begin or end in the middle of what is looked for.
const nodes = [];
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
let all = "";
while (walker.nextNode()) {
  nodes.push([all.length, walker.currentNode]);
  all += walker.currentNode.data;
}

let at = -1;
for (let i = 0; i <= n; i++) {
  at = all.indexOf(text, at + 1);
  if (at < 0) return null;
}

// The range from one place in the string to another.
function range(from, to) {
  const res = document.createRange();
  const place = (offset) => {
    const [start, node] = nodes.findLast(([start]) => start <= offset);
    return [node, offset - start];
  };
  res.setStart(...place(from));
  const [node, offset] = place(to - 1);
  res.setEnd(node, offset + 1);
  return res;
}

const first = [...text][0].length;
const last = [...text].at(-1).length;
const whole = range(at, at + text.length);
whole.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
// A paragraph that was far away has no boxes until it was painted.
return new Promise((done) =>
  requestAnimationFrame(() =>
    setTimeout(() => {
      const start = range(at, at + first).getClientRects()[0];
      const end = [...range(at + text.length - last, at + text.length).getClientRects()].at(-1);
      if (!start || !end) return done(null);
      // A quarter of a character's width inside: on its near side, so that a drag takes it in.
      done([
        [start.left + start.width / 4, start.top + start.height / 2],
        [end.right - end.width / 4, end.top + end.height / 2],
      ]);
    }),
  ),
);
